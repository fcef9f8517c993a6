import { CHECKLIST, type Terms } from '../../../bot/records/authorization.ts'
import { ADD, SUBJECT_NAMES } from '../copy/form.ts'
import { type Asked, type Fields, type Given, optionsOf, rawOf, type Values } from '../form/answers.ts'
import { fieldsOf, QUESTIONS } from '../form/questions.ts'
import { type Around, type Raw, type Read, readTerms } from '../form/read.ts'
import { WRONGS } from '../form/words.ts'

const ASKED: readonly Asked[] = ['content', 'platforms', 'signer', 'has', 'dates', 'rest']

/** Everything that a signed form says, on one page. `anew`: another paper, so dates and checklist start empty. */
export function signedFields(terms: Terms, anew: boolean, states: readonly string[]): Fields {
  const values = valuesOf(terms, anew)
  return [
    {
      name: 'subject',
      label: ADD.subject.label,
      type: 'choice',
      options: optionsOf(SUBJECT_NAMES),
      initial: terms.subject,
    },
    ...ASKED.flatMap((name) => fieldsOf(name, values, states)),
  ]
}

export function readSigned(given: Raw, around: Around): Read<Terms> {
  const asked = ASKED.map((name) => QUESTIONS[name].read(given as Given, {}))
  const values: Values = Object.assign(
    { subject: typeof given.subject === 'string' ? given.subject : '' },
    ...asked,
  )
  const own = values.subject === 'minor' ? values : { ...values, comes_of_age: '' }
  const read = readTerms(rawOf(own), around)
  return 'problems' in read ? { problem: read.problems[0]?.says ?? '' } : { value: read.terms }
}

function valuesOf(terms: Terms, anew: boolean): Values {
  const { expires } = terms
  const always: Values = {
    subject: terms.subject,
    content: terms.content,
    areas: terms.areas.join(', '),
    platforms: terms.platforms,
    purpose: terms.purpose,
    paper: terms.paper,
    remuneration: terms.remuneration,
    signer: terms.signer.role,
  }
  if (anew) return { ...always, copy_given: 'no' }
  return {
    ...always,
    authority: terms.signer.authority ?? '',
    signed_on: terms.signedOn,
    ends: 'on' in expires ? expires.on : '',
    event: 'event' in expires ? expires.event : '',
    comes_of_age: terms.comesOfAge ?? '',
    copy_given: terms.copyGiven ? 'yes' : 'no',
    has: CHECKLIST.filter((item) => terms.has[item]),
    wrong: WRONGS.filter((one) => terms[one]),
  }
}
