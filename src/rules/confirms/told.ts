import { CODE } from '../reading/lexicon.ts'
import type { Lists } from './lists.ts'

/**
 * Whether the past form at a place tells what happened: "you came", "has healed", "were told";
 * not "is posted", "licensed nurses", "will be given".
 */
export function teller({ R, role, turn, turns }: Lists): (code: string, from: number, at: number) => boolean {
  const [ALIKE, BEING, AND, WHOLE] = [turn('alike'), turn('being'), turn('and'), turn('whole')]
  const [SKIP, BE, HAVE, PAST, MODAL, PREP, DET] = [
    role('soft', 'not'),
    role('be'),
    role('have'),
    role('past'),
    role('modal'),
    role('prep'),
    role('det'),
  ]

  return (code, from, at) => {
    // "Come", "read", "put" are past and present alike.
    const alike = (turns(code.charCodeAt(at)) & ALIKE) !== 0
    let k = at - 1
    while (k >= from && R.of(code.charCodeAt(k)) & SKIP && !(R.of(code.charCodeAt(k)) & (BE | DET))) k--
    if (k < from) return !alike
    const before = code.charCodeAt(k)
    const r = R.of(before)
    if (alike && !(r & HAVE || (r & BE && r & PAST))) return false
    if (r & (MODAL | PREP) || turns(before) & (BEING | AND) || before === CODE.comma) return false
    return !(r & DET) || (turns(before) & WHOLE) !== 0
  }
}
