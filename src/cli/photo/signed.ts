import type { Vision } from '../../bot/pictures.ts'
import type { Practice } from '../../bot/practice.ts'
import { dayOf } from '../../bot/records/authorization.ts'
import type { Assessment } from '../../skills/photo/assess.ts'
import { NO_REGISTER, type Register } from '../../skills/photo/findings.ts'
import { endedAmong, underForm } from '../../skills/photo/signed.ts'
import { lookUpHere } from '../authorization/look-up.ts'
import type { Io } from '../io.ts'
import { withData } from '../upkeep/open.ts'

/** What the register of forms means for photos of the command line. */
export interface Forms {
  register: Register
  /** A photo with what the forms change whose codes were given, and the notes that say so. */
  under(assessment: Assessment): { assessment: Assessment; notes: readonly string[] }
}

/** Makes no data folder; without one, nothing is on file. */
export async function formsHere(
  codes: string | undefined,
  vision: Vision,
  practice: Practice,
  env: Io['env'],
): Promise<Forms> {
  const today = dayOf(Date.now(), practice.timeZone)
  const register = await withData(env, async ({ store }) => {
    const known = endedAmong(store.register, vision, today)
    // Read now: the data is closed again before the first photo is looked at.
    await known([])
    return known
  })
  const looked = codes === undefined ? [] : await lookUpHere(codes, practice, env)
  return {
    register: register ?? NO_REGISTER,
    under: (assessment) =>
      looked.length === 0
        ? { assessment, notes: [] }
        : underForm(assessment, looked, { vision, platform: null }),
  }
}
