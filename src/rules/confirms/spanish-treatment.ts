import { defineRule, phrases, REPLIES } from '../kit.ts'

const YOUR = '(su|sus|tu|tus)'
const HAD = '{spanish.treatment|spanish.condition}'

/** What the reader had done or has, in Spanish. */
export default defineRule({
  id: 'confirms/spanish-treatment',
  category: 'treatment-detail',
  severity: 'stop',
  kinds: REPLIES,
  says: 'In Spanish, this says what the reader had done, or what they have.',
  why: 'That somebody had this treatment is the most private thing a practice knows of them, in any language.',
  instead: 'Speak of nobody’s care: "Gracias por sus amables palabras."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  toReader: true,
  match: phrases([
    `${YOUR} ..2 ${HAD}`,
    `${YOUR} ..1 {spanish.body} ..2 (quedo|quedaron|luce|lucen|se ve|se ven|esta|estan|mejoro|mejoraron|sano|sanaron)`,
    `(le|te) (pusimos|hicimos|sacamos|quitamos|realizamos|colocamos|aplicamos|recetamos|inyectamos|operamos|extrajimos) ..3 {spanish.treatment|spanish.body|spanish.condition}`,
    `(despues|antes|durante|dias|semanas|meses) (de|del) ..1 ${YOUR} ..1 ${HAD}`,
    `(usted|tu|ud) (tiene|tienes|tenia|tenias|padece|padeces|sufre|sufres) ..2 {spanish.condition}`,
  ]),
})
