import type { Practice } from '../../bot/practice.ts'
import { dayOf, findForm } from '../../bot/records/authorization.ts'
import type { Looked } from '../../bot/records/signed.ts'
import type { Io } from '../io.ts'
import { COMMAND_LINE, withData } from '../upkeep/open.ts'

/** What is on file under a code, for whoever checks a draft here. Makes no data folder. */
export async function lookUpHere(reference: string, practice: Practice, env: Io['env']): Promise<Looked> {
  const found = await withData(env, async ({ store }): Promise<Looked> => {
    const form = await findForm(store.register, reference, COMMAND_LINE)
    return form ? { found: 'form', form, today: dayOf(Date.now(), practice.timeZone) } : { found: 'unknown' }
  })
  return found ?? { found: 'no-register' }
}
