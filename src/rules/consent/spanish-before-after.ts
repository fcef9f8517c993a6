import { defineRule, POSTS, phrases } from '../kit.ts'

/** A before-and-after, a photo or a testimonial announced in Spanish. */
export default defineRule({
  id: 'consent/spanish-before-after',
  category: 'before-after',
  severity: 'needs_authorization',
  kinds: POSTS,
  says: 'In Spanish, this shows somebody before and after, or repeats what a patient said.',
  why: 'A picture or the words of a patient may be used for marketing only with their signed authorization; a spoken yes is not one.',
  instead:
    'Show the treatment without a patient, or get the form signed first: what is shown, where, why, until when.',
  citations: [{ article: 'authorization-elements', source: '45 CFR 164.508(c)' }],
  since: '0.1.0',
  match: phrases([
    '(antes) {sign|emoji|comma|colon}*2 (y|vs|a)? {sign|emoji|comma}*2 (despues) !(de cada|de comer|de los|del almuerzo)',
    '(desliza|deslicen|deslice) ..4 (ver|despues|resultado|cambio|transformacion)',
    '(testimonio|testimonios) (de|del) ..3 ({name}|{spanish.person}|pacientes)',
    '(nos dio|dio|tenemos|con) ..1 (permiso|autorizacion) ..3 (publicar|compartir|subir|postear)',
    '(compartimos|miren|vean) ..3 (foto|fotos|video|selfie) ..3 {spanish.person}',
  ]),
})
