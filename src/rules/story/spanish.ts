import { defineRule, POSTS, phrases } from '../kit.ts'

const CARE = '{spanish.treatment|spanish.condition|spanish.body|spanish.visit}'
const ONE = '({spanish.mine}|mi|una|un) ..1 {spanish.person}'

/** One person and their care, in a post in Spanish. */
export default defineRule({
  id: 'story/spanish',
  category: 'treatment-detail',
  severity: 'needs_authorization',
  kinds: POSTS,
  says: 'In Spanish, this tells one person’s care.',
  why: 'Friends and neighbours can recognise the person, in any language, and the practice is the one who told.',
  instead: 'Write about the treatment in general, or get the person’s signed authorization first.',
  citations: [{ article: 'stories-need-authorization', source: '45 CFR 164.508(a)(3)' }],
  since: '0.1.0',
  redLine: true,
  match: phrases([
    `${ONE} {name}`,
    `${ONE} ..6 {spanish.ended}`,
    `${ONE} ..4 (con|de|por|tras) ..3 {spanish.treatment|spanish.condition}`,
    `{name} ..3 ({spanish.ended}|se hizo|se opero|se puso|se realizo|feliz con|contenta con|contento con) ..6 ${CARE}`,
    `(felicidades|gracias|bienvenida|bienvenido|miren|mira|vean) ..3 {name} ..6 ${CARE}`,
    `(miren|mira|vean|que tal|wow) ..3 (su|esta|este) ..2 (sonrisa|transformacion|cambio|resultado)`,
    `(antes y despues) ..3 (de|del) ..2 ({name}|{spanish.person})`,
  ]),
})
