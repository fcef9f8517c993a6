import { defineRule, phrases, REPLIES } from '../kit.ts'

const SU = '(su|tu|sus|tus)'
const CARE =
  '(cita|citas|visita|visitas|consulta|tratamiento|tratamientos|sonrisa|cirugia|procedimiento|operacion|limpieza|corona|implante|implantes|frenos|relleno|labios|piel|dientes|muela|muelas|rodilla|espalda|resultado|resultados|recuperacion|expediente|cuenta|saldo|factura|seguro|hijo|hija|hijos|bebe|mama|papa|esposo|esposa|familia|diagnostico|analisis|radiografias|terapia|sesion)'

/** The most frequent disclosures in Spanish; the engine says besides that the rest was not looked at. */
export default defineRule({
  id: 'confirms/spanish',
  category: 'patient-status',
  severity: 'stop',
  kinds: REPLIES,
  says: 'In Spanish, this says that the reader was here or what they had.',
  why: 'A reply confirms a patient in any language.',
  instead: 'Thank for the words only: "Gracias por sus amables palabras."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  toReader: true,
  match: phrases([
    `(gracias|agradecemos) ..4 (confiar en|confianza|elegirnos|escogernos|preferirnos|preferencia|visitarnos|venir|${SU} (visita|confianza|preferencia|lealtad)|ser (parte|nuestro|nuestra)|dejarnos)`,
    '(nos vemos|le esperamos|te esperamos|los esperamos|la esperamos|lo esperamos|hasta la proxima|nos vemos pronto)',
    `(fue|es|ha sido) un (placer|gusto|honor) (atenderle|atenderte|atenderlo|atenderla|verle|verte|conocerle|conocerte|tenerle|tenerte|recibirle)`,
    `(nos alegra|nos alegramos|me alegra|que bueno|feliz|felices|encantados|contentos|esperamos|lamentamos|sentimos) ..5 ${SU} ..1 ${CARE}`,
    `(como|siendo) (nuestro|nuestra|un|una)? (paciente|cliente|clienta)`,
    `(nuestro|nuestra|nuestros|nuestras) ..2 (paciente|clienta) (favorito|favorita|mas)`,
    `${SU} (proxima|ultima|siguiente) ..1 (cita|visita|consulta|sesion|limpieza)`,
    `${SU} ${CARE} (quedo|quedaron|salio|salieron|se ve|se ven|esta|estan|fue|fueron|ha|han|va|sigue|luce|lucen|muestra|muestran|indica)`,
    `(usted|tu|ud) (vino|viniste|llego|llegaste|firmo|firmaste|cancelo|cancelaste|falto|faltaste|pago|pagaste|debe|debes|acepto|aceptaste|estuvo|estuviste)`,
    '(no tenemos|no encontramos|no hay) (ningun|ninguna|registro|registros|constancia) ..5 (usted|paciente|nombre|expediente|cita|suyo|suya)',
    '(le|te) (explicamos|llamamos|atendimos|dijimos|informamos|reembolsamos|cobramos|recetamos|hicimos|pusimos)',
    `(pronta|rapida|feliz) recuperacion`,
  ]),
})
