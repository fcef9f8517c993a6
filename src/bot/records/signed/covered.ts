import {
  type Authorization,
  type Content,
  type Coverage,
  covers,
  type Day,
  type Nearness,
  type Platform,
} from '../authorization.ts'
import { SIGNED } from './copy.ts'

/** What was found under the code that came with a draft. */
export type Looked =
  | { found: 'no-register' | 'unknown' }
  | {
      found: 'form'
      form: Authorization
      /** The practice's own day. */
      today: Day
      /** Fingerprints of pictures that came along, where somebody looked at them. */
      photos?: readonly (readonly string[])[]
      near?: Nearness
    }

/** What the library or the eyes found, as far as the hall has to know it; a test compares the words. */
interface Found {
  category: string
  severity: string
  quote?: string
}
interface Judged {
  verdict: string
  findings: readonly Found[]
  notes: readonly string[]
  /** Left out: a post. */
  kind?: string
  platform?: Platform | null
}

/** A result with what the form means for it; `authorization` is for scripts. */
export type WithForm<R> = R & {
  authorization?: {
    /** AUT-2026-0001; null where nothing is on file under the code. */
    number: string | null
    code: string | null
    covered: boolean
    standing: Coverage['standing']['is'] | null
    reasons: readonly string[]
  }
}

/** From mildest to worst. */
export const WEIGHTS = ['clear', 'caution', 'needs_authorization', 'unchecked', 'stop'] as const
/** Kinds that a form can be for; the others answer one person. */
export const FORM_KINDS = ['caption', 'story', 'ad', 'repost'] as const

/** What a picture shows, as against what is told in words. */
const PICTURES: readonly string[] = ['photo', 'before-after', 'biometric']
/** No signature of a patient makes these right. */
export const NEVER: readonly string[] = [
  'contest',
  'ftc-claim',
  'review-gating',
  'personal-account',
  'insecure-channel',
  'medical-advice',
  'metadata',
  'unreadable',
]
/** Platforms of moving pictures. */
const FILMS: readonly (Platform | null)[] = ['tiktok', 'youtube']
/** More findings than that are cut off by the engine, and what is not seen cannot be covered. */
export const CUT_OFF = 200

/**
 * What signed forms change about a verdict: findings that need one, and that all of them cover, become a note.
 * Nothing else goes away: what is `stop` stays, a reply stays as it was, and an own account is not the practice's.
 * Of several forms (one for each person) each has to cover the post.
 */
export function withForm<R extends Judged>(result: R, draft: Going, looked: readonly Looked[]): WithForm<R> {
  const each = looked.map((one) => withOne(result, draft, one))
  const not = each.filter(({ authorization }) => authorization?.covered === false)
  const [first = result] = not.length > 0 ? not : each
  const heard = not.length > 0 ? not : each
  const notes = [...new Set(heard.flatMap(({ notes }) => notes.slice(result.notes.length)))]
  return { ...first, notes: [...result.notes, ...notes] }
}

/** Where a draft goes, and from whose account. */
export interface Going {
  platform?: Platform | undefined
  account?: string | undefined
}

function withOne<R extends Judged>(result: R, draft: Going, looked: Looked): WithForm<R> {
  if (looked.found !== 'form') {
    const says = looked.found === 'unknown' ? SIGNED.unknown : SIGNED.noRegister
    const none = { number: null, code: null, covered: false, standing: null, reasons: [says] }
    return { ...result, notes: [...result.notes, says], authorization: none }
  }
  const { form, today } = looked
  const needs = result.findings.filter(({ severity }) => severity === 'needs_authorization')
  const pictures = looked.photos !== undefined && looked.photos.length > 0
  const platform = draft.platform ?? result.platform ?? null
  const wanted = (findings: readonly Found[]) =>
    covers(
      form,
      {
        platform,
        content: contentOf(findings, platform, pictures),
        subjectIsMinor: showsMinor(result.findings) ? true : undefined,
        on: today,
        ...(pictures ? { photos: looked.photos } : {}),
      },
      looked.near,
    )
  const whole = wanted(needs)
  const refused = refusalOf(result.kind, draft.account)
  const reasons = [...(refused ? [refused] : []), ...whole.reasons.map(({ says }) => says)]
  const about = (covered: boolean) => ({
    number: form.number,
    code: form.code,
    covered,
    standing: whole.standing.is,
    reasons,
  })
  const lead = `${form.number} (${form.code})`
  if (reasons.length > 0) {
    const note = SIGNED.notCovered(lead, reasons.join(' '))
    return { ...result, notes: [...result.notes, note], authorization: about(false) }
  }
  const covered = needs.filter(({ category }) => !NEVER.includes(category))
  const rest = result.findings.filter((finding) => !covered.includes(finding))
  const notes = [
    ...result.notes,
    covered.length > 0 ? SIGNED.covered(lead, form.terms.expires, covered.length) : SIGNED.stands(lead),
    ...(covered.length > 0 ? [SIGNED.onePerson] : []),
    ...whole.ask,
  ]
  const verdict = result.verdict === 'needs_authorization' ? worst(rest) : result.verdict
  return {
    ...result,
    // Of what was cut off nobody knows whether the form covers it.
    verdict: result.findings.length >= CUT_OFF ? result.verdict : verdict,
    findings: rest,
    notes,
    authorization: about(covered.length > 0 || needs.length === 0),
  }
}

function refusalOf(kind: string | undefined, account: string | undefined): string | undefined {
  if (kind !== undefined && !FORM_KINDS.some((one) => one === kind)) return SIGNED.reply
  return account === 'personal' ? SIGNED.personal : undefined
}

export function contentOf(
  findings: readonly Found[],
  platform: Platform | null,
  pictures: boolean,
): Content[] {
  const shown = findings.some(({ category }) => PICTURES.includes(category))
  const told = findings.some(({ category }) => !PICTURES.includes(category) && !NEVER.includes(category))
  const picture: Content = FILMS.includes(platform) && !pictures ? 'video' : 'photo'
  return [...(shown || pictures ? [picture] : []), ...(told ? ['words' as const] : [])]
}

/** "9 year old", "3-month-old": the draft itself says that somebody is under age. */
export function showsMinor(findings: readonly Found[]): boolean {
  return findings.some(({ category, quote = '' }) => {
    if (category !== 'age') return false
    const [, number = '', unit = ''] =
      /(\d{1,3})[\s-]{0,3}(year|yr|y\/?o|month|mo|week|wk|day)/i.exec(quote) ?? []
    return number !== '' && (/^y/i.test(unit) ? Number(number) < 18 : true)
  })
}

function worst(findings: readonly Found[]): string {
  const weights: readonly string[] = WEIGHTS
  return findings.reduce<string>(
    (verdict, { severity }) => (weights.indexOf(severity) > weights.indexOf(verdict) ? severity : verdict),
    'clear',
  )
}
