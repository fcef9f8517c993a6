import { daysBetween, plusYears } from './days.ts'
import type { CheckItem, Terms } from './model.ts'

/** Something that a form lacks or breaks; it then covers nothing (45 CFR 164.508(b)(2)). */
export interface Defect {
  what: CheckItem | 'authority' | 'combined' | 'conditioned' | 'untrue' | 'remuneration'
  /** Ends "The form …". */
  says: string
  law: string
}

const LACKS: Readonly<Record<CheckItem, Omit<Defect, 'what'>>> = {
  information: {
    says: 'does not say which photos, video or words it is about',
    law: '45 CFR 164.508(c)(1)(i)',
  },
  discloser: { says: 'does not say who may share them', law: '45 CFR 164.508(c)(1)(ii)' },
  recipient: {
    says: 'does not say who will see them, or on which platforms',
    law: '45 CFR 164.508(c)(1)(iii)',
  },
  purpose: { says: 'does not say what for', law: '45 CFR 164.508(c)(1)(iv)' },
  expiration: { says: 'has no date or event at which it ends', law: '45 CFR 164.508(c)(1)(v)' },
  signature: { says: 'is not signed and dated', law: '45 CFR 164.508(c)(1)(vi)' },
  revocation: {
    says: 'does not say that it can be taken back in writing, and how',
    law: '45 CFR 164.508(c)(2)(i)',
  },
  conditioning: {
    says: 'does not say that care does not depend on signing',
    law: '45 CFR 164.508(c)(2)(ii)',
  },
  redisclosure: {
    says: 'does not say that what is shared can be passed on and lose its protection',
    law: '45 CFR 164.508(c)(2)(iii)',
  },
  plain: { says: 'is not in plain language', law: '45 CFR 164.508(c)(3)' },
}

/**
 * A colleague shown at work is no matter of 164.508; a permission then has to be signed, and to be about
 * something. A colleague shown as a patient is written down as a patient.
 */
const OF_STAFF: readonly CheckItem[] = ['information', 'purpose', 'expiration', 'signature']

export function defectsOf(terms: Terms): Defect[] {
  const asked = Object.keys(LACKS) as CheckItem[]
  const lacking = asked
    .filter((item) => !terms.has[item] && (terms.subject !== 'staff' || OF_STAFF.includes(item)))
    .map((what): Defect => ({ what, ...LACKS[what] }))
  const broken: Defect[] = []
  if (needsAuthority(terms) && terms.signer.authority === null) {
    const says = 'does not say by what right the signer signs for the patient'
    broken.push({ what: 'authority', says, law: '45 CFR 164.508(c)(1)(vi)' })
  }
  if (terms.subject !== 'staff') {
    if (terms.remuneration === 'not_stated') {
      const says = 'does not say that somebody is paid for this'
      broken.push({ what: 'remuneration', says, law: '45 CFR 164.508(a)(3)(ii)' })
    }
    if (terms.combined) {
      const says = 'is part of another document, such as an intake or consent form'
      broken.push({ what: 'combined', says, law: '45 CFR 164.508(b)(3)' })
    }
    if (terms.conditioned) {
      const says = 'made care, or something else, depend on signing'
      broken.push({ what: 'conditioned', says, law: '45 CFR 164.508(b)(4)' })
    }
  }
  if (terms.untrue) {
    const says = 'has something in it that we know is not true'
    broken.push({ what: 'untrue', says, law: '45 CFR 164.508(b)(2)(v)' })
  }
  return [...lacking, ...broken]
}

/** Representatives, and a minor who signs alone: somebody has to have written down why they may. */
export function needsAuthority({ signer, subject }: Pick<Terms, 'signer' | 'subject'>): boolean {
  return signer.role === 'representative' || (subject === 'minor' && signer.role === 'patient')
}

/**
 * "Indefinite", "none", "until revoked" and what else says that a form never ends. The rule wants a date, or an
 * event that has to do with the person or the purpose; "none" is for research alone (164.508(c)(1)(v)).
 */
const ENDLESS =
  /\b(?:indefinit\w*|endless\w*|never|none|no (?:end|expir\w*|limit|date)|not? applicable|n\/?a|forever|always|perpetu\w*|unlimited|open[- ]ended|life ?time|for life|until (?:it is |they |further |i |we )?(?:revok\w*|withdr\w*|cancel\w*|notice|tak\w* back)|unless revok\w*|(?:doesn.?t|does not|without) expir\w*|without end)\b/i

export function isEndless(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ')
  return ENDLESS.test(plain) || !/\p{L}{3}/u.test(plain)
}

/** Nobody means a date so far off; it is "indefinite" in other words. */
const MOST_YEARS = 50

/** What stands in the place of the end where a form has none; such a form is defective. */
export const NO_END = { event: 'no end stated', happened: null } as const

export const ENDLESS_REASON =
  'A form needs a day, or an event, at which it ends; “indefinite” is only allowed for research (45 CFR 164.508(c)(1)(v)). Write a date, or something that will happen, like “the end of the spring campaign”.'

/** What makes it impossible to write a form down as told; one clear line each, the most important one first. */
export function problemsOf(terms: Terms, today: string): string[] {
  const { subject, signer, signedOn, expires, comesOfAge } = terms
  const problems: string[] = []
  const say = (wrong: boolean, line: string) => {
    if (wrong) problems.push(line)
  }
  say(signedOn > today, 'The day of the signature lies ahead. Which day was it signed?')
  if ('on' in expires) {
    say(expires.on < signedOn, 'The form would end before it was signed. Please look at both dates again.')
    say(expires.on > plusYears(signedOn, MOST_YEARS), ENDLESS_REASON)
  } else {
    // A form that has no end is written down as one that lacks it.
    say(terms.has.expiration && isEndless(expires.event), ENDLESS_REASON)
    say(
      expires.happened !== null && expires.happened > today,
      'The event at which the form ends cannot have happened on a day that lies ahead.',
    )
  }
  if (subject === 'minor') {
    say(
      comesOfAge === null,
      'For a minor I need the day on which they come of age: from then on their own signature is needed.',
    )
    say(
      comesOfAge !== null && signer.role !== 'patient' && daysBetween(signedOn, comesOfAge) <= 0,
      'The patient was of age when this was signed, so they sign themselves. Please write it down as a patient’s own form.',
    )
  } else {
    say(comesOfAge !== null, 'A day of coming of age belongs to a minor’s form alone.')
    say(
      signer.role === 'parent',
      'A parent signs for a minor. For anybody else it is the person, or a representative whose authority is described.',
    )
  }
  say(
    subject === 'deceased' && signer.role !== 'representative',
    'For somebody who has died, the executor or another representative with legal authority signs (45 CFR 164.502(g)(4)); a relative without it cannot.',
  )
  say(subject === 'staff' && signer.role !== 'patient', 'A colleague gives permission in person.')
  return problems
}
