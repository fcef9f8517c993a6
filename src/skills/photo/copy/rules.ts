import type { Citation } from '../../../rules/verdict.ts'
import type { Category, Severity } from '../../../rules/vocabulary.ts'

/** What a thing that was seen means, in words for the front desk. `severity`: unless whoever finds it says otherwise. */
export interface PictureRule {
  category: Category
  severity: Severity
  message: string
  why: string
  instead: string
  citations: readonly Citation[]
}

const FACE: Citation = { article: 'photos-need-authorization', source: '45 CFR 164.514(b)(2)(i)(Q)' }
const FORM: Citation = { article: 'photos-need-authorization', source: '45 CFR 164.508(a)(1)' }
const BACKGROUND: Citation = { article: 'photo-background', source: '45 CFR 164.530(c)' }
const NAMES: Citation = { article: 'names-and-tags', source: '45 CFR 164.514(b)(2)(i)(A)' }
const DATES: Citation = { article: 'dates-and-ages', source: '45 CFR 164.514(b)(2)(i)(C)' }
const NUMBERS: Citation = {
  article: 'record-account-and-plan-numbers',
  source: '45 CFR 164.514(b)(2)(i)(H)',
}
const FILE: Citation = { article: 'photos-and-metadata', source: '45 CFR 164.514(b)(2)(i)(R)' }
const RETAKE = 'Take the picture again without it, or let me cover it.'

