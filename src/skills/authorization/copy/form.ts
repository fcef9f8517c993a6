import type { CheckItem, Content, REMUNERATION, Signer, Subject } from '../../../bot/records/authorization.ts'
import type { Wrong } from '../form/words.ts'

/** What the guided form says, question by question. */
export const SUBJECT_NAMES: Readonly<Record<Subject, string>> = {
  patient: 'An adult patient',
  minor: 'A patient under age',
  staff: 'A colleague at work',
  deceased: 'A patient who has died',
}
export const CONTENT_LABELS: Readonly<Record<Content, string>> = {
  photo: 'Photos',
  video: 'Video',
  words: 'Words: their story, a quote, a caption about them',
}
export const SIGNER_NAMES: Readonly<Record<Signer, string>> = {
  patient: 'The person shown',
  parent: 'A parent',
  representative: 'A representative: guardian, executor, …',
}
export const REMUNERATION_NAMES: Readonly<Record<(typeof REMUNERATION)[number], string>> = {
  none: 'Nobody pays us for this',
  stated: 'Somebody pays, and the form says so',
  not_stated: 'Somebody pays, and the form does not say so',
}
/** Six elements and three statements (45 CFR 164.508(c)), as they can be found on the paper. */
export const HAS_NAMES: Readonly<Record<CheckItem, string>> = {
  information: 'Says which photos, video or words it is about',
  discloser: 'Says who may share them',
  recipient: 'Says who will see them: names the platforms',
  purpose: 'Says what for',
  expiration: 'Has a date or event at which it ends',
  signature: 'Is signed and dated',
  revocation: 'Says that it can be taken back in writing, and how',
  conditioning: 'Says that care does not depend on signing',
  redisclosure: 'Says that others may pass it on, unprotected',
  plain: 'Is in plain language',
}
export const WRONG_NAMES: Readonly<Record<Wrong, string>> = {
  combined: 'It is part of an intake, treatment or money form',
  conditioned: 'Care, or a price, was made to depend on signing',
  untrue: 'Something in it is not true, and we know it',
}

export const ADD = {
  title: 'Write down a signed form',
  goOn: 'Go on',
  masked: 'I took a name or a number out of what you wrote. Neither belongs in this register.',
  code: {
    text: 'Let us write down a signed authorization. Take the paper to hand; it takes two minutes. Which code do you give it? Never a name, a birthday or a chart number: the paper knows who it is, I need not.',
    label: 'Your own code for this form',
    hint: 'Like B-112. Write it on the paper too.',
    there: (code: string, number: string) =>
      `There is a form with the code ${code} already: ${number}. Give this one another code, or renew that one.`,
  },
  subject: {
    label: 'Who is shown',
    text: 'Who is shown or told about? (A colleague who is shown as a patient counts as a patient.)',
  },
  content: {
    text: 'What does the form cover?',
    label: 'Tick all that it names',
    areas: 'Body areas that it names, if any',
    areasHint: 'Like: teeth, abdomen',
  },
  platforms: {
    text: 'Where may it be posted? A form covers only the places that it names.',
    label: 'Tick each one that the form names',
    all: 'All of these by name',
    purpose: 'What for?',
    purposeHint: 'As on the form, like: showing our work',
  },
  signer: {
    text: 'Who signed it?',
    label: 'Who signed',
    authority: 'By what right, as the form describes it',
    authorityHint:
      'For a representative: like “executor of the estate”. Leave it empty if the form says nothing.',
  },
  dates: {
    text: 'From when until when? A form needs a day, or something that will happen, at which it ends.',
    signed: 'Signed on',
    ends: 'It ends on this day',
    event: 'Or when this happens',
    eventHint: 'Like: the end of the spring campaign. “Indefinite” is no end.',
    ofAge: (age: number) => `The day on which the patient turns ${age}`,
    ofAgeHint:
      'From then on their own signature is needed. An earlier day if they come of age through marriage, service or a court.',
  },
  has: {
    text: 'Now look at the paper: what does it have? A form that lacks one of these covers nothing, so better to know it today.',
    label: 'Tick what the form has',
    wrong: 'Is any of this true?',
  },
  rest: {
    text: 'Three last things.',
    pay: 'Does anybody pay us for this?',
    copy: 'Did the signer get a copy?',
    yes: 'Yes',
    no: 'Not yet',
    paper: 'Where is the signed paper kept?',
    paperHint: 'Like: binder 2, or the forms folder',
  },
  review: {
    text: 'This is what I would write down:',
    save: 'Write it down',
    lacking: 'Careful: this form is defective and will cover nothing. It …',
  },
  unclear: 'I could not read that. Please try once more.',
} as const
