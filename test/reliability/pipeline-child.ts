import { systemClock } from '../../src/adapters/clock/clock.ts'
import { ulids } from '../../src/adapters/clock/ids.ts'
import { createLog } from '../../src/adapters/log/log.ts'
import { openSqlite } from '../../src/adapters/store/store.ts'
import { NO_FILES, NO_VISION } from '../../src/bot/pictures.ts'
import { createPipeline } from '../../src/bot/pipeline.ts'
import { NO_PRACTICE } from '../../src/bot/practice.ts'

/** Takes one event and hangs in the middle of it: `node pipeline-child.ts HOME EVENT`. */
const [home = '', event = ''] = process.argv.slice(2)
const clock = systemClock()
const { store, hasher } = await openSqlite({ home, clock })
const ports = {
  clock,
  ids: ulids(clock),
  store,
  hasher,
  log: createLog({ level: 'error' }),
  tell: async () => false,
  vision: NO_VISION,
  files: NO_FILES,
}
const hanging = {
  name: 'check',
  about: 'Hangs.',
  needs: 'staff' as const,
  intents: ['draft'],
  run: () => {
    process.stdout.write('running\n')
    return new Promise<never>(() => {})
  },
}
const pipeline = createPipeline({ ports, practice: NO_PRACTICE, skills: [hanging] })
await pipeline.handle(JSON.parse(event), { deliver: async () => {} })
