import { fakePorts } from '../../surfaces/fake-ports.ts'
import { incidentsContract } from './incidents.contract.ts'

/** What skills are tested over has to be what they run over. */
incidentsContract('fake', async () => {
  const { store } = fakePorts()
  return { open: async () => store, setTime: () => {}, dispose: async () => {} }
})
