import { defineRule, KINDS, phrases, REPLIES } from '../kit.ts'

// Abril and Mayo are names too.
const DAY = '({number|count} de ({spanish.month}|{name}))'

/** A day or an age that belongs to one person, in Spanish. */
export default defineRule({
  id: 'identifier/spanish-date',
  category: 'date',
  severity: ({ kind }) => (REPLIES.includes(kind) ? 'stop' : 'caution'),
  kinds: KINDS.filter((kind) => kind !== 'visitor_comment'),
  says: 'In Spanish, this ties a day to one person’s care.',
  why: 'Dates of a visit, a birth or a treatment identify a person; only the year may stay.',
  instead: 'Leave the day out.',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(C)' }],
  since: '0.1.0',
  match: phrases([
    `(su|sus|tu|tus) ..1 {spanish.treatment|spanish.visit} ..3 (${DAY}|(el|del|este|pasado) {spanish.weekday}|(en|de) {spanish.month})`,
    `(vino|viniste|llego|llegaste|estuvo|estuviste|operamos|atendimos|vimos|nacio) ..4 (${DAY}|(el|este|pasado) {spanish.weekday}|en {spanish.month})`,
    `(desde|para) (su|tu) {spanish.treatment|spanish.visit} ..2 {spanish.month|spanish.weekday}`,
  ]),
})
