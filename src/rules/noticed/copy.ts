import type { Citation } from '../verdict.ts'
import type { Category } from '../vocabulary.ts'

interface Says {
  says: string
  why: string
  instead: string
  citations: readonly Citation[]
}

const PHI: Citation = { article: 'what-is-phi', source: '45 CFR 160.103' }
const IDENTIFIERS: Citation = { article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(A)-(R)' }
const REPLY: Citation = { article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }
const CLAIMS: Citation = { article: 'claims-need-proof', source: 'FTC Act, section 5' }

const identifier = (what: string): Says => ({
  says: `A second look took this for ${what} that can point at one person.`,
  why: 'Together with care here, even a small detail can tell who somebody is.',
  instead: 'Leave it out, or say it so that it fits many people.',
  citations: [IDENTIFIERS],
})

const NUMBER = identifier('a number or an address')

/** What is said of a place that a model noticed: our words, whatever the model's were. */
export const SAYS: Partial<Record<Category, Says>> = {
  name: identifier('a name'),
  location: identifier('a place'),
  date: identifier('a date or a time'),
  age: identifier('an age'),
  phone: NUMBER,
  email: NUMBER,
  ssn: NUMBER,
  'record-number': NUMBER,
  account: NUMBER,
  license: NUMBER,
  vehicle: identifier('a vehicle'),
  device: NUMBER,
  url: NUMBER,
  ip: NUMBER,
  biometric: identifier('a voice, a fingerprint or the like'),
  photo: identifier('something in a picture'),
  'other-identifier': identifier('a detail'),
  'patient-status': {
    says: 'A second look read this as telling that somebody is or was a patient here.',
    why: 'Who is a patient here is private, even where nothing medical is said and even where they said it first.',
    instead: 'Write it so that it fits anybody: "Thank you for your kind words!"',
    citations: [REPLY, PHI],
  },
  appointment: {
    says: 'A second look read this as being about somebody’s visit.',
    why: 'A visit that happened, or will, tells that this person is a patient here.',
    instead: 'Say what holds for everybody, such as your hours and how to book.',
    citations: [REPLY],
  },
  'treatment-detail': {
    says: 'A second look read this as being about the care of one person.',
    why: 'What somebody had done, or how it went, is theirs to tell.',
    instead: 'Write about the service in general, without the person.',
    citations: [PHI],
  },
  payment: {
    says: 'A second look read this as being about somebody’s bill or insurance.',
    why: 'What one person paid or owes tells that they are a patient here.',
    instead: 'Say how billing works for everybody, and offer a call.',
    citations: [REPLY],
  },
  'defensive-reply': {
    says: 'A second look read this as arguing with what somebody wrote.',
    why: 'To correct a review you would have to show what you know about its writer.',
    instead: 'Thank them for the feedback and invite them to a private talk.',
    citations: [REPLY],
  },
  mosaic: {
    says: 'A second look thinks that these details together may point at one person.',
    why: 'Each alone is harmless. Together, somebody in town may know who is meant.',
    instead: 'Keep one of them, or tell it about many people.',
    citations: [{ article: 'details-add-up', source: '45 CFR 164.514(b)(2)(ii)' }],
  },
  'medical-advice': {
    says: 'A second look read this as advice to one person.',
    why: 'Advice in public tells that you know about their health, and nobody has looked at them.',
    instead: 'Ask them to call, and keep what you post general.',
    citations: [{ article: 'no-medical-advice-online', source: '45 CFR 164.502(a)' }],
  },
  'insecure-channel': {
    says: 'A second look read this as asking for health details in an open place.',
    why: 'Comments and social messages are open to more people than they seem.',
    instead: 'Give your phone number or your portal instead.',
    citations: [{ article: 'social-messages-are-not-secure', source: '45 CFR 164.530(c)' }],
  },
  'before-after': {
    says: 'A second look read this as a before-and-after of somebody.',
    why: 'It shows one person’s care, with or without a face.',
    instead: 'Show it only once that person has signed your authorization form, or show no person.',
    citations: [{ article: 'before-after-needs-authorization', source: '45 CFR 164.508(a)(3)' }],
  },
  testimonial: {
    says: 'A second look read this as somebody’s praise, used by you.',
    why: 'What a patient said about their care needs their signed form before you use it.',
    instead: 'Ask for the signed authorization form first, or speak in your own words.',
    citations: [{ article: 'testimonials-need-authorization', source: '45 CFR 164.508(a)(3)' }],
  },
  repost: {
    says: 'A second look read this as passing on what somebody else posted.',
    why: 'They may tell their own story. When you pass it on, it is you who tells it.',
    instead: 'Ask for their signed authorization form first.',
    citations: [{ article: 'reposts-need-authorization', source: '45 CFR 164.508(a)(3)' }],
  },
  'verbal-consent': {
    says: 'A second look read this as relying on a yes that nobody signed.',
    why: 'A spoken yes or a kind message is no authorization.',
    instead: 'Ask for the signed form before it goes out.',
    citations: [{ article: 'verbal-yes-is-not-authorization', source: '45 CFR 164.508(c)(1)' }],
  },
  contest: {
    says: 'A second look read this as a contest or giveaway about somebody’s care.',
    why: 'Whoever takes part or wins is shown as a patient.',
    instead: 'Let people take part without telling about their care.',
    citations: [{ article: 'contests-need-authorization', source: '45 CFR 164.508(a)(3)' }],
  },
  'staff-permission': {
    says: 'A second look is not sure that this colleague agreed to be shown.',
    why: 'Colleagues decide for themselves, and some are patients here too.',
    instead: 'Ask them first, and say nothing of their own care.',
    citations: [{ article: 'staff-photos', source: '45 CFR 160.103' }],
  },
  'ftc-claim': {
    says: 'A second look read this as a promise that is hard to prove.',
    why: 'Claims about results need proof, and people complain about promises.',
    instead: 'Say what you do, not what everybody will get.',
    citations: [CLAIMS],
  },
  'review-gating': {
    says: 'A second look read this as steering who writes a review.',
    why: 'Asking only happy people, or paying for reviews, misleads everybody else.',
    instead: 'Ask everybody the same way, and offer nothing for it.',
    citations: [{ article: 'review-gating', source: '16 CFR 465.7(b)' }],
  },
  'personal-account': {
    says: 'A second look read this as work told from somebody’s own account.',
    why: 'What happens at work with patients stays there, whoever posts it.',
    instead: 'Leave work out of it, or let the practice post something general.',
    citations: [{ article: 'personal-accounts', source: '45 CFR 164.502(a)' }],
  },
}
