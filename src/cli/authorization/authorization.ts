import { dayOf } from '../../bot/records/authorization.ts'
import { FIELDS, type FieldName, type Raw } from '../../skills/authorization/form/read.ts'
import { type Common, type Io, Refused } from '../io.ts'
import { openPractice } from '../practice.ts'
import { importSheet } from './import.ts'
import { type Looking, list, show } from './show.ts'
import { act, add, down, renew, tie } from './write.ts'

export interface AuthorizationOptions extends Common {
  code?: string
  subject?: string
  content?: string
  areas?: string
  platforms?: string
  purpose?: string
  signer?: string
  authority?: string
  signedOn?: string
  expires?: string
  comesOfAge?: string
  remuneration?: string
  copyGiven?: string
  paper?: string
  lacks?: string
  on?: string
  url?: string
  fingerprint?: string
  needs?: boolean
  template?: boolean
}

const ACTIONS = 'add, list, show, renew, revoke, ended, published, down, photos or import'

/** The register of signed forms, for whoever keeps it at this machine. */
export async function runAuthorization(
  action: string | undefined,
  [reference, more]: readonly string[],
  options: AuthorizationOptions,
  io: Io,
): Promise<number> {
  const { practice } = openPractice(options.practice, io.env)
  const looking: Looking = { practice, today: dayOf(Date.now(), practice.timeZone), json: options.json }
  const { on, url, platforms, needs, template } = options
  switch (action) {
    case 'add':
      return add({ ...rawOf(options), ...(reference === undefined ? {} : { code: reference }) }, looking, io)
    case 'list':
      return list({ platform: platforms, needs }, looking, io)
    case 'show':
      return show(reference, looking, io)
    case 'renew':
      return renew(reference, rawOf(options), looking, io)
    case 'revoke':
      return act('revoke', reference, { day: on ?? '' }, looking, io)
    case 'ended':
      return act('happened', reference, { day: on ?? '' }, looking, io)
    case 'published':
      return act('publish', reference, { url: url ?? '', platform: platforms ?? '' }, looking, io)
    case 'down':
      return down(reference, more, looking, io)
    case 'photos':
      return options.fingerprint === undefined
        ? show(reference, looking, io)
        : tie(reference, options.fingerprint.split(',').filter(Boolean), looking, io)
    case 'import':
      return importSheet(reference, template, looking, io)
    default:
      throw new Refused(`say one of: authorization ${ACTIONS}`)
  }
}

/** Only what was said, so that a renewal can take the rest from the form before. */
function rawOf(options: AuthorizationOptions): Raw {
  const named = (field: FieldName) =>
    field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) as keyof AuthorizationOptions
  const given = FIELDS.map((field) => [field, options[named(field)]] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== undefined))
}
