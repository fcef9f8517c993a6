import type { Counts } from './counts.ts'
import { addDays, type Day, dayOf, yearOf } from './day.ts'
import type { Reckoned } from './deadline.ts'
import type { BreachFacts } from './facts.ts'
import { type Hold, held } from './hold.ts'

export const OUTER_LIMIT = 60
/** 45 CFR 164.408(b): five hundred or more, wherever they live. */
const HHS_AT_ONCE = 500
/** 45 CFR 164.406(a): more than five hundred residents of one State or jurisdiction. */
const MEDIA_ABOVE = 500
/** 45 CFR 164.404(d)(2): from ten people who cannot be reached on, the notice is public. */
const PUBLIC_SUBSTITUTE = 10
const POSTED_DAYS = 90

/** What 45 CFR 164.404 to 164.408 ask for; a law-enforcement hold moves all of it (164.412). */
export function federalDuties(
  start: Day,
  counts: Counts,
  { unreachable }: BreachFacts,
  hold: Hold | undefined,
): Reckoned[] {
  const day60 = addDays(start, OUTER_LIMIT)
  const all = [
    duty('individual-notice', day60, '45 CFR 164.404(b)', [
      `Letters to everybody affected: without unreasonable delay, and no later than 60 calendar days after discovery on ${start} (the day after is day 1; weekends and holidays count).`,
      'The 60 days are an outer limit, not a target.',
    ]),
    ...substitute(day60, held(day60, hold), counts, unreachable),
    ...media(day60, counts),
    hhs(start, day60, counts),
  ]
  return all.map((one) => ({ ...one, due: held(one.due, hold) }))
}

function hhs(start: Day, day60: Day, { people }: Counts): Reckoned {
  const year = yearOf(start)
  if (people >= HHS_AT_ONCE)
    return duty('hhs-notice', day60, '45 CFR 164.408(b)', [
      Number.isFinite(people)
        ? `Report to HHS at the same time as the letters, because 500 or more people are affected (${people}): within 60 calendar days after discovery.`
        : 'Report to HHS at the same time as the letters, within 60 calendar days after discovery: the number of people is not known, so it counts as 500 or more. Report an estimate and amend it later.',
    ])
  return duty('hhs-notice', addDays(dayOf(year, 12, 31), OUTER_LIMIT), '45 CFR 164.408(c)', [
    `Log it and report it to HHS no later than 60 days after the end of ${year}, the year of discovery, because fewer than 500 people are affected (${people}). It may be filed earlier; each breach is filed separately.`,
  ])
}

function media(day60: Day, { states, known, most, rest }: Counts): Reckoned[] {
  const over = states.filter((state) => most(state) > MEDIA_ABOVE)
  if (over.length === 0 && rest > MEDIA_ABOVE)
    return [
      duty('media-notice', day60, '45 CFR 164.406', [
        'Tell prominent media if more than 500 of the people live in one State or territory: their States are not known, so it counts as though they did. The same 60 days as the letters, and in addition to them.',
      ]),
    ]
  return over.map((state) => {
    const sure = known(state) > MEDIA_ABOVE
    return {
      ...duty('media-notice', day60, '45 CFR 164.406', [
        `Tell prominent media that serve ${state}, because more than 500 of its residents ${sure ? `are affected (${known(state)})` : 'may be affected: people whose State is not known are counted here'}. The same 60 days as the letters, and in addition to them.`,
      ]),
      id: `media-notice/${state}`,
      state,
    }
  })
}

/** @param begins the last day on which it can begin, with the hold. */
function substitute(
  day60: Day,
  begins: Day,
  { people }: Counts,
  unreachable: number | undefined,
): Reckoned[] {
  if (unreachable === 0) return []
  const few = 'another form of writing, telephone or other means'
  const many = `on the home page for 90 days or in major print or broadcast media, with a toll-free number for at least 90 days; begun on ${begins}, it stays until ${addDays(begins, POSTED_DAYS)}`
  const known = unreachable !== undefined
  const open = (unreachable ?? people) >= PUBLIC_SUBSTITUTE
  const said = known
    ? `${unreachable} cannot be reached by letter, ${open ? `10 or more: ${many}` : `fewer than 10: ${few}`}.`
    : `Only if letters cannot reach somebody. Fewer than 10 people: ${few}.${open ? ` 10 or more: ${many}.` : ''}`
  return [
    duty('substitute-notice', day60, '45 CFR 164.404(d)(2)', [
      said,
      'It begins within the same time as the letters. For somebody who died, none is needed.',
    ]),
  ]
}

function duty(what: Reckoned['what'], due: Day, citation: string, sentences: readonly string[]): Reckoned {
  return { id: what, what, due, citations: [citation], mark: 'settled', sentences }
}
