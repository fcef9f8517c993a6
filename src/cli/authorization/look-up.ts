import type { Practice } from '../../bot/practice.ts'
import { dayOf, findForm } from '../../bot/records/authorization.ts'
import { codesIn, type Looked } from '../../bot/records/signed.ts'
import type { Io } from '../io.ts'
import { COMMAND_LINE, withData } from '../upkeep/open.ts'

/** What is on file under codes, for whoever checks a draft here. Makes no data folder. */
export async function lookUpHere(references: string, practice: Practice, env: Io['env']): Promise<Looked[]> {
  const today = dayOf(Date.now(), practice.timeZone)
  const found = await withData(env, ({ store }) =>
    Promise.all(
      codesIn(references).map(async (code): Promise<Looked> => {
        const form = await findForm(store.register, code, COMMAND_LINE)
        return form ? { found: 'form', form, today } : { found: 'unknown' }
      }),
    ),
  )
  return found ?? [{ found: 'no-register' }]
}