export const RULES = {
  'photo/revoked': {
    category: 'photo',
    severity: 'stop',
    message: 'This is a copy of a photo whose authorization was taken back.',
    why: 'Once somebody has taken it back, no new post may show the photo, cropped or not.',
    instead: 'Use a different photo, and take down what still shows this one.',
    citations: [{ article: 'after-revocation-take-down', source: '45 CFR 164.508(b)(5)' }],
  },
  'photo/maybe-revoked': {
    category: 'photo',
    severity: 'unchecked',
    message: 'This looks a lot like a photo whose authorization was taken back.',
    why: 'I cannot tell whether it is the same photo, and if it is, it may not go out again.',
    instead: 'Ask whoever keeps the forms to compare the two.',
    citations: [{ article: 'after-revocation-take-down', source: '45 CFR 164.508(b)(5)' }],
  },
  'photo/birth-date': {
    category: 'date',
    severity: 'stop',
    message: 'Somebody’s date of birth can be read here.',
    why: 'With it, and with a name or a face beside it, anybody can find out who it is.',
    instead: RETAKE,
    citations: [DATES, BACKGROUND],
  },
  'photo/chart-date': {
    category: 'date',
    severity: 'stop',
    message: 'A date beside a name can be read here, as on a chart.',
    why: 'The day of a visit belongs to the person who came.',
    instead: RETAKE,
    citations: [DATES, BACKGROUND],
  },
  'photo/record-number': {
    category: 'record-number',
    severity: 'stop',
    message: 'A chart, account or member number can be read here.',
    why: 'Such a number belongs to one person, and no post needs it.',
    instead: RETAKE,
    citations: [NUMBERS, BACKGROUND],
  },
  'photo/appointment': {
    category: 'appointment',
    severity: 'stop',
    message: 'This reads like a line of your schedule.',
    why: 'Who comes when, and for what, is exactly what must not get out. Viewers zoom in.',
    instead: RETAKE,
    citations: [BACKGROUND, NAMES],
  },
  'photo/patient-name': {
    category: 'name',
    severity: 'stop',
    message: 'A name can be read here.',
    why: 'In a practice, a name on a screen or on paper is most likely a patient’s.',
    instead: `If it is a colleague’s, put your team into the practice file. If not: ${RETAKE.toLowerCase()}`,
    citations: [NAMES, BACKGROUND],
  },
  'photo/prescription': {
    category: 'treatment-detail',
    severity: 'stop',
    message: 'This reads like a prescription or a label.',
    why: 'What somebody takes says what they are treated for.',
    instead: RETAKE,
    citations: [BACKGROUND],
  },
  'photo/plate': {
    category: 'vehicle',
    severity: 'caution',
    message: 'This could be the plate of a car.',
    why: 'A car in your lot says that its owner was there.',
    instead: RETAKE,
    citations: [{ article: 'photo-background', source: '45 CFR 164.514(b)(2)(i)(L)' }],
  },
  'photo/face': {
    category: 'photo',
    severity: 'needs_authorization',
    message: 'Possibly a face.',
    why: 'If it is a patient’s, the picture says that this person comes to you.',
    instead: 'Post it only with that person’s signed form, or let me cover the face, or take it again.',
    citations: [FACE, FORM],
  },
  'photo/person': {
    category: 'photo',
    severity: 'needs_authorization',
    message: 'Possibly a person, though I see no face.',
    why: 'Friends know somebody by hair, clothes or a tattoo, and where they stand says that they come to you.',
    instead: 'Post it only with that person’s signed form, or let me cover them, or take it again.',
    citations: [FORM, { article: 'waiting-room-pictures', source: '45 CFR 164.514(b)(2)(i)(Q)' }],
  },
  'photo/barred': {
    category: 'photo',
    severity: 'needs_authorization',
    message: 'A face with something over it: a bar, a sticker or a blur.',
    why: 'Friends still know the mouth, the hair or a ring, so it is still an image like a full face.',
    instead: 'Get the signed form, or leave the person out altogether.',
    citations: [{ article: 'black-bars-and-stickers', source: '45 CFR 164.514(b)(2)(i)(Q)' }],
  },
  'photo/before-after': {
    category: 'before-after',
    severity: 'needs_authorization',
    message: 'This looks like a before and an after.',
    why: 'It shows one person’s care. Cropping it, or a bar over the eyes, changes nothing about that.',
    instead:
      'Post it only with that person’s signed form for this very use, and with both pictures unedited.',
    citations: [{ article: 'before-after-needs-authorization', source: '45 CFR 164.508(a)(1)' }],
  },
  'photo/screenshot-review': {
    category: 'testimonial',
    severity: 'needs_authorization',
    message: 'This looks like a screenshot of reviews.',
    why: 'What a patient wrote elsewhere becomes your advertising when you post it, name or not.',
    instead: 'Post it only with the signed form of whoever wrote it.',
    citations: [{ article: 'testimonials-need-authorization', source: '45 CFR 164.508(a)(3)' }],
  },
  'photo/screenshot-chat': {
    category: 'repost',
    severity: 'needs_authorization',
    message: 'This looks like a screenshot of a chat.',
    why: 'What somebody wrote to you in private says that you know each other, and often why.',
    instead: 'Leave it out, or post it only with the signed form of whoever wrote it.',
    citations: [{ article: 'reposts-need-authorization', source: '45 CFR 164.508(a)(1)' }],
  },
  'photo/screen': {
    category: 'photo',
    severity: 'caution',
    message: 'A screen: a monitor, a laptop, a tablet or a phone.',
    why: 'I read what I could. What is too small for me, somebody else can make larger.',
    instead: 'Zoom in and look, or let me cover it.',
    citations: [BACKGROUND],
  },
  'photo/metadata': {
    category: 'metadata',
    severity: 'caution',
    message: 'The file itself tells more than the picture shows.',
    why: 'Whoever gets the file can read it, and the day or the place can point at one patient.',
    instead: 'Take the clean copy: the same picture without any of it.',
    citations: [FILE],
  },
  'photo/hidden': {
    category: 'metadata',
    severity: 'caution',
    message: 'The file holds a second picture that you do not see.',
    why: 'It can show what was cropped away, or the second before and after.',
    instead: 'Take the clean copy: it holds the one picture that you see.',
    citations: [FILE],
  },
  'photo/file-name': {
    category: 'metadata',
    severity: 'caution',
    message: 'The name of the file holds a person’s name or a number.',
    why: 'A file’s name travels with it, and some websites show it.',
    instead: 'Take the clean copy: its name says nothing.',
    citations: [FILE],
  },
  'photo/not-looked': {
    category: 'unreadable',
    severity: 'unchecked',
    message: 'I could not look at all of it.',
    why: 'What I did not see, I cannot speak for.',
    instead: 'Ask a colleague to look closely before you post it, or send it again.',
    citations: [{ article: 'what-chaperone-checks', source: '45 CFR 164.530(c)' }],
  },
  'photo/unreadable': {
    category: 'unreadable',
    severity: 'unchecked',
    message: 'I could not open this picture.',
    why: 'What I did not see, I cannot speak for.',
    instead: 'Save it as JPEG or PNG, at most 10 MB, and send it again, or ask a colleague to look.',
    citations: [{ article: 'what-chaperone-checks', source: '45 CFR 164.530(c)' }],
  },
  'photo/no-eyes': {
    category: 'unreadable',
    severity: 'unchecked',
    message: 'I cannot look at pictures on this machine.',
    why: 'What I did not see, I cannot speak for.',
    instead: 'Ask a colleague to look for faces, tattoos, charts and screens before you post it.',
    citations: [{ article: 'what-chaperone-checks', source: '45 CFR 164.530(c)' }],
  },
  'photo/minor': {
    category: 'photo',
    severity: 'needs_authorization',
    message: 'Somebody in it is younger than 18, you told me.',
    why: 'A child cannot sign for this; a parent or guardian has to, and may take it back.',
    instead: 'Post it only with the form that the parent or guardian signed.',
    citations: [{ article: 'minors-parent-signs', source: '45 CFR 164.502(g)(3)' }],
  },
  'photo/mark': {
    category: 'other-identifier',
    severity: 'needs_authorization',
    message: 'There is a tattoo, a birthmark or a scar, you told me.',
    why: 'Such a mark belongs to one person alone: whoever knows it knows who it is.',
    instead: 'Post it only with that person’s signed form, or take it again without the mark.',
    citations: [{ article: 'tattoos-scars-birthmarks', source: '45 CFR 164.514(b)(2)(i)(R)' }],
  },
  'photo/reflection': {
    category: 'photo',
    severity: 'needs_authorization',
    message: 'A mirror or a window shows somebody else, you told me.',
    why: 'Somebody in a mirror is as much in the picture as somebody in front.',
    instead: 'Take it again from another side.',
    citations: [BACKGROUND, FACE],
  },
  'photo/recognisable': {
    category: 'mosaic',
    severity: 'caution',
    message: 'People could know when or where it was, and so who it is, you told me.',
    why: 'In a town where people know each other, the day and the place can be enough.',
    instead: 'Wait some weeks, or take it again in a place that says less.',
    citations: [{ article: 'details-add-up', source: '45 CFR 164.514(b)(2)(ii)' }],
  },
  'photo/not-signed': {
    category: 'photo',
    severity: 'stop',
    message: 'It shows a patient, and there is no signed form, you told me.',
    why: 'A yes in the chair, a nod or a message is not an authorization.',
    instead: 'Ask for the form first, or use another picture.',
    citations: [FORM, FACE],
  },
  'photo/team': {
    category: 'staff-permission',
    severity: 'caution',
    message: 'Your own team, you told me.',
    why: 'A colleague’s face is no patient information. It is still theirs, and they may not want to be shown.',
    instead: 'Ask each of them, and look at what is behind them.',
    citations: [{ article: 'staff-photos', source: '45 CFR 160.103' }],
  },
  'photo/nobody': {
    category: 'photo',
    severity: 'caution',
    message: 'I took something for a face or a person, and you told me that it is none.',
    why: 'A dog, a poster or a door-knocker can look like a face to me.',
    instead: 'Look once more at the box. If somebody is there, send it again and tell me who.',
    citations: [FACE],
  },
  'photo/unsure': {
    category: 'unreadable',
    severity: 'unchecked',
    message: 'You were not sure about one of the questions.',
    why: 'What neither of us knows, nobody has looked at.',
    instead: 'Ask the colleague who took the picture before it goes out.',
    citations: [BACKGROUND],
  },
} as const satisfies Record<string, PictureRule>

export type RuleId = keyof typeof RULES
export const ruleOf = (id: RuleId): PictureRule => RULES[id]
