import { ChaperoneError } from '../../errors.ts'
import type { Actor, Reader, Register, RegisterRecord } from '../../register.ts'
import { endedAt } from './attention.ts'
import { added, type Deed } from './changes.ts'
import { codeKey } from './code.ts'
import { dayOf } from './days.ts'
import { type Authorization, type AuthorizationBody, readAuthorization, type Terms } from './model.ts'
import { standing, stands } from './standing.ts'

/** Forms in the port `Register`: one record for each code of the practice. */

const PAGE = 500
/** How often a change is made again on what somebody else was quicker to write. */
const TRIES = 20

/** Every form that can be read, oldest first. */
export async function allForms(register: Register, reader: Reader): Promise<Authorization[]> {
  const forms: Authorization[] = []
  let after: RegisterRecord | undefined
  for (;;) {
    const page = await register.list(
      'authorization',
      { limit: PAGE, ...(after ? { after } : {}) },
      // One look at the whole list is one line of the trail.
      after ? 'nobody' : reader,
    )
    for (const record of page) {
      const form = readAuthorization(record)
      if (form) forms.push(form)
    }
    after = page.at(-1)
    if (page.length < PAGE) return forms
  }
}

const NUMBER = /^AUT-\d{4}-\d{4,9}$/i

/** By its number or by the practice's own code, however that is spelled. */
export async function findForm(
  register: Register,
  reference: string,
  reader: Reader,
): Promise<Authorization | undefined> {
  const wanted = reference.trim()
  if (NUMBER.test(wanted)) return readAuthorization(await register.get(wanted.toUpperCase(), reader))
  const forms = await allForms(register, 'nobody')
  const key = codeKey(wanted)
  // "B112" means B-112, unless there are several that it could mean.
  const close = forms.filter(({ code }) => bare(code) === bare(wanted))
  const found = forms.find(({ code }) => codeKey(code) === key) ?? (close.length === 1 ? close[0] : undefined)
  return found && readAuthorization(await register.get(found.number, reader))
}

const bare = (code: string) => codeKey(code).replaceAll('-', '')

/** What the register needs to know of time: milliseconds since 1970, and the practice's IANA zone. */
export interface Here {
  at: number
  zone: string
}

/**
 * Writes a form down. `isNew` false: there is one with this code already, and it is as it was. The code decides,
 * over all replicas, so of two people who add one at once exactly one does.
 */
export async function addForm(
  register: Register,
  { code, terms }: { code: string; terms: Terms },
  deed: Deed,
  zone: string,
): Promise<{ form: Authorization; isNew: boolean }> {
  const body = added(code, terms, deed)
  const record = await register.create(
    'authorization',
    {
      at: deed.at,
      year: Number(dayOf(deed.at, zone).slice(0, 4)),
      body,
      origin: `code:${codeKey(code)}`,
      ...placeOf({ ...body, number: '', version: 0 }, { at: deed.at, zone }),
    },
    actorOf(deed.by),
  )
  const form = readAuthorization(record)
  if (!form) throw new ChaperoneError('store_failed', 'an authorization that was just written cannot be read')
  return { form, isNew: form.acts[0]?.id === deed.id }
}

/**
 * Makes a change to what stands there now, again on top of whatever somebody else was quicker to write. A change
 * that returns the same body writes nothing. Undefined: there is no such form any more.
 */
export async function changeForm(
  register: Register,
  number: string,
  change: (body: AuthorizationBody) => AuthorizationBody,
  { at, zone }: Here,
  by: string,
): Promise<Authorization | undefined> {
  for (let tried = 0; tried < TRIES; tried++) {
    const form = readAuthorization(await register.get(number, 'nobody'))
    if (!form) return undefined
    const { number: _number, version, ...body } = form
    const next = change(body)
    const place = placeOf({ ...next, number, version }, { at, zone })
    if (next === body) return form
    const written = await register.update(number, version, { at, body: next, ...place }, actorOf(by))
    if (written === 'absent') return undefined
    if (written !== 'changed') return readAuthorization(written)
  }
  throw new ChaperoneError('store_failed', 'an authorization changed faster than it could be written')
}

/** Puts the word for where a form stands, and the day on which it ended, in the place where others look. */
export async function settleForm(
  register: Register,
  form: Authorization,
  here: Here,
  by: string,
): Promise<void> {
  const record = await register.get(form.number, 'nobody')
  if (record?.version !== form.version) return
  const { state, ended } = placeOf(form, here)
  if (record.state !== state || record.ended !== ended)
    await register.update(form.number, form.version, { at: here.at, state, ended }, actorOf(by))
}

/** `current` is one that stands, or will; the others are over, or never stood. */
export const FORM_STATES = ['current', 'expired', 'came-of-age', 'revoked', 'defective'] as const

function placeOf(form: Authorization, { at, zone }: Here): { state: string; ended: number | null } {
  const now = standing(form, dayOf(at, zone))
  const state = stands(now) || now.is === 'not-yet' ? 'current' : now.is
  return { state, ended: state === 'current' ? null : endedAt(form, at, zone) }
}

/** "surface:id" → who the trail says it was. */
export function actorOf(by: string): Actor {
  const cut = by.indexOf(':')
  return { surface: by.slice(0, cut), person: by.slice(cut + 1) }
}
