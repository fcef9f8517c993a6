import { z } from 'zod'
import { createFlow, type FlowDefinition, step } from '../../../src/bot/flow/flow.ts'
import { Reply, type ReplyDraft } from '../../../src/bot/reply.ts'
import { route } from '../../../src/bot/router.ts'
import type { Intent } from '../../../src/bot/skill.ts'
import { fakePorts } from '../../surfaces/fake-ports.ts'
import { buttonsOf, eventOf, textOf } from '../stage.ts'

/** A toy: what did you have for lunch, when, and did you like it? */
export const State = z.object({
  what: z.string().optional(),
  day: z.string().optional(),
  liked: z.boolean().optional(),
})
export type State = z.infer<typeof State>
export type Name = 'what' | 'day' | 'liked'
export const lunch = step<State, Name, 'soup' | 'bread'>({
  ask: () => ({
    summary: 'What was it?',
    blocks: [{ type: 'text', text: 'What was it?' }],
    choices: [
      { value: 'soup', label: 'Soup' },
      { value: 'bread', label: 'Bread' },
    ],
  }),
  answer: z.enum(['soup', 'bread']),
  unclear: 'Soup or bread, please.',
  next: (state, what) => ({ to: 'day', state: { ...state, what } }),
})
export const day = step<State, Name, { day: string }>({
  ask: ({ what }) => ({
    summary: 'When was it?',
    blocks: [{ type: 'text', text: `When was the ${what}?` }],
    form: { title: 'When', submit: 'Go on', fields: [{ name: 'day', label: 'Day', type: 'date' }] },
  }),
  answer: z.object({ day: z.iso.date() }),
  unclear: 'Choose a day, please.',
  next: (state, answer) => ({ to: 'liked', state: { ...state, day: answer.day } }),
  skip: (state) => ({ to: 'liked', state }),
})
export const liked = step<State, Name, boolean>({
  ask: ({ day }) => ({
    summary: 'Was it good?',
    blocks: [{ type: 'text', text: `Was it good${day ? ` on ${day}` : ''}?` }],
    choices: [{ value: 'yes', label: 'Yes' }],
  }),
  answer: z.stringbool(),
  unclear: 'Yes or no?',
  next: (state, good) => ({ to: 'done', state: { ...state, liked: good } }),
})

export function table(over: Partial<FlowDefinition<State, Name>> = {}, ports = fakePorts()) {
  const ended: State[] = []
  const flow = createFlow<State, Name>(
    {
      skill: 'lunch',
      version: 1,
      state: State,
      first: 'what',
      begin: () => ({}),
      steps: { what: lunch, day, liked },
      async done(state) {
        ended.push(state)
        return [{ blocks: [{ type: 'text', text: 'Noted.' }], summary: 'Noted.' }]
      },
      keepMs: 3_600_000,
      ...over,
    },
    ports,
  )
  /** Everything said so far, in place of a platform. */
  const said: Reply[] = []
  const hand = async (intent: Pick<Intent, 'name' | 'text' | 'values'>, key = 'anna') => {
    const replies = (await flow.handle(intent, key)).map((draft: ReplyDraft) => Reply.parse(draft))
    said.push(...replies)
    return replies.map(textOf)
  }
  const last = () => said.at(-1) as Reply
  /** Presses a button of a reply, through the router, as a platform would. */
  const press = (label: string, on = last(), key?: string) => {
    const button = buttonsOf(on).find((one) => one.label === label)
    if (!button) throw new Error(`no button ${label}`)
    const found = route(eventOf({ type: 'button', action: button.action, value: button.value }))
    if (found.to !== 'skill') throw new Error('the router did not know it')
    return hand(found.intent, key)
  }
  const fill = (values: Record<string, string>, on = last()) => {
    const form = on.blocks.find((block) => block.type === 'form')
    const found = route(eventOf({ type: 'form', form: form?.form ?? '', values }))
    if (found.to !== 'skill') throw new Error('the router did not know it')
    return hand(found.intent)
  }
  const say = (name: string, text = '', key?: string) => hand({ name, text, values: {} }, key)
  return {
    flow,
    ports,
    ended,
    said,
    last,
    press,
    fill,
    say,
    labels: () => buttonsOf(last()).map(({ label }) => label),
  }
}
