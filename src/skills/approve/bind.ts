import type { Ports } from '../../bot/ports.ts'
import { factsOf, type PRACTICE_PLATFORMS, type Practice } from '../../bot/practice.ts'
import type { Bound, Look, Words } from '../../bot/records/approval.ts'
import type { Draft, Engine, Result } from '../../rules/verdict.ts'
import { ACCOUNTS, KINDS, PLATFORMS } from '../../rules/vocabulary.ts'
import { type FormLook, lookUp } from './forms.ts'
import { type Needs, needsOf } from './needs.ts'

/** What everything here works with. */
export interface Around {
  ports: Ports
  practice: Practice
  engine: Engine
}

/** A draft with what belongs to it, as somebody hands it in. */
export interface Going {
  draft: Draft
  handle: string | null
  photos: readonly (readonly string[])[]
  /** A picture came along that nobody could take a hash of. */
  picture: boolean
  codes: readonly string[]
}

/** The check's own answer, and what follows from it here. */
export interface Looked extends Look, Needs {
  result: Result
}

export function lookAt(
  { draft, picture, photos }: Pick<Going, 'draft' | 'picture' | 'photos'>,
  { engine, practice }: Pick<Around, 'engine' | 'practice'>,
): Looked {
  const result = engine.check(draft, factsOf(practice))
  const { findings } = result
  const none = !picture && photos.length === 0
  const needs = needsOf(result, draft, none ? 'none' : picture ? 'unseen' : 'seen')
  const verdict = result.verdict === 'clear' && !none ? 'unchecked' : result.verdict
  return {
    result: { ...result, verdict },
    verdict,
    rules: [...new Set(findings.map(({ rule }) => rule))].sort(),
    // What a red line finds is let out by a signed form or by nobody.
    stop:
      needs.beyond ||
      findings.some(
        ({ rule, severity }) => severity === 'stop' || (severity === 'caution' && engine.redLines.has(rule)),
      ),
    // Words that pass say nothing of the picture beside them.
    blind: !none || verdict === 'unchecked' || findings.some(({ severity }) => severity === 'unchecked'),
    ...needs,
  }
}

export interface Binding {
  bound: Bound
  words: Words
  looked: Looked
  forms: readonly FormLook[]
}

/** Ties everything together that somebody is going to look at. `platform` has to be known by now. */
export async function bind(going: Going, around: Around): Promise<Binding> {
  const { draft, handle, photos, picture, codes } = going
  const looked = lookAt(going, around)
  const platform = draft.platform ?? looked.result.platform ?? 'website'
  const { content, minor } = looked
  const hashes = photos.map((one) => [...one])
  const forms = await lookUp(codes, { platform, photos: hashes, content, minor }, around)
  const words: Words = { text: draft.text, context: draft.context ?? null }
  const about = {
    kind: looked.result.kind,
    platform,
    account: draft.account ?? 'practice',
    handle,
    photos: hashes,
    picture,
    forms: forms.map(({ code, said }) => ({ code, said })),
  }
  const hash = around.ports.hasher.hash(JSON.stringify([words.text, words.context, Object.values(about)]))
  const { verdict, rules, blind } = looked
  return {
    bound: { ...about, hash, words: `w-${hash.slice(-24)}`, verdict, rules: [...rules], blind },
    words,
    looked,
    forms,
  }
}

/** The other way round: the draft that words and their binding were made of. */
export function goingOf(bound: Bound, { text, context }: Words): Going {
  const { handle, photos, picture, forms } = bound
  return {
    draft: {
      text,
      context: context ?? undefined,
      kind: KINDS.find((kind) => kind === bound.kind),
      platform: PLATFORMS.find((platform) => platform === bound.platform),
      account: ACCOUNTS.find((account) => account === bound.account),
    },
    handle,
    photos,
    picture,
    codes: forms.map(({ code }) => code),
  }
}

/** Whether two texts are the same to whoever reads them: line ends and blanks at an end of a line are nobody's words. */
export function sameWords(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFC')
      .replace(/[^\S\n]+$/gm, '')
      .replace(/\r/g, '')
      .trim()
  return plain(one) === plain(other)
}

const SHARED_BY = /^(?:igsh|igshid|fbclid|gclid|si|utm_.*|mibextid|_[rt]|share_id)$/i

/** Where a link leads; undefined: that is no link. */
export function linkOf(text: string): URL | undefined {
  const given = text.trim()
  if (given.length > 500 || /\s/.test(given)) return undefined
  const url = URL.parse(/^https?:\/\//i.test(given) ? given : `https://${given}`)
  // What only says who shared it with whom is nobody's business here.
  for (const name of [...(url?.searchParams.keys() ?? [])])
    if (SHARED_BY.test(name)) url?.searchParams.delete(name)
  if (url) url.hash = ''
  return url && /^[^.]+(\.[^.]+)+$/.test(url.hostname) && !url.username && !url.password ? url : undefined
}

const HOSTS: Readonly<Record<Exclude<(typeof PRACTICE_PLATFORMS)[number], 'website'>, RegExp>> = {
  instagram: /(^|\.)(instagram\.com|instagr\.am)$/,
  facebook: /(^|\.)(facebook\.com|fb\.com|fb\.me|fb\.watch)$/,
  tiktok: /(^|\.)tiktok\.com$/,
  youtube: /(^|\.)(youtube\.com|youtu\.be)$/,
  x: /(^|\.)(x\.com|twitter\.com|t\.co)$/,
  linkedin: /(^|\.)(linkedin\.com|lnkd\.in)$/,
  google: /(^|\.)(google\.[a-z.]{2,6}|goo\.gl|g\.page|g\.co)$/,
  yelp: /(^|\.)yelp\.[a-z.]{2,6}$/,
  healthgrades: /(^|\.)healthgrades\.com$/,
  realself: /(^|\.)realself\.com$/,
}

/** Whether a link leads to that platform; a website can be anywhere. */
export function leadsTo(url: URL, platform: string): boolean {
  return (
    !Object.hasOwn(HOSTS, platform) || HOSTS[platform as keyof typeof HOSTS].test(url.hostname.toLowerCase())
  )
}
