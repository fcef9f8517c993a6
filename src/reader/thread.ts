import { parentPort } from 'node:worker_threads'
import { openEngine } from '../library.ts'
import type { PracticeFacts } from '../rules/facts.ts'
import { RULES } from '../rules/registry.ts'
import { warmUp } from '../warm-up.ts'
import { packing } from './packed.ts'
import type { FromThread, Question } from './reader.ts'

// Runs in a thread of its own: see reader.ts.
const engine = openEngine()
const { pack } = packing(RULES)
const tell = (what: FromThread) => parentPort?.postMessage(what)
let known: PracticeFacts = {}

parentPort?.on('message', (questions: readonly Question[]) => {
  tell(
    questions.map(({ draft, facts }) => {
      if (facts) known = facts
      return pack(engine.check(draft, known))
    }),
  )
})
warmUp(engine)
tell('ready')
