import { z } from 'zod'
import { SURFACES, type Surface } from './event.ts'
import { deepFreeze } from './frozen.ts'
import { RECORD_KINDS, type RecordKind } from './ports.ts'
import {
  list,
  Minutes,
  oneOf,
  State,
  shaped,
  shown,
  WallTime,
  WEEKDAYS,
  words,
  Years,
  Zone,
} from './practice/written.ts'
import { approvalShape } from './records/posting.ts'
import { ROLES, type Role } from './roles.ts'

/** The words of docs/cli.md for `--platform`; the hall may not look into the library, so a test compares them. */
export const PRACTICE_PLATFORMS = [
  'instagram',
  'facebook',
  'tiktok',
  'youtube',
  'x',
  'linkedin',
  'google',
  'yelp',
  'healthgrades',
  'realself',
  'website',
] as const
export const TONES = ['warm', 'neutral', 'formal'] as const
/** The levels of src/rules/strictness.ts, and how people write them. */
export const PRACTICE_LEVELS = ['stop', 'needs_authorization', 'caution', 'mute'] as const

export { WEEKDAYS }

/** Chaperone's own default, for a start without a file: it decides when a day begins, nothing else. */
const DEFAULT_ZONE = 'America/New_York'

/** Half past seven: before the first patients. */
const DIGEST_AT = 450
/** Minutes; an hour for the privacy officer, four hours until the managers hear of it, then daily. */
const REMIND_AFTER = [60, 240, 1440]

/** Errors of our own for a wrong type alone: unknown keys keep zod's, which names them. */
const block =
  (expected: string) =>
  ({ code }: { code?: string }) =>
    code === 'invalid_type' ? `is expected to be ${expected}` : undefined

const Ids = z.partialRecord(z.enum(SURFACES), words(), {
  error: block('surfaces with an id each, like "slack: U012AB3CD"'),
})

