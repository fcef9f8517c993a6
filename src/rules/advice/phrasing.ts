/** Turns of phrase that the rules about medical advice share. */
export const THING = '{body|product|condition|procedure|measure|advice.remedy|advice.symptom}'

/** How a sentence may begin before its verb: "Yes hun, just …", "Please don't …". */
const OPENING =
  '({soft|comma|sign|emoji|name|handle|title|unknown}|please|yes|yep|no|nope|ok|okay|hi|hey|hun|hon|girl|babe|friend|love|then|so|and|but|or|also|oh|remember to|remember|try to|try|make sure to|make sure you|be sure to|do not forget to|do not|never|not|not to|you|poor|go ahead and|for now|instead|until then|tonight|today)'

/** Where a command may stand: at the start, or behind a comma. */
export const COMMAND = `(^ ${OPENING}*5|({comma|sign|colon}|and|then|just|can|should|could|must|to|or|ahead and) (please|just|then|you|also|not|only)*2)`

/** Said to everybody, or about where advice belongs: not advice to one person. */
export const GENERAL = [
  '(in general|general|generally|typically|usually suggest|dermatologists|dentists|doctors|experts|guidelines|aap|ada|cdc|studies|textbooks|most people|many people|everyone|everybody|anyone|anybody|for everybody|people should)',
  '{not|claim.without} ..3 (medical advice|advice|diagnose|discuss|answer (medical|personal)|comment on|say what)',
  '(an|any|in an|for) (emergency|emergencies)',
  'most (practices|offices|clinics|providers|brands|companies|insurers|schools|labels)',
  '(normal|common|ok|okay|natural) for (people|anyone|everyone|everybody|patients|kids|many|most|folks)',
  '(normal|common|ok|okay) to (ask|have (questions|concerns|nerves)|(feel|be) (nervous|anxious|scared|unsure|worried))',
  '(crisis|lifeline|portal|pharmacist|calendar|calendars|playlist|website)',
  '(licensed|board certified) {soft}*1 (provider|clinician|eye doctor|pt|professional|surgeon|doctor)',
]
