import { givenAgain } from '../../../bot/flow/again.ts'
import {
  type Authorization,
  type AuthorizationBody,
  copyGiven,
  corrected,
  type Deed,
  dayOf,
  eventHappened,
  livePublications,
  lookedOver,
  published,
  renewed,
  revoked,
  takenDown,
} from '../../../bot/records/authorization.ts'
import type { BlockDraft } from '../../../bot/reply.ts'
import type { SkillContext } from '../../../bot/skill.ts'
import { ACT } from '../copy/acts.ts'
import { BUTTONS } from '../copy/show.ts'
import { type Fields, platformOptions } from '../form/answers.ts'
import { type Around, isProblem, type Raw, type Read } from '../form/read.ts'
import { dayFrom, platformsOf } from '../form/words.ts'
import { isMine } from '../who.ts'
import { linkFrom } from './link.ts'
import { readSigned, signedFields } from './signed.ts'

/** What is done to a form; the words are said when it is done. */
export interface Done {
  change(body: AuthorizationBody, deed: Deed): AuthorizationBody
  says: string
}

/** Something that can be done to a form, by button, by form and on the command line. */
export interface Doing {
  label: string
  style?: 'danger' | 'primary'
  /** Whether this person may; the words why not. */
  refuses?(form: Authorization, context: SkillContext): string | undefined
  open(form: Authorization): boolean
  /** Left out: the button does it at once. */
  ask?(form: Authorization, context: SkillContext): { title: string; text: string; fields: Fields }
  read(raw: Raw, form: Authorization, around: Around): Read<Done>
}

export const ACT_NAMES = ['look', 'copied', 'publish', 'renew', 'happened', 'correct', 'revoke'] as const
export type ActName = (typeof ACT_NAMES)[number]
export const isAct = (name: string): name is ActName => ACT_NAMES.includes(name as ActName)

const keepersOnly = (_form: Authorization, { roles }: SkillContext) =>
  roles.has('manager') ? undefined : ACT.notYours
const text = (raw: Raw, name: string): string => {
  const value = raw[name]
  return typeof value === 'string' ? value.trim() : ''
}
/** Not before anybody had a form, and not ahead of us. */
function pastDay(raw: Raw, name: string, { today }: Around): Read<string> {
  const written = text(raw, name)
  const day = written === '' ? today : dayFrom(written)
  return day === undefined || day > today ? { problem: ACT.badDay } : { value: day }
}
const dayField = (name: string, label: string, context: SkillContext): Fields => [
  { name, label, type: 'date', initial: dayOf(context.ports.clock.now(), context.practice.timeZone) },
]

export const ACTS: Readonly<Record<ActName, Doing>> = {
  look: {
    label: BUTTONS.look,
    open: (form) => form.lookedOver === null,
    refuses: (form, context) =>
      isMine(form, context) ? ACT.ownForm : context.roles.has('reviewer') ? undefined : ACT.notYours,
    read: () => ({ value: { change: lookedOver, says: ACT.looked } }),
  },
  copied: {
    label: BUTTONS.copied,
    open: ({ terms }) => !terms.copyGiven,
    read: () => ({ value: { change: copyGiven, says: ACT.copied } }),
  },
  publish: {
    label: BUTTONS.publish,
    open: () => true,
    ask: ({ terms }) => ({
      title: ACT.publish.title,
      text: ACT.publish.text,
      fields: [
        { name: 'url', label: ACT.publish.url, type: 'text', required: true },
        {
          name: 'platform',
          label: ACT.publish.platform,
          type: 'choice',
          options: platformOptions().filter(({ value }) => value !== 'all'),
          initial: terms.platforms[0] ?? 'website',
        },
      ],
    }),
    read(raw) {
      const url = linkFrom(text(raw, 'url'))
      if (url === undefined) return { problem: ACT.publish.badUrl }
      const [platform, ...more] = platformsOf(text(raw, 'platform')) ?? []
      if (platform === undefined || more.length > 0) return { problem: ACT.publish.badPlatform }
      return {
        value: { change: (body, deed) => published(body, { url, platform }, deed), says: ACT.publish.done },
      }
    },
  },
  renew: {
    label: BUTTONS.renew,
    open: () => true,
    ask: ({ terms }, { practice }) => ({
      title: ACT.renew.title,
      text: ACT.renew.text,
      fields: signedFields(terms, true, practice.states),
    }),
    read(raw, _form, around) {
      const terms = readSigned(raw, around)
      if (isProblem(terms)) return terms
      return {
        value: { change: (body, deed) => renewed(body, terms.value, deed), says: ACT.renew.done },
      }
    },
  },
  happened: {
    label: BUTTONS.happened,
    open: ({ terms: { expires } }) => 'event' in expires && expires.happened === null,
    ask: ({ terms: { expires } }, context) => ({
      title: ACT.happened.title,
      text: ACT.happened.text('event' in expires ? expires.event : ''),
      fields: dayField('day', ACT.happened.day, context),
    }),
    read(raw, _form, around) {
      const day = pastDay(raw, 'day', around)
      if (isProblem(day)) return day
      return {
        value: { change: (body, deed) => eventHappened(body, day.value, deed), says: ACT.happened.done },
      }
    },
  },
  correct: {
    label: BUTTONS.correct,
    open: () => true,
    refuses: keepersOnly,
    ask: ({ terms }, { practice }) => ({
      title: ACT.correct.title,
      text: ACT.correct.text,
      fields: signedFields(terms, false, practice.states),
    }),
    read(raw, _form, around) {
      const terms = readSigned(raw, around)
      if (isProblem(terms)) return terms
      return {
        value: { change: (body, deed) => corrected(body, terms.value, deed), says: ACT.correct.done },
      }
    },
  },
  // Whoever opens the letter: stopping is never a mistake that harms somebody.
  revoke: {
    label: BUTTONS.revoke,
    style: 'danger',
    open: (form) => form.revoked === null,
    ask: (_form, context) => ({
      title: ACT.revoke.title,
      text: ACT.revoke.text,
      fields: dayField('day', ACT.revoke.day, context),
    }),
    read(raw, _form, around) {
      const day = pastDay(raw, 'day', around)
      if (isProblem(day)) return day
      return { value: { change: (body, deed) => revoked(body, day.value, deed), says: ACT.revoke.done } }
    },
  },
}

/** "down.2": the third post under the form is gone. */
export function downOf(form: Authorization, wanted: string): Done | undefined {
  const at = /^down\.(\d{1,4})$/.exec(wanted)?.[1]
  const post = at === undefined ? undefined : form.publications[Number(at)]
  if (!post) return undefined
  const last = livePublications(form).every(({ id }) => id === post.id)
  return {
    change: (body, deed) => takenDown(body, post.id, deed),
    says: last ? ACT.allDown : ACT.down,
  }
}

/** The question of an act, as a form that carries the number and the act. */
export function formOf(
  name: ActName,
  form: Authorization,
  context: SkillContext,
  problem?: string,
  given?: Raw,
): BlockDraft[] {
  const asked = ACTS[name].ask?.(form, context)
  if (!asked) return []
  // What was typed is still there when one line of it has to be put right.
  const fields = given ? givenAgain(asked.fields, given) : asked.fields
  return [
    { type: 'text', text: problem ?? asked.text },
    {
      type: 'form',
      form: `authorization/did#${form.number}.${name}`,
      title: asked.title,
      submit: ACT.submit,
      fields,
    },
  ]
}