/** "slack:U012AB3CD". */
const PersonRef = words().transform((text, context): { surface: Surface; id: string } => {
  const [before, ...rest] = text.split(':')
  const surface = SURFACES.find((name) => name === before)
  const id = rest.join(':').trim()
  if (surface !== undefined && id !== '') return { surface, id }
  const message = `${shown(text)} is not a person; write surface and id, like slack:U012AB3CD`
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

const Handle = shaped(/^@?[\w.-]{1,60}$/, 'a handle, like @maplestreetsmiles')

export const StaffEntry = z.strictObject(
  {
    name: words(),
    nicknames: list(words(), 20),
    credentials: list(words(40), 20),
    role: list(oneOf(ROLES), 10),
    ids: Ids.default({}),
  },
  { error: block('a name, or lines with name: and what else is known of that person') },
)

export const StrictnessEntry = z.strictObject(
  {
    rule: shaped(
      /^[a-z-]{1,40}\/[a-z-]{1,60}$/,
      'the id of a rule, like claims/painless; docs/rules.md lists them',
    ),
    level: oneOf(PRACTICE_LEVELS),
    platforms: list(oneOf(PRACTICE_PLATFORMS), 20),
    reason: words(),
    by: words(),
  },
  { error: block('lines with rule:, level:, reason: and by:') },
)

/** What stands in the practice file. Unknown keys are refused: a misspelt key is a promise that is not kept. */
export const PracticeFile = z
  .strictObject({
    name: words(),
    timeZone: Zone.optional(),
    states: list(State, 60),
    /** A name alone is enough for an entry. */
    staff: list(
      z.preprocess((value) => (typeof value === 'string' ? { name: value } : value), StaffEntry),
      2000,
    ),
    phones: list(
      shaped(/^[+(]?\d(?:[\s().-]{0,3}\d){6,14}(?:\s{0,3}(?:x|ext\.?)\s?\d{1,6})?$/i, 'a phone number'),
    ),
    addresses: list(words(300)),
    emails: list(shaped(/^[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,8}$/, 'an e-mail address')),
    handles: list(Handle),
    urls: list(shaped(/^(?:https?:\/\/)?[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?:[/?#:]\S*)?$/i, 'a web address')),
    services: list(words()),
    platforms: list(oneOf(PRACTICE_PLATFORMS), 20),
    tone: oneOf(TONES).optional(),
    policy: words(300).optional(),
    remindAfter: list(Minutes, 10),
    digest: z
      .strictObject(
        {
          at: WallTime.default(DIGEST_AT),
          weekly: oneOf(WEEKDAYS).default('monday'),
          to: list(PersonRef, 50),
        },
        { error: block('lines with at:, weekly: and to:') },
      )
      .prefault({ to: [] }),
    approval: approvalShape(list(oneOf(PRACTICE_PLATFORMS), 20), list(PersonRef), list(Handle)),
    strictness: list(StrictnessEntry, 200),
    /** Years, by kind of record. */
    retention: z
      .partialRecord(z.enum(Object.keys(RECORD_KINDS) as RecordKind[]), Years, {
        error: block('kinds of record, each with a number of years'),
      })
      .default({}),
    roles: z
      .partialRecord(z.enum(ROLES), list(PersonRef), {
        error: block('roles, each with a list of people like slack:U012AB3CD'),
      })
      .default({}),
  })
  .superRefine(({ staff }, context) => {
    const seen = new Map<string, string>()
    staff.forEach(({ name, ids }, index) => {
      for (const [surface, id] of Object.entries(ids)) {
        const other = seen.get(`${surface}:${id}`)
        const message = `${shown(id)} is already the id of ${other}; one id is one person`
        if (other !== undefined)
          context.addIssue({ code: 'custom', path: ['staff', index, 'ids', surface], message })
        seen.set(`${surface}:${id}`, name)
      }
    })
  })
export type PracticeFile = z.infer<typeof PracticeFile>

/** One id on one surface, and what its person may do. */
export interface PersonRoles {
  surface: Surface
  id: string
  roles: readonly Role[]
}

/**
 * The practice as everything else knows it. The fields from `name` to `services` have the shape that the rules
 * take (PracticeFacts), so a practice can be handed to them as it is.
 */
export interface Practice {
  /** False: there is no practice file, and everything below is empty. */
  written: boolean
  name: string | undefined
  /** Every way in which staff are called in posts, credentials included: "Dr. Maria Rivera, DDS". */
  staff: readonly string[]
  phones: readonly string[]
  addresses: readonly string[]
  emails: readonly string[]
  handles: readonly string[]
  urls: readonly string[]
  services: readonly string[]
  /** IANA name. */
  timeZone: string
  /** Two letters each. */
  states: readonly string[]
  platforms: readonly (typeof PRACTICE_PLATFORMS)[number][]
  tone: (typeof TONES)[number]
  /** Where the practice's own written policy on social media stands, in its words. */
  policy?: string | undefined
  /** Minutes after a report at which those who can take it are reminded; the last one repeats. */
  remindAfter: readonly number[]
  /** When the managers' digest goes out (minutes after midnight), on which day with the week, and to whom; empty: to every manager. */
  digest: PracticeFile['digest']
  /** Of a second pair of eyes: how long a go-ahead holds, who may post where (src/bot/records/posting.ts). */
  approval: PracticeFile['approval']
  /** Rules turned up, down or off, each with a reason and a name. */
  strictness: PracticeFile['strictness']
  /** Years that records are kept after they ended; six where nothing is said. */
  retention: PracticeFile['retention']
  roster: PracticeFile['staff']
  people: readonly PersonRoles[]
}

export function toPractice(file: PracticeFile): Practice {
  const { staff: roster, roles, timeZone = DEFAULT_ZONE, tone = 'warm', remindAfter, ...rest } = file
  const fromRoster = roster.flatMap(({ ids, role }) =>
    Object.entries(ids).map(([surface, id]) => ({ surface: surface as Surface, id, roles: role })),
  )
  const fromRoles = Object.entries(roles).flatMap(([role, people]) =>
    people.map((person) => ({ ...person, roles: [role as Role] })),
  )
  const staff = [...new Set(roster.flatMap(callings))]
  return deepFreeze({
    written: true,
    ...rest,
    timeZone,
    tone,
    remindAfter: remindAfter.length > 0 ? [...remindAfter].sort((a, b) => a - b) : REMIND_AFTER,
    staff,
    roster,
    people: [...fromRoster, ...fromRoles],
  })
}

/** A start without a practice file. */
export const NO_PRACTICE: Practice = deepFreeze({
  ...toPractice(PracticeFile.parse({ name: '-' })),
  written: false,
  name: undefined,
})

/** What the rules want to know (src/rules/facts.ts), and nothing of roles and people's ids. */
export function factsOf(practice: Practice): Facts {
  let facts = made.get(practice)
  if (facts === undefined) {
    const { name, staff, phones, addresses, emails, handles, urls, services, strictness } = practice
    facts = { name, staff, phones, addresses, emails, handles, urls, services, strictness }
    made.set(practice, facts)
  }
  return facts
}

type Facts = Pick<
  Practice,
  'name' | 'staff' | 'phones' | 'addresses' | 'emails' | 'handles' | 'urls' | 'services' | 'strictness'
>
/** The same object for the same practice: whoever reads a draft prepares a roster once, and not for each draft. */
const made = new WeakMap<Practice, Facts>()

/** What verdicts and later work lack because the practice did not say it; one sentence each. */
export function gapsOf(practice: Practice): readonly string[] {
  const lacks: readonly [missing: boolean, sentence: string][] = [
    [
      practice.staff.length === 0,
      'No staff names: a post that names a colleague can be taken for one that names a patient.',
    ],
    [practice.phones.length === 0, 'No phone numbers: your own number can be taken for a patient’s.'],
    [practice.addresses.length === 0, 'No addresses: your own address can be taken for a patient’s.'],
    [practice.emails.length === 0, 'No e-mail addresses: your own can be taken for a patient’s.'],
    [practice.handles.length === 0, 'No handles: your own accounts can be taken for somebody tagged.'],
    [practice.urls.length === 0, 'No links: your own website can be taken for somebody’s page.'],
    [practice.states.length === 0, 'No States: only federal rules are known to apply.'],
    [
      practice.people.length === 0 && practice.written,
      'No ids with roles: nobody can act as manager or privacy officer.',
    ],
  ]
  return lacks.filter(([missing]) => missing).map(([, sentence]) => sentence)
}

function callings({ name, nicknames, credentials }: PracticeFile['staff'][number]): string[] {
  const full = credentials.length > 0 ? [`${name}, ${credentials.join(', ')}`] : []
  return [name, ...full, ...nicknames]
}
