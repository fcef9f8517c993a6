import type { State } from './answers.ts'
import { COPY } from './copy.ts'
import * as lists from './lists.ts'
import { choice, choices, count, isProblem, link, named, type Raw, states, words } from './read.ts'
import type { Asking, Masking } from './steps.ts'

const { optionsOf } = lists
const wasUp = ({ answers }: State) => answers.up !== 'no'
const list = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? (value as string[]) : undefined
const initial = (value: string | string[] | null | undefined) =>
  value === undefined || value === null || value.length === 0 ? {} : { initial: value }
const object = <T extends object>(value: T | 'unknown' | undefined): Partial<T> =>
  typeof value === 'object' ? value : {}
const written = (count: number | null | undefined) =>
  initial(count === undefined || count === null ? '' : String(count))

const pick = (name: string, label: string, labels: Readonly<Record<string, string>>, value?: string) => ({
  name,
  label,
  type: 'choice' as const,
  options: optionsOf(labels),
  ...initial(value),
})
const tick = (name: string, label: string, labels: Readonly<Record<string, string>>, value: unknown) => ({
  name,
  label,
  type: 'choices' as const,
  options: optionsOf(labels),
  ...initial(list(value)),
})

export const evidence: Asking<'evidence'> = {
  name: 'evidence',
  summary: () => COPY.evidence.summary,
  text: (state) => (wasUp(state) ? COPY.evidence.before : COPY.evidence.after),
  title: COPY.evidence.title,
  fields: ({ answers }) => [tick('kept', COPY.evidence.label, lists.EVIDENCE, answers.evidence)],
  read: (raw) => some(choices(raw, 'kept', lists.EVIDENCE), COPY.evidence.unclear),
  unclear: COPY.evidence.unclear,
}

export const down: Asking<'down'> = {
  name: 'down',
  summary: () => COPY.down.summary,
  text: (state) => (wasUp(state) ? COPY.down.before : COPY.down.after),
  title: COPY.down.title,
  fields: ({ answers }) => [tick('gone', COPY.down.label, lists.DOWN, answers.down)],
  read: (raw) => some(choices(raw, 'gone', lists.DOWN), COPY.down.unclear),
  unclear: COPY.down.unclear,
}

export const kinds: Asking<'kinds'> = {
  name: 'kinds',
  summary: () => COPY.kinds.summary,
  text: () => COPY.kinds.text,
  title: COPY.kinds.title,
  fields: ({ answers }) => [tick('kinds', COPY.kinds.label, lists.KINDS, answers.kinds)],
  read: (raw) => some(choices(raw, 'kinds', lists.KINDS), COPY.kinds.unclear),
  unclear: COPY.kinds.unclear,
}

/** @param guess the platform that was named when the report began. */
export const where = (guess: string | undefined): Asking<'where'> => ({
  name: 'where',
  summary: () => COPY.where.summary,
  text: () => COPY.where.text,
  title: COPY.where.title,
  fields: ({ answers }) => {
    const before = object(answers.where)
    return [
      pick('platform', COPY.where.platform, lists.PLATFORMS, before.platform ?? guess),
      pick('account', COPY.where.account, lists.ACCOUNTS, before.account),
      pick('form', COPY.where.form, lists.FORMS, before.form),
      {
        name: 'link',
        label: COPY.where.link,
        hint: COPY.where.linkHint,
        type: 'text',
        ...initial(before.link),
      },
    ]
  },
  read(raw) {
    const address = named(COPY.where.link, link(words(raw, 'link')))
    if (isProblem(address)) return address
    const platform = choice(raw, 'platform', lists.PLATFORMS)
    const account = choice(raw, 'account', lists.ACCOUNTS)
    return { value: { platform, account, form: choice(raw, 'form', lists.FORMS), link: address.value } }
  },
  unclear: COPY.where.unclear,
})

