import { z } from 'zod'
import { PRACTICE_PLATFORMS } from '../../practice.ts'
import type { RegisterRecord } from '../../register.ts'
import { Day } from './days.ts'

/** Whose picture or story it is. `staff`: a colleague shown at work; one shown as a patient is a patient. */
export const SUBJECTS = ['patient', 'minor', 'staff', 'deceased'] as const
export type Subject = (typeof SUBJECTS)[number]
export const CONTENTS = ['photo', 'video', 'words'] as const
export type Content = (typeof CONTENTS)[number]
/** `patient`: the person shown signs. */
export const SIGNERS = ['patient', 'parent', 'representative'] as const
export type Signer = (typeof SIGNERS)[number]
/** `not_stated`: somebody pays for the use, and the form does not say so (45 CFR 164.508(a)(3)(ii)). */
export const REMUNERATION = ['none', 'stated', 'not_stated'] as const
export type Platform = (typeof PRACTICE_PLATFORMS)[number]

/** The six core elements and the three statements of 45 CFR 164.508(c)(1) and (2), and plain language (c)(3). */
export const CHECKLIST = [
  'information',
  'discloser',
  'recipient',
  'purpose',
  'expiration',
  'signature',
  'revocation',
  'conditioning',
  'redisclosure',
  'plain',
] as const
export type CheckItem = (typeof CHECKLIST)[number]

/** On a day, or when something happens that has to do with the person or the purpose. Never "indefinitely". */
export const Expiry = z.union([
  z.strictObject({ on: Day }),
  /** `happened`: the day on which somebody said that it did. */
  z.strictObject({ event: z.string().min(3).max(120), happened: Day.nullable() }),
])
export type Expiry = z.infer<typeof Expiry>

/** What one signed form says. */
export const Terms = z.strictObject({
  subject: z.enum(SUBJECTS),
  content: z.array(z.enum(CONTENTS)).min(1),
  /** In the practice's words: "teeth", "abdomen". Empty: the form names none. */
  areas: z.array(z.string().min(1).max(60)).max(20),
  platforms: z.array(z.enum(PRACTICE_PLATFORMS)).min(1),
  purpose: z.string().min(1).max(300),
  signer: z.strictObject({
    role: z.enum(SIGNERS),
    /** "executor of the estate, letters of …"; null where the form describes none. */
    authority: z.string().min(1).max(200).nullable(),
  }),
  signedOn: Day,
  expires: Expiry,
  /** Of a minor: from this day on their own signature is needed. */
  comesOfAge: Day.nullable(),
  remuneration: z.enum(REMUNERATION),
  /** The signer got a copy: 164.508(c)(4). */
  copyGiven: z.boolean(),
  /** Where the signed paper or file is kept. */
  paper: z.string().min(1).max(200),
  /** What the form has. */
  has: z.record(z.enum(CHECKLIST), z.boolean()),
  /** Merged with another document that is no authorization: 164.508(b)(3). */
  combined: z.boolean(),
  /** Care, price or anything else was made to depend on the signature: 164.508(b)(4). */
  conditioned: z.boolean(),
  /** The practice knows that something in it is false: 164.508(b)(2)(v). */
  untrue: z.boolean(),
})
export type Terms = z.infer<typeof Terms>

/** "surface:id" of whoever did it, and when; milliseconds since 1970. */
const Deed = { at: z.number(), by: z.string() }

export const Publication = z.strictObject({
  /** Of the event that told of it: the same one is written once. */
  id: z.string(),
  ...Deed,
  platform: z.enum(PRACTICE_PLATFORMS),
  url: z.string().min(1).max(500),
  down: z.strictObject(Deed).nullable(),
})
export type Publication = z.infer<typeof Publication>

export const TiedPhoto = z.strictObject({
  id: z.string(),
  ...Deed,
  /** As the port Vision gives it. */
  fingerprint: z.array(z.string().max(200)).min(1).max(64),
})
export type TiedPhoto = z.infer<typeof TiedPhoto>

export const Revocation = z.strictObject({ ...Deed, on: Day })

export const ACTS = [
  'added',
  'looked_over',
  'renewed',
  'revoked',
  'event_happened',
  'photo_tied',
  'photo_untied',
  'published',
  'taken_down',
  'corrected',
  'reminded',
] as const
export type Act = (typeof ACTS)[number]

/** What is kept sealed in the register, for one code. A renewal puts new terms in place of the old ones. */
export const AuthorizationBody = z.strictObject({
  shape: z.literal(1),
  code: z.string().min(1).max(32),
  terms: Terms,
  revoked: Revocation.nullable(),
  /** Whoever looked the paper over besides the one who wrote it down; null while nobody has. */
  lookedOver: z.strictObject(Deed).nullable(),
  photos: z.array(TiedPhoto),
  publications: z.array(Publication),
  /** Forms that this one replaced, oldest first. */
  earlier: z.array(z.strictObject({ terms: Terms, revoked: Revocation.nullable() })),
  /** Everything that was done, oldest first. The same id acts once. */
  acts: z.array(z.strictObject({ id: z.string(), ...Deed, what: z.enum(ACTS) })),
})
export type AuthorizationBody = z.infer<typeof AuthorizationBody>

/** A form as the register has it. */
export interface Authorization extends AuthorizationBody {
  /** AUT-2026-0001 */
  number: string
  version: number
}

/** Undefined: no authorization, or one that this Chaperone cannot read; either covers nothing. */
export function readAuthorization(record: RegisterRecord | undefined): Authorization | undefined {
  if (record?.kind !== 'authorization') return undefined
  const read = AuthorizationBody.safeParse(record.body)
  return read.success ? { ...read.data, number: record.number, version: record.version } : undefined
}
