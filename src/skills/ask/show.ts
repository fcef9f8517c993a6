import type { BlockDraft, ReplyDraft } from '../../bot/reply.ts'
import type { Found } from '../../knowledge/answer/answer.ts'
import { asOf, BESIDE, BUTTONS, handsOn, LINES, SOURCES, SUMMARY, WELCOME } from './copy.ts'

const LAWS = 6

/** @param worded by a model, out of all the articles that it quotes; an article's own words rest on the first alone. */
export function showAnswer({ answer, hits, outside }: Found, worded = false): ReplyDraft {
  if (!answer.answered) {
    const near = hits.filter(({ confidence }) => confidence >= NEAR).slice(0, 2)
    const blocks: BlockDraft[] = [{ type: 'text', text: `${answer.answer}\n\n${handsOn(answer.handoff)}` }]
    if (!outside) blocks.push({ type: 'note', text: LINES.noted })
    if (near.length > 0 && !outside)
      blocks.push({ type: 'note', text: `${BESIDE}: ${near.map((hit) => hit.article.title).join('; ')}` })
    blocks.push({ type: 'buttons', buttons: [button('person'), button('another'), check()] })
    return { audience: 'private', blocks, summary: SUMMARY.none }
  }
  const blocks: BlockDraft[] = [{ type: 'text', text: answer.answer }]
  // Several sentences of an answer may rest on one article.
  const each = answer.citations.filter(
    ({ article }, index, all) => all.findIndex((one) => one.article === article) === index,
  )
  const sources = worded ? each : each.slice(0, 1)
  for (const { title, quote, sources: laws } of sources)
    blocks.push({
      type: 'note',
      text: `${SOURCES}: ${title}: “${quote}” (${laws.slice(0, LAWS).join('; ')})`,
    })
  const others = each.slice(sources.length).map(({ title }) => title)
  if (others.length > 0) blocks.push({ type: 'note', text: `${BESIDE}: ${others.join('; ')}` })
  blocks.push(
    { type: 'note', text: asOf(answer.asOf) },
    { type: 'buttons', buttons: [button('helpful'), button('not-helpful'), button('person'), check()] },
  )
  return { audience: 'private', blocks, summary: SUMMARY.found }
}

/** From here a title is worth naming although it is no answer. */
const NEAR = 0.3

const ACTIONS = {
  helpful: ['ask/helpful', BUTTONS.helpful],
  'not-helpful': ['ask/not-helpful', BUTTONS.notHelpful],
  person: ['ask/person', BUTTONS.person],
  another: ['ask/open', BUTTONS.another],
} as const

function button(name: keyof typeof ACTIONS) {
  const [action, label] = ACTIONS[name]
  return { action, label }
}

function check() {
  return { action: 'check/open', label: BUTTONS.check }
}

/** @param more what else this person may open. */
export function welcome(more: readonly BlockDraft[] = []): ReplyDraft {
  return {
    blocks: [
      { type: 'heading', text: WELCOME.title },
      { type: 'text', text: WELCOME.text },
      {
        type: 'form',
        form: 'ask/question',
        title: WELCOME.title,
        submit: WELCOME.submit,
        fields: [
          { name: 'text', label: WELCOME.field, hint: WELCOME.hint, type: 'longtext', required: true },
        ],
      },
      ...more,
    ],
    summary: WELCOME.title,
  }
}

export function line(text: string): ReplyDraft {
  return {
    blocks: [
      { type: 'text', text },
      { type: 'buttons', buttons: [button('another')] },
    ],
    summary: text,
  }
}
