import type { Claim, Model, Noticed, Sight, WhyNot } from '../../src/bot/model/model.ts'

/**
 * What a model in a test says, whatever it is asked; `fails`: why it says nothing, or what ends an answer to somebody
 * who hears it as it is said.
 */
export interface Scripted {
  judge?: readonly Noticed[]
  answer?: readonly Claim[]
  rewrite?: readonly string[]
  look?: readonly Sight[]
  fails?: WhyNot
}

/** A model that says what a test wants, and remembers what it was asked. */
export function fakeModel({ judge = [], answer = [], rewrite = [], look = [], fails }: Scripted = {}) {
  const asked: { name: 'judge' | 'answer' | 'rewrite' | 'look'; given: unknown[] }[] = []
  let stopped = false
  const tell =
    <T>(name: (typeof asked)[number]['name'], value: T) =>
    async (...given: unknown[]) => {
      asked.push({ name, given })
      const why: WhyNot | undefined = stopped ? 'down' : fails
      return why === undefined ? ({ ok: true, value } as const) : ({ ok: false, why } as const)
    }
  const model: Model = {
    sees: 'everything',
    judge: tell('judge', judge),
    answer(question, articles, heard) {
      if (!stopped && heard) for (const claim of answer) heard(claim)
      return tell('answer', answer)(question, articles)
    },
    rewrite: tell('rewrite', rewrite),
    look: tell('look', look),
    counts: () => [],
    stop() {
      stopped = true
    },
  }
  return Object.assign(model, { asked })
}
