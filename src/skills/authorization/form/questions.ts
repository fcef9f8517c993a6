import type { Question } from '../../../bot/flow/copy.ts'
import { ageOfMajority } from '../../../bot/records/authorization.ts'
import {
  ADD,
  CONTENT_LABELS,
  HAS_NAMES,
  REMUNERATION_NAMES,
  SIGNER_NAMES,
  SUBJECT_NAMES,
  WRONG_NAMES,
} from '../copy/form.ts'
import {
  type Asked,
  boxes,
  type Fields,
  type Given,
  given,
  optionsOf,
  platformOptions,
  ticked,
  type Values,
  word,
} from './answers.ts'
import type { FieldName } from './read.ts'

interface Asking {
  text: string
  /** Which lines of the form an answer here can get wrong. */
  fields: readonly FieldName[]
  /** From here on everything is known that a contradiction between lines can come from. */
  settles: boolean
  ask(values: Values, states: readonly string[]): Pick<Question, 'choices' | 'form'>
  read(given: Given, values: Values): Values
}

/** Of a question as a form. */
export const fieldsOf = (name: Asked, values: Values, states: readonly string[]): Fields =>
  QUESTIONS[name].ask(values, states).form?.fields ?? []

const form = (fields: Fields): Pick<Question, 'form'> => ({
  form: { title: ADD.title, submit: ADD.goOn, fields },
})
export const QUESTIONS: Readonly<Record<Asked, Asking>> = {
  code: {
    text: ADD.code.text,
    fields: ['code'],
    settles: false,
    ask: (values) =>
      form([
        {
          name: 'code',
          label: ADD.code.label,
          hint: ADD.code.hint,
          type: 'text',
          required: true,
          ...word(values, 'code'),
        },
      ]),
    read: (from) => ({ code: given(from, 'code') }),
  },
  subject: {
    text: ADD.subject.text,
    fields: ['subject'],
    settles: false,
    ask: () => ({ choices: optionsOf(SUBJECT_NAMES) }),
    // Whoever corrects this is asked again what follows from it.
    read: (from) => ({
      subject: typeof from === 'string' ? from : '',
      signer: 'patient',
      authority: '',
      comes_of_age: '',
    }),
  },
  content: {
    text: ADD.content.text,
    fields: ['content', 'areas'],
    settles: false,
    ask: (values) =>
      form([
        {
          name: 'content',
          label: ADD.content.label,
          type: 'choices',
          options: optionsOf(CONTENT_LABELS),
          required: true,
          ...ticked(values, 'content'),
        },
        {
          name: 'areas',
          label: ADD.content.areas,
          hint: ADD.content.areasHint,
          type: 'text',
          ...word(values, 'areas'),
        },
      ]),
    read: (from) => ({ content: boxes(from, 'content'), areas: given(from, 'areas') }),
  },
  platforms: {
    text: ADD.platforms.text,
    fields: ['platforms', 'purpose'],
    settles: false,
    ask: (values) =>
      form([
        {
          name: 'platforms',
          label: ADD.platforms.label,
          type: 'choices',
          options: platformOptions(),
          required: true,
          ...ticked(values, 'platforms'),
        },
        {
          name: 'purpose',
          label: ADD.platforms.purpose,
          hint: ADD.platforms.purposeHint,
          type: 'text',
          required: true,
          ...word(values, 'purpose'),
        },
      ]),
    read: (from) => ({ platforms: boxes(from, 'platforms'), purpose: given(from, 'purpose') }),
  },
  signer: {
    text: ADD.signer.text,
    fields: ['signer', 'authority'],
    settles: false,
    ask: (values) =>
      form([
        {
          name: 'signer',
          label: ADD.signer.label,
          type: 'choice',
          options: optionsOf(SIGNER_NAMES),
          initial:
            values.subject === 'minor'
              ? 'parent'
              : values.subject === 'deceased'
                ? 'representative'
                : 'patient',
        },
        {
          name: 'authority',
          label: ADD.signer.authority,
          hint: ADD.signer.authorityHint,
          type: 'text',
          ...word(values, 'authority'),
        },
      ]),
    read: (from) => ({ signer: given(from, 'signer'), authority: given(from, 'authority') }),
  },
  dates: {
    text: ADD.dates.text,
    fields: ['signed_on', 'expires', 'comes_of_age'],
    settles: true,
    ask: (values, states) =>
      form([
        {
          name: 'signed_on',
          label: ADD.dates.signed,
          type: 'date',
          required: true,
          ...word(values, 'signed_on'),
        },
        { name: 'ends', label: ADD.dates.ends, type: 'date', ...word(values, 'ends') },
        {
          name: 'event',
          label: ADD.dates.event,
          hint: ADD.dates.eventHint,
          type: 'text',
          ...word(values, 'event'),
        },
        ...(values.subject === 'minor'
          ? [
              {
                name: 'comes_of_age',
                label: ADD.dates.ofAge(ageOfMajority(states)),
                hint: ADD.dates.ofAgeHint,
                type: 'date' as const,
                ...word(values, 'comes_of_age'),
              },
            ]
          : []),
      ]),
    read: (from) => ({
      signed_on: given(from, 'signed_on'),
      ends: given(from, 'ends'),
      event: given(from, 'event'),
      comes_of_age: given(from, 'comes_of_age'),
    }),
  },
  has: {
    text: ADD.has.text,
    fields: ['lacks'],
    settles: false,
    ask: (values) =>
      form([
        {
          name: 'has',
          label: ADD.has.label,
          type: 'choices',
          options: optionsOf(HAS_NAMES),
          ...ticked(values, 'has'),
        },
        {
          name: 'wrong',
          label: ADD.has.wrong,
          type: 'choices',
          options: optionsOf(WRONG_NAMES),
          ...ticked(values, 'wrong'),
        },
      ]),
    read: (from) => ({ has: boxes(from, 'has'), wrong: boxes(from, 'wrong') }),
  },
  rest: {
    text: ADD.rest.text,
    fields: ['remuneration', 'copy_given', 'paper'],
    settles: true,
    ask: (values) =>
      form([
        {
          name: 'remuneration',
          label: ADD.rest.pay,
          type: 'choice',
          options: optionsOf(REMUNERATION_NAMES),
          initial: typeof values.remuneration === 'string' ? values.remuneration : 'none',
        },
        {
          name: 'copy_given',
          label: ADD.rest.copy,
          type: 'choice',
          options: [
            { value: 'yes', label: ADD.rest.yes },
            { value: 'no', label: ADD.rest.no },
          ],
          initial: typeof values.copy_given === 'string' ? values.copy_given : 'yes',
        },
        {
          name: 'paper',
          label: ADD.rest.paper,
          hint: ADD.rest.paperHint,
          type: 'text',
          required: true,
          ...word(values, 'paper'),
        },
      ]),
    read: (from) => ({
      remuneration: given(from, 'remuneration'),
      copy_given: given(from, 'copy_given'),
      paper: given(from, 'paper'),
    }),
  },
}
