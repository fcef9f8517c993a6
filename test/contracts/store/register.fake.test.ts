import type { Store } from '../../../src/bot/ports.ts'
import { fakePorts } from '../../surfaces/fake-ports.ts'
import { registerContract } from './register.contract.ts'

/** The other tests stand on the fake, so it keeps the same promises. */
registerContract('fake', async () => {
  const ports = fakePorts(0)
  return {
    open: async (): Promise<Store> => ports.store,
    setTime: (ms) => ports.wait(ms - ports.time()),
    dispose: async () => {},
  }
})
