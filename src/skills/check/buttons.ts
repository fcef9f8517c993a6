import { SIGNED } from '../../bot/records/signed.ts'
import type { ButtonDraft } from '../../bot/reply.ts'
import type { Draft, Result } from '../../rules/verdict.ts'
import type { Verdict } from '../../rules/vocabulary.ts'
import { BUTTONS } from './copy.ts'
import { type Correction, likelyInstead, writeCorrection } from './correction.ts'

/** What a button may carry (see Button in reply.ts). */
const MOST_COPIED = 2000

/** Buttons that not everybody gets: to post all the same, to tell the place without the words. */
export interface Allowed {
  override?: boolean
  share?: boolean
}

/** Everything that can be asked for under a verdict, in the order of the menu. */
const CHOICES = [
  'signed',
  'wentOut',
  'eyes',
  'copy',
  'mistaken',
  'anyway',
  'share',
  'another',
  'change',
] as const
type Choice = (typeof CHOICES)[number] | 'write'

/** What stays in sight: at most three, and first what somebody most likely needs now. */
const FIRST: Record<Verdict, readonly Choice[]> = {
  stop: ['write', 'wentOut'],
  needs_authorization: ['signed', 'write', 'wentOut'],
  caution: ['write', 'copy', 'eyes'],
  // Somebody has to read it: a colleague, or I, once it is in words that I know.
  unchecked: ['eyes', 'change', 'write'],
  clear: ['copy', 'eyes', 'another'],
}

/** The buttons under a verdict: few in sight, the rest one tap away, and last what corrects my guess. */
export function buttonsOf(draft: Draft, result: Result, correction: Correction, can: Allowed): ButtonDraft[] {
  const { verdict, findings, platform, guessed, kind } = result
  const { check } = correction
  const found = findings.some(({ severity }) => severity !== 'unchecked')
  const needs = findings.some(({ severity }) => severity === 'needs_authorization')
  const button = (action: string, label: string, value = '') => ({ action, label, value })
  const all: Record<Choice, ButtonDraft | false> = {
    // The draft itself stays where it was kept: the button only says which one.
    write: verdict !== 'clear' && {
      ...button('rewrite/again', BUTTONS.write, `draft=check.${check}&turn=0`),
      ...(FIRST[verdict][0] === 'write' ? { style: 'primary' } : {}),
    },
    // Which one, and whether it is written down, the register asks.
    signed: needs && button('authorization/pick', SIGNED.have, check),
    wentOut: button('incident/start', BUTTONS.wentOut, platform ?? ''),
    // What must not go out nobody can let out.
    eyes: verdict !== 'stop' && button('approve/ask', BUTTONS.secondEyes, check),
    copy: copyButton(draft, result),
    mistaken: found && button('check/dispute', BUTTONS.notAProblem, check),
    anyway: can.override === true && button('check/insist', BUTTONS.override, check),
    share: can.share === true && button('check/share', BUTTONS.share, check),
    another: button('check/open', BUTTONS.another),
    change: button('check/change', BUTTONS.change, writeCorrection({ check })),
  }
  // Once somebody has said what it is, one way to change it is enough.
  const corrections = (guessed.kind ? likelyInstead(kind) : []).map((other) =>
    button('check/correct', BUTTONS.itIs(other), writeCorrection({ ...correction, kind: other })),
  )
  const pick = (choices: readonly Choice[]) => choices.flatMap((choice) => all[choice] || [])
  const first = FIRST[verdict]
  const rest = [...pick(CHOICES.filter((choice) => !first.includes(choice))), ...corrections]
  return [...pick(first), ...rest.map((one) => ({ ...one, more: true }))]
}

/** Words that must not go out are not put on the clipboard; the advice about them is. */
function copyButton(draft: Draft, result: Result): ButtonDraft | false {
  const words = result.verdict !== 'stop' && result.verdict !== 'unchecked'
  const value = words ? draft.text : advice(result)
  if (value === '' || value.length > MOST_COPIED) return false
  const label = words ? BUTTONS.copyDraft : BUTTONS.copyAdvice
  return { action: 'check/copy', label, value, does: 'copy' }
}

/** For a colleague: the rules' own sentences, each once, as many as fit, and no words of the draft. */
function advice(result: Result): string {
  const lines = new Set(result.findings.map(({ message, why, instead }) => `${message} ${why} ${instead}`))
  let text = ''
  for (const line of lines) {
    if (text.length + line.length + 1 > MOST_COPIED) break
    text += text ? `\n${line}` : line
  }
  return text
}