export const people = (home: string | undefined): Asking<'people'> => ({
  name: 'people',
  summary: () => COPY.people.summary,
  text: () => COPY.people.text,
  title: COPY.people.title,
  fields: ({ answers }) => {
    const before = object(answers.people)
    const where = before.states
      ? Object.entries(before.states)
          .map(([code, number]) => (number === null ? code : `${code} ${number}`))
          .join(', ')
      : home
    return [
      // Text, so that "about 12" and "none" can be said.
      {
        name: 'count',
        label: COPY.people.count,
        hint: COPY.people.countHint,
        type: 'text',
        ...written(before.count),
      },
      {
        name: 'states',
        label: COPY.people.states,
        hint: COPY.people.statesHint,
        type: 'text',
        ...initial(where),
      },
      pick('minors', COPY.people.minors, lists.YES_NO, before.minors),
      pick('dead', COPY.people.dead, lists.YES_NO, before.dead),
    ]
  },
  read(raw) {
    const all = named(COPY.people.count, count(words(raw, 'count')))
    if (isProblem(all)) return all
    const residents = named(COPY.people.states, states(words(raw, 'states')))
    if (isProblem(residents)) return residents
    const sum = Object.values(residents.value).reduce<number>((total, number) => total + (number ?? 0), 0)
    if (all.value !== null && sum > all.value) return { problem: COPY.problems.statesSum }
    return {
      value: {
        count: all.value,
        states: residents.value,
        minors: choice(raw, 'minors', lists.YES_NO),
        dead: choice(raw, 'dead', lists.YES_NO),
      },
    }
  },
  unclear: COPY.people.unclear,
})

export const seen: Asking<'seen'> = {
  name: 'seen',
  summary: () => COPY.seen.summary,
  text: () => COPY.seen.text,
  title: COPY.seen.title,
  fields: ({ answers }) => {
    const before = object(answers.seen)
    const hint = COPY.seen.numberHint
    return [
      pick('audience', COPY.seen.audience, lists.AUDIENCE, before.audience),
      pick('viewed', COPY.seen.viewed, lists.VIEWED, before.viewed),
      { name: 'views', label: COPY.seen.views, hint, type: 'text', ...written(before.views) },
      { name: 'comments', label: COPY.seen.comments, hint, type: 'text', ...written(before.comments) },
      pick('copies', COPY.seen.copies, lists.YES_NO, before.copies),
    ]
  },
  read(raw) {
    const views = named(COPY.seen.views, count(words(raw, 'views')))
    const comments = named(COPY.seen.comments, count(words(raw, 'comments')))
    if (isProblem(views)) return views
    if (isProblem(comments)) return comments
    return {
      value: {
        audience: choice(raw, 'audience', lists.AUDIENCE),
        viewed: choice(raw, 'viewed', lists.VIEWED),
        views: views.value,
        comments: comments.value,
        copies: choice(raw, 'copies', lists.YES_NO),
      },
    }
  },
  unclear: COPY.seen.unclear,
}

export const acted = ({ mask }: Masking): Asking<'acted'> => ({
  name: 'acted',
  summary: () => COPY.acted.summary,
  text: () => COPY.acted.text,
  title: COPY.acted.title,
  fields: ({ answers }) => {
    const before = object(answers.acted)
    const { words: label, wordsHint: hint } = COPY.acted
    return [
      tick('steps', COPY.acted.label, lists.ACTED, before.steps),
      { name: 'words', label, hint, type: 'longtext', ...initial(before.words) },
    ]
  },
  read(raw) {
    const value = { steps: choices(raw, 'steps', lists.ACTED), words: mask(words(raw, 'words')) }
    return value.steps.length === 0 && value.words === '' ? { problem: COPY.acted.unclear } : { value }
  },
  unclear: COPY.acted.unclear,
})

export const more = ({ mask }: Masking): Asking<'more'> => ({
  name: 'more',
  summary: () => COPY.more.summary,
  text: () => COPY.more.text,
  title: COPY.more.title,
  submit: COPY.more.submit,
  fields: ({ answers }) => [
    { name: 'words', label: COPY.more.label, type: 'longtext', ...initial(words({ ...answers }, 'more')) },
  ],
  read(raw: Raw) {
    const text = mask(words(raw, 'words'))
    return text === '' ? { problem: COPY.more.unclear } : { value: text }
  },
  unclear: COPY.more.unclear,
  canBeUnknown: false,
})

function some(values: string[], problem: string) {
  return values.length > 0 ? { value: values } : { problem }
}
