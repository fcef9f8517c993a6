import type { BlockDraft, ReplyDraft } from '../../src/bot/reply.ts'

/** What the bot might say, so that the page can be tried without any rule. Every name in it is made up. */

export const STOP_DRAFT =
  "Thank you, Sarah! We're so glad your tummy tuck turned out beautifully! It was a joy to have you with us last " +
  'Tuesday. Call me on 555-0142 if anything comes up.'

/** No mark where the words are not in the text. */
function mark(
  text: string,
  words: string,
  finding: number,
  tone: 'stop' | 'needs' | 'caution' | 'unchecked',
) {
  const start = text.indexOf(words)
  return start < 0 ? [] : [{ start, end: start + words.length, finding, tone }]
}

type FindingDraft = Extract<BlockDraft, { type: 'finding' }>
const finding = (number: number, quote: string, says: string, why: string, instead: string, law: string) =>
  ({ type: 'finding', number, tone: 'stop', quote, says, why, instead, law: [law] }) satisfies FindingDraft

export const stopReply = (text: string): ReplyDraft => ({
  summary: 'Stop: 4 things in this draft would disclose a patient.',
  blocks: [
    {
      type: 'verdict',
      tone: 'stop',
      title: 'Do not post this reply',
      text: 'It tells everybody that Sarah is a patient, and for what. I took it for a reply to a review on Google.',
    },
    {
      type: 'marked',
      text,
      marks: [
        mark(text, 'Sarah', 1, 'stop'),
        mark(text, 'your tummy tuck turned out beautifully', 2, 'stop'),
        mark(text, 'have you with us last Tuesday', 3, 'stop'),
        mark(text, 'last Tuesday', 4, 'caution'),
      ].flat(),
    },
    finding(
      1,
      'Sarah',
      'It calls the reviewer by a name.',
      'The screen name may say less. A name beside a visit makes the visit that of a known person.',
      'Leave the name out: “Thank you for your feedback.”',
      '45 CFR 164.514(b)(2)(i)(A)',
    ),
    finding(
      2,
      'your tummy tuck turned out beautifully',
      'It names a procedure and how it went.',
      'That is health information about the reviewer, even if the review said it first: only the patient may tell.',
      'Say nothing about care: “We take all feedback seriously.”',
      '45 CFR 164.502(a)',
    ),
    finding(
      3,
      'have you with us last Tuesday',
      'It confirms that the reviewer came to you.',
      'That somebody is your patient is protected by itself.',
      'Speak of your practice in general, not of a visit.',
      '45 CFR 160.103',
    ),
    {
      ...finding(
        4,
        'last Tuesday',
        'It gives the day of a visit.',
        'Any part of a date finer than the year points to one person.',
        'Leave the day out.',
        '45 CFR 164.514(b)(2)(i)(C)',
      ),
      tone: 'caution',
    },
    {
      type: 'suggestion',
      label: 'You could post this instead',
      text: 'Thank you for your feedback. To talk with us, please call the office. Privacy rules keep us from saying more here.',
    },
    { type: 'note', text: 'No practice file: your own staff and numbers are not known to Chaperone yet.' },
    { type: 'buttons', buttons: [{ action: 'check/kind', value: 'caption', label: 'It is a caption' }] },
  ],
})

const verdict = (
  tone: 'clear' | 'caution' | 'needs' | 'unchecked',
  title: string,
  text: string,
): ReplyDraft => ({
  summary: title,
  blocks: [{ type: 'verdict', tone, title, text }],
})
export const VERDICTS = [
  verdict(
    'clear',
    'Nothing found',
    'I looked for patients, care and claims, and found none. The decision is yours.',
  ),
  verdict('caution', 'Look at this again', 'One claim needs proof.'),
  verdict('needs', 'Ask for the signed form first', 'It shows the care of one person.'),
  verdict('unchecked', 'I could not read all of it', 'Part of this is in a language that I do not know.'),
] as const

export const OPENING: ReplyDraft = {
  summary: 'Paste what you are about to post.',
  blocks: [
    {
      type: 'form',
      form: 'check/draft',
      title: 'What are you about to post?',
      submit: 'Check it',
      fields: [
        { name: 'text', label: 'Your draft', type: 'longtext', required: true },
        {
          name: 'kind',
          label: 'What is it?',
          type: 'choice',
          initial: 'auto',
          options: [
            { value: 'auto', label: 'Work it out for me' },
            { value: 'caption', label: 'A post or caption' },
            { value: 'review_reply', label: 'A reply to a review' },
          ],
        },
        {
          name: 'platform',
          label: 'Where will it go?',
          type: 'choice',
          initial: 'auto',
          options: [
            { value: 'auto', label: 'Work it out for me' },
            { value: 'google', label: 'Google' },
            { value: 'instagram', label: 'Instagram' },
          ],
        },
        {
          name: 'account',
          label: 'Whose account?',
          type: 'choice',
          initial: 'practice',
          options: [
            { value: 'practice', label: 'The practice’s' },
            { value: 'personal', label: 'My own' },
          ],
        },
        {
          name: 'replying_to',
          label: 'What are you answering?',
          hint: 'The review or comment, if there is one.',
          type: 'longtext',
        },
      ],
    },
  ],
}

/** Every block and every field that a reply can have. */
export const EVERYTHING: ReplyDraft = {
  summary: 'One of each.',
  blocks: [
    { type: 'heading', text: 'One of each' },
    { type: 'text', text: 'Two lines\nof text.' },
    ...VERDICTS.flatMap((reply) => reply.blocks),
    {
      type: 'buttons',
      buttons: [
        { action: 'a/copy', label: 'Copy the link', value: 'https://example.org/', does: 'copy' },
        { action: 'a/go', label: 'Go on', style: 'primary' },
        { action: 'a/drop', label: 'Throw away', style: 'danger' },
        { action: 'a/other', label: 'Something else', value: 'x', more: true },
        { action: 'a/copy', label: 'Copy the name', value: 'Chaperone', does: 'copy', more: true },
        { action: 'a/long', label: 'Ask for a second pair of eyes', more: true },
      ],
    },
    {
      type: 'form',
      form: 'a/all',
      title: 'All fields',
      submit: 'Save',
      fields: [
        { name: 'who', label: 'Short text', type: 'text', required: true, hint: 'No names, please.' },
        { name: 'when', label: 'Day', type: 'date', required: true },
        { name: 'many', label: 'How many', type: 'number', required: true },
        {
          name: 'one',
          label: 'One of two',
          type: 'choice',
          required: true,
          options: [{ value: 'x', label: 'X' }],
        },
        {
          name: 'some',
          label: 'Any of these',
          type: 'choices',
          required: true,
          options: [
            { value: 'red', label: 'Red' },
            { value: 'blue', label: 'Blue' },
          ],
        },
      ],
    },
  ],
}
