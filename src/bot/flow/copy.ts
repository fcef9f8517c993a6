import type { BlockDraft, ButtonDraft, ReplyDraft } from '../reply.ts'

type FormDraft = Extract<BlockDraft, { type: 'form' }>

/** One question: what is said, and either choices to press or a form to fill in. */
export interface Question {
  /** Read aloud and shown in notifications; never what somebody typed. */
  summary: string
  blocks: readonly BlockDraft[]
  choices?: readonly (Pick<ButtonDraft, 'label' | 'style' | 'more'> & { value: string })[]
  form?: Pick<FormDraft, 'title' | 'submit' | 'fields'>
}

/** @param token names dialog and turn, so that a button knows which question it answers. */
export function asked(
  skill: string,
  token: string,
  { summary, blocks, choices, form }: Question,
  can: { back: boolean; skip: boolean },
): ReplyDraft {
  const nav: ButtonDraft[] = [
    ...(can.back ? [{ action: `${skill}/back`, label: 'Back', value: token }] : []),
    ...(can.skip ? [{ action: `${skill}/skip`, label: 'Skip this', value: token }] : []),
    { action: `${skill}/pause`, label: 'Later', value: token },
  ]
  const choose = choices?.map(
    ({ value, ...button }): ButtonDraft => ({
      ...button,
      action: `${skill}/answer`,
      value: `${token}=${value}`,
    }),
  )
  return {
    blocks: [
      ...blocks,
      ...(form ? [{ type: 'form' as const, form: `${skill}/answer#${token}`, ...form }] : []),
      ...(choose ? [{ type: 'buttons' as const, buttons: choose }] : []),
      { type: 'buttons', buttons: nav },
    ],
    summary,
  }
}

export const begun = (skill: string, token: string) =>
  line('You had begun this before. We go on where you stopped.', {
    action: `${skill}/restart`,
    label: 'Begin again instead',
    value: token,
  })

export const later = (skill: string) =>
  line('Of course. Everything so far is kept; come back when you are ready.', {
    action: `${skill}/resume`,
    label: 'Go on now',
    style: 'primary',
  })

/** A button of an older question, or a second answer: the first one counts. */
export const stale = () => line('That question was answered before. This is where we are now.')

export const gone = (skill: string) =>
  line('I do not have that conversation any more: it waited for long, or it came to its end.', again(skill))

export const changed = (skill: string) =>
  line(
    'I have learned to ask this better since you began, and cannot go on from there. Let us begin again.',
    again(skill),
  )

const again = (skill: string): ButtonDraft => ({ action: `${skill}/start`, label: 'Begin', style: 'primary' })

function line(text: string, ...buttons: ButtonDraft[]): ReplyDraft {
  const row: BlockDraft[] = buttons.length > 0 ? [{ type: 'buttons', buttons }] : []
  return { blocks: [{ type: 'text', text }, ...row], summary: text }
}
