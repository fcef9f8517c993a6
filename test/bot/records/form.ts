import { type Authorization, added, CHECKLIST, type Terms } from '../../../src/bot/records/authorization.ts'

/** A form that lacks nothing: photos and words on Instagram and the website, until 1 May 2027. */
export const TERMS: Terms = {
  subject: 'patient',
  content: ['photo', 'words'],
  areas: [],
  platforms: ['instagram', 'website'],
  purpose: 'showing our work',
  signer: { role: 'patient', authority: null },
  signedOn: '2026-05-01',
  expires: { on: '2027-05-01' },
  comesOfAge: null,
  remuneration: 'none',
  copyGiven: true,
  paper: 'binder 2',
  has: Object.fromEntries(CHECKLIST.map((item) => [item, true])) as Terms['has'],
  combined: false,
  conditioned: false,
  untrue: false,
}

export const DEED = { id: 'd0', at: Date.parse('2026-05-02T15:00:00Z'), by: 'web:me' }

export function form(terms: Partial<Terms> = {}, more: Partial<Authorization> = {}): Authorization {
  return {
    ...added('B-112', { ...TERMS, ...terms }, DEED),
    lookedOver: { at: DEED.at, by: 'web:boss' },
    number: 'AUT-2026-0001',
    version: 1,
    ...more,
  }
}
