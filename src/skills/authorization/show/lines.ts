import {
  contentName,
  type Expiry,
  listed,
  platformName,
  type Terms,
  written,
} from '../../../bot/records/authorization.ts'
import { REMUNERATION_NAMES, SIGNER_NAMES, SUBJECT_NAMES } from '../copy/form.ts'
import { SHOW } from '../copy/show.ts'

export const expiryWords = (expires: Expiry): string =>
  'on' in expires ? written(expires.on) : expires.event

/** What a form says. `brief`: what somebody needs who wants to post, and nothing that leads to the person. */
export function termLines(terms: Terms, brief = false): string[] {
  const { signer, areas, comesOfAge } = terms
  const always = [
    `${SHOW.who}: ${SUBJECT_NAMES[terms.subject]}`,
    `${SHOW.covers}: ${listed(terms.content.map(contentName))}`,
    ...(areas.length > 0 ? [`${SHOW.areas}: ${listed(areas)}`] : []),
    `${SHOW.platforms}: ${listed(terms.platforms.map(platformName))}`,
    `${SHOW.purpose}: ${terms.purpose}`,
    `${SHOW.ends}: ${expiryWords(terms.expires)}`,
  ]
  if (brief) return always
  return [
    ...always,
    SHOW.signed(lowerFirst(SIGNER_NAMES[signer.role]), written(terms.signedOn)),
    ...(signer.authority === null ? [] : [`${SHOW.authority}: ${signer.authority}`]),
    ...(comesOfAge === null ? [] : [`${SHOW.ofAge} ${written(comesOfAge)}`]),
    `${SHOW.pays}: ${REMUNERATION_NAMES[terms.remuneration]}`,
    SHOW.copy(terms.copyGiven),
    `${SHOW.paper}: ${terms.paper}`,
  ]
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
