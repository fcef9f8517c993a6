import {
  addForm,
  changeForm,
  dayOf,
  ENDLESS_REASON,
  photoTied,
  renewed,
} from '../../bot/records/authorization.ts'
import { ACTS, type ActName, type Done, downOf } from '../../skills/authorization/acts/acts.ts'
import { ADD } from '../../skills/authorization/copy/form.ts'
import {
  type FieldName,
  isProblem,
  type Problem,
  type Raw,
  readCode,
  readTerms,
} from '../../skills/authorization/form/read.ts'
import { DONE, FOUND, type Io, Refused, WRONG, write } from '../io.ts'
import { atDesk, type Desk, formFor, ME, notOnFile } from './open.ts'
import { type Looking, printForm } from './show.ts'

/** What is refused is told on one line; a script gets all of it. Code 2 where it could not even be read. */
async function refuse(problems: readonly Problem[], looking: Looking, io: Io): Promise<number> {
  const lines = problems.map(({ says }) => says)
  if (looking.json) await write(io.stdout, `${JSON.stringify({ refused: lines })}\n`)
  else {
    const more = lines.length > 1 ? ` (${lines.length - 1} more: see --json)` : ''
    await write(io.stderr, `chaperone: ${lines[0]}${more}\n`)
  }
  const refused = problems.every(
    ({ field, says }) => field === null || field === 'code' || says === ENDLESS_REASON,
  )
  return refused ? FOUND : WRONG
}

export async function add(raw: Raw, looking: Looking, io: Io): Promise<number> {
  return atDesk({ practice: looking.practice, io }, async (desk) => {
    const code = readCode(typeof raw.code === 'string' ? raw.code : '', desk.around)
    const read = readTerms(raw, desk.around)
    const problems = [
      ...(isProblem(code) ? [{ field: 'code' as const, says: code.problem }] : []),
      ...('problems' in read ? read.problems : []),
    ]
    if (isProblem(code) || 'problems' in read) return refuse(problems, looking, io)
    const written = { code: code.value, terms: read.terms }
    const { form, isNew } = await addForm(desk.register, written, desk.deed(), looking.practice.timeZone)
    if (!isNew) return refuse([{ field: null, says: ADD.code.there(form.code, form.number) }], looking, io)
    await printForm(form, looking, io, read.masked ? ADD.masked : undefined)
    return DONE
  })
}

/** A new signature: what is not said again is as it was; dates, checklist and copy have to be said. */
export async function renew(
  reference: string | undefined,
  raw: Raw,
  looking: Looking,
  io: Io,
): Promise<number> {
  return atDesk({ practice: looking.practice, io }, async (desk) => {
    const form = await formFor(desk.register, reference, 'renew')
    if (!form) return notOnFile(io, looking.json)
    const { subject, content, areas, platforms, purpose, signer, remuneration, paper } = form.terms
    const before: Partial<Record<FieldName, unknown>> = {
      subject,
      content,
      areas: areas.join(', '),
      platforms,
      purpose,
      signer: signer.role,
      authority: signer.authority ?? '',
      remuneration,
      paper,
    }
    // Who comes of age signs for themselves, and needs nobody's authority.
    const grown =
      raw.subject !== undefined && raw.subject !== subject ? { signer: 'patient', authority: '' } : {}
    const read = readTerms({ ...before, ...grown, ...raw }, desk.around)
    if ('problems' in read) return refuse(read.problems, looking, io)
    const { terms } = read
    const done: Done = { change: (body, deed) => renewed(body, terms, deed), says: '' }
    return make(form.number, done, desk, looking, io)
  })
}

/** Everything that a button does in chat and that needs one or two answers. */
export async function act(
  name: ActName,
  reference: string | undefined,
  raw: Raw,
  looking: Looking,
  io: Io,
): Promise<number> {
  return atDesk({ practice: looking.practice, io }, async (desk) => {
    const form = await formFor(desk.register, reference, name)
    if (!form) return notOnFile(io, looking.json)
    const read = ACTS[name].read(raw, form, desk.around)
    if (isProblem(read)) return refuse([{ field: 'expires', says: read.problem }], looking, io)
    return make(form.number, read.value, desk, looking, io)
  })
}

/** @param which as the list of posts counts: 1 is the first. */
export async function down(
  reference: string | undefined,
  which: string | undefined,
  looking: Looking,
  io: Io,
): Promise<number> {
  return atDesk({ practice: looking.practice, io }, async (desk) => {
    const form = await formFor(desk.register, reference, 'down')
    if (!form) return notOnFile(io, looking.json)
    const done = /^[1-9]\d{0,3}$/.test(which ?? '') ? downOf(form, `down.${Number(which) - 1}`) : undefined
    if (!done)
      throw new Refused('authorization down wants which post it is, counted from 1: see authorization show')
    return make(form.number, done, desk, looking, io)
  })
}

const PRINT = /^[\w+/=:.-]{4,200}$/

/** Fingerprints as `photo --json` gives them. */
export async function tie(
  reference: string | undefined,
  prints: readonly string[],
  looking: Looking,
  io: Io,
): Promise<number> {
  if (prints.length === 0 || prints.length > 64 || !prints.every((print) => PRINT.test(print)))
    throw new Refused(
      '--fingerprint wants what `photo --json` says of one picture, its parts separated by commas',
    )
  return atDesk({ practice: looking.practice, io }, async (desk) => {
    const form = await formFor(desk.register, reference, 'photos')
    if (!form) return notOnFile(io, looking.json)
    const known = form.photos.some(({ fingerprint }) => fingerprint.join() === prints.join())
    if (known) {
      await printForm(form, looking, io)
      return DONE
    }
    const done: Done = { change: (body, deed) => photoTied(body, prints, deed), says: '' }
    return make(form.number, done, desk, looking, io)
  })
}

async function make(
  number: string,
  { change, says }: Done,
  desk: Desk,
  looking: Looking,
  io: Io,
): Promise<number> {
  const deed = desk.deed()
  const here = { at: deed.at, zone: looking.practice.timeZone }
  const form = await changeForm(desk.register, number, (body) => change(body, deed), here, ME)
  if (!form) return notOnFile(io, looking.json)
  await printForm(form, { ...looking, today: dayOf(deed.at, here.zone) }, io, says || undefined)
  return DONE
}
