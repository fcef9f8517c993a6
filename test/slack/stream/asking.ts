import type { Claim, Model, WhyNot } from '../../../src/bot/model/model.ts'
import { openKnowledge } from '../../../src/library.ts'
import { readable } from '../block-kit.ts'
import { openSlack, type SlackRunning } from '../running.ts'

export const QUESTION = 'Can I repost a patient story on Instagram?'
const room = openKnowledge(new URL('../../knowledge/fixtures/', import.meta.url))
const article = room.articles.find(({ id }) => id === 'sample-repost') as (typeof room.articles)[number]
export const QUOTE = 'your repost is your own disclosure.'
export const claim = (says: string, over: Partial<Claim> = {}): Claim => ({
  says,
  article: article.id,
  quote: QUOTE,
  ...over,
})
export const [FIRST, SECOND, THIRD] = [
  claim('No, a repost is your own disclosure, so you need that patient’s signed authorization first.'),
  claim('A repost of what a patient posted is your own disclosure & needs the form.'),
  claim('Ask the patient for the signed form before the repost.'),
] as const
export const SAID = [FIRST, SECOND, THIRD]
export const INVENTED = claim('Some practices just ask in a message.', {
  quote: 'A yes in a message is good enough for a repost.',
})

const STREAMS = /^chat\.\w+Stream$/
/** Slack's part of what is going on while a model speaks. */
export const streamed = ({ workspace }: SlackRunning) =>
  workspace.calls
    .filter(({ method }) => /^chat\.\w+Stream$/.test(method))
    .map(({ method }) => method.slice(5))

export interface Talk {
  claims?: readonly Claim[]
  ends?: WhyNot
  /** How often Slack has been called for this answer by the end of each claim; each claim is one call, unless told. */
  calls?: readonly number[]
  /** After each claim, before the next one is said. */
  between?(slack: SlackRunning, said: number): void | Promise<void>
}

/** A workspace in which a model says this, one claim after the other, each when Slack has heard of the last one. */
export async function openTalk({ claims = SAID, ends, calls, between }: Talk = {}) {
  let slack: SlackRunning | undefined
  const answer: Model['answer'] = async (_, __, heard) => {
    if (!slack) throw new Error('nobody can ask yet')
    const arrived = () => slack?.workspace.arrived.filter((name) => STREAMS.test(name)).length ?? 0
    const before = arrived()
    for (const [i, one] of claims.entries()) {
      heard?.(one)
      const reached = before + (calls?.[i] ?? i + 1)
      while (heard && arrived() < reached) await turn()
      await turn()
      await between?.(slack, i + 1)
    }
    return ends === undefined ? { ok: true, value: claims } : { ok: false, why: ends }
  }
  const unasked = async () => ({ ok: true, value: [] }) as const
  const model: Model = {
    sees: 'everything',
    answer,
    judge: unasked,
    rewrite: unasked,
    look: unasked,
    counts: () => [],
    stop() {},
  }
  slack = await openSlack({ model })
  return slack
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 5))

let count = 100
/** Somebody writes in the app's own thread. */
export async function asks(
  slack: SlackRunning,
  text = QUESTION,
  more: object = {},
  id?: string,
): Promise<void> {
  const said = { type: 'message', channel_type: 'im', user: 'Udesk', channel: 'DUdesk', text }
  await slack.event({ ...said, ts: `${++count}.0`, thread_ts: '99.0', ...more }, id)
}

/** What stands in all messages, as somebody reads it: how it is broken into lines does not matter. */
export function read({ workspace }: SlackRunning): string {
  return workspace.posted.map(readWhole).join(' ').replace(/\s+/g, ' ')
}

const readWhole = ({ text, blocks, how }: SlackRunning['workspace']['posted'][number]) =>
  `${how === 'stream' ? text : ''} ${readable(blocks)}`

/** What the same answer is where nothing grows. */
export async function wholeAnswer(claims: readonly Claim[] = SAID): Promise<string> {
  const slack = await openTalk({ claims })
  await asks(slack, QUESTION, { thread_ts: undefined })
  await slack.settled()
  const said = read(slack)
  await slack.close()
  return said
}
