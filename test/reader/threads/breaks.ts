import { parentPort } from 'node:worker_threads'
import type { FromThread, Question } from '../../../src/reader/reader.ts'

// A thread that ends over some drafts, as one would that has run out of memory, and never answers others.
const tell = (what: FromThread) => parentPort?.postMessage(what)

parentPort?.on('message', (questions: readonly Question[]) => {
  const said = questions.map(({ draft }) => draft.text).join()
  if (said.includes('breaks it')) throw new Error(said)
  if (said.includes('ends it')) process.exit(3)
  if (said.includes('never ends')) return
  tell(
    questions.map(() => ({
      verdict: 'clear',
      kind: 'caption',
      platform: null,
      guessed: { kind: true, platform: true },
      findings: [],
      notes: ['read in the thread'],
      checked: { rules: 1, model: 'off', ms: 0 },
    })),
  )
})
tell('ready')
