import type { Model, Noticed } from '../../../bot/model/model.ts'
import { NOTICEABLE, withNoticed } from '../../../rules/noticed/noticed.ts'
import type { Draft, Result } from '../../../rules/verdict.ts'
import { UNAVAILABLE } from './copy.ts'

/** What a second reader said: places, that it was not there, or nothing since there is none. */
export type Second = readonly Noticed[] | 'unavailable' | 'off'

/** Asks the model to read along, where there is one. Never throws; nothing of what it says is believed yet. */
export async function secondLook(model: Model, { kind, platform }: Result, draft: Draft): Promise<Second> {
  const { text, account, context } = draft
  const shown = { text, kind, platform: platform ?? undefined, account, context }
  const told = await model.judge(shown, NOTICEABLE)
  if (told.ok) return told.value
  return told.why === 'off' ? 'off' : 'unavailable'
}

/** The rules' result with what the model may add to it; as it is, with a note, where the model was not there. */
export function withSecond(draft: Draft, second: Second): (result: Result) => Result {
  return (result) => {
    if (second === 'off') return result
    if (second !== 'unavailable') return withNoticed(result, draft, second)
    const checked = { ...result.checked, model: second }
    return { ...result, notes: [...result.notes, UNAVAILABLE], checked }
  }
}
