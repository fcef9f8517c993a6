import type { Practice } from '../../bot/practice.ts'
import type { Draft, Masker, Result } from '../../rules/verdict.ts'
import type { Io } from '../io.ts'

/** The rules' result with what a second reader may add. */
export type Second = (result: Result, draft: Draft) => Promise<Result>

/** Undefined: no model is configured. Its code is loaded only where one is. */
export async function openSecond(
  env: Io['env'],
  engine: Masker,
  practice: Practice,
): Promise<Second | undefined> {
  const { modelFor } = await import('../../model/open.ts')
  const model = await modelFor(env, { engine, practice })
  if (model.sees === 'nothing') return undefined
  const { secondLook, withSecond } = await import('../../skills/check/second/look.ts')
  return async (result, draft) => withSecond(draft, await secondLook(model, result, draft))(result)
}
