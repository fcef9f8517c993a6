/** What an answer begins with, where a yes or a no was asked for. */
export type Polarity = 'yes' | 'no' | 'depends'

const AUX =
  "is|are|was|were|am|do|does|did|can|could|may|might|should|must|would|will|has|have|had|isn't|aren't|can't|don't|doesn't|shouldn't|won't"
const SUBJECT =
  'i|we|you|he|she|they|it|this|that|these|there|our|my|the|a|an|any|anybody|anyone|somebody|someone|staff|patients?|hipaa|every|each|one|employees|influencers|parents'
const BEGINS = new RegExp(
  `^(?:(?:and|but|so|ok|okay|hi|hey|hello|also|just|please)[,\\s]+){0,3}(?:${AUX})\\b`,
  'i',
)
const WITHIN = new RegExp(
  `(?:[,.;:!–-]\\s*(?:so\\s+)?|\\b(?:if|whether|know|wondering|when)\\s+|\\b(?:and|but|then)\\s+)(?:${AUX})\\s+(?:${SUBJECT})\\b`,
  'i',
)
const OPEN =
  /^(?:(?:and|but|so|hi|hey|ok)[,\s]+){0,2}(?:what(?! about)|which|who|whom|whose|when|where|why|how(?! about))\b/i
/** Asked the other way round: "Is it a violation to …" is answered yes where "Can we …" is answered no. */
const AGAINST =
  /\b(?:violat\w*|illegal|unlawful|forbidden|prohibited|against (?:hipaa|the (?:law|rules?))|break(?:s|ing)? (?:hipaa|the (?:law|rules?))|an? (?:hipaa )?(?:breach|disclosure|identifier)|(?:it|is|be) wrong|wrong (?:to|if)|risky|a problem|not (?:allowed|ok|okay)|off limits|get in(?:to)? trouble|banned|phi|(?<!de-?)identif(?:y|ies|ied|ying|iable)|reportable)\b/i
/** Asks what has to be done. */
const BOUND =
  /\b(?:must|ha(?:ve|s) to|gotta|required?|requires|needs?|needed|supposed to|mandatory|obligat\w+)\b/i
/** "Do we need a form?" is answered yes where "Can we post it?" is answered "not without a form". */
const FORM = /\b(?:forms?|authorization|consent|release|permission|sign(?:ed|s|ature)?|paperwork|written)\b/i
/** Asks for leave. */
const LEAVE = /\b(?:can|may|could|allowed|permitted|ok(?:ay)?|alright|fine|good|enough|valid|cool)\b/i
const LEADS: readonly [Polarity, RegExp][] = [
  ['depends', /^(?:it|that) depends\s*[.,:;–-][\s.,:;–-]*/i],
  ['yes', /^yes\b[\s.,:;–-]*/i],
  ['no', /^no\b(?! (?:case|law|rule|one)\b)[\s.,:;–-]*/i],
]
const NEGATIVE =
  /^(?:not\b|never\b|don[’']t\b|do not\b|nobody\b|(?:\S+\s+){0,7}?(?:never|cannot|can[’']t|may not|must not|should not|mustn[’']t|shouldn[’']t|does not|doesn[’']t|do not|don[’']t|is not|isn[’']t|are not)\b)/i
const CONDITION =
  /\b(?:only (?:if|with|when|where|after|on)|unless|if|sometimes|often|mostly|usually|without)\b|^(?:they|it|that|this) (?:can|may|might)\b/i
const ALLOWS = /^(?:you|staff|we|anybody|everybody|they|patients) (?:may|can)\b|\bis (?:fine|allowed)\b/i
const BINDS = /\bmust\b|\bneeds?\b/i

/** Whether somebody wants a yes or a no. */
export function isYesNo(question: string): boolean {
  const plain = question.trim().replace(/[’`]/g, "'")
  const last =
    plain
      .split(/(?<=[.!?])\s+/)
      .filter((part) => /\p{L}/u.test(part))
      .at(-1) ?? plain
  if (BEGINS.test(last)) return true
  return !OPEN.test(last) && WITHIN.test(last)
}

const WORDS: Record<Polarity, string> = { yes: 'Yes.', no: 'No.', depends: 'It depends.' }
const OTHER: Record<Polarity, Polarity> = { yes: 'no', no: 'yes', depends: 'depends' }

/** Asks for leave before anything else, whatever is required in it. */
const LEAVE_FIRST =
  /^(?:(?:so|and|but|ok|okay|hi|hey)[,\s]+){0,3}(?:can|may|could|is it (?:ok|okay|fine|alright|all right|allowed))\b/i

type Stance = 'leave' | 'against' | 'bound' | 'other'

function stanceOf(question: string): Stance {
  if (AGAINST.test(question)) return 'against'
  if (LEAVE_FIRST.test(question.trim())) return 'leave'
  if (BOUND.test(question)) return 'bound'
  return LEAVE.test(question) ? 'leave' : 'other'
}

/** The stance for which an answer was written: that of most of its ways of asking that want a yes or a no. */
function writtenFor(asks: readonly string[]): Stance {
  const counts = new Map<Stance, number>()
  for (const ask of asks.filter(isYesNo)) {
    const stance = stanceOf(ask)
    if (stance !== 'other') counts.set(stance, (counts.get(stance) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'other'
}

/** What a yes or a no becomes where the question is put another way than the answer; undefined: neither would do. */
function turnedFor(said: Polarity, question: string, asks: readonly string[]): Polarity | undefined {
  const [wanted, written] = [stanceOf(question), writtenFor(asks)]
  if (wanted === written || wanted === 'other' || written === 'other') return said
  if (wanted === 'against' && written === 'leave') return OTHER[said]
  if (wanted === 'leave' && written === 'against') return OTHER[said]
  if (wanted === 'bound' && written === 'leave') return said === 'no' && FORM.test(question) ? 'yes' : said
  // A yes to "must we?" would sound like leave.
  return wanted === 'leave' && written === 'bound' && said === 'yes' ? undefined : said
}

/**
 * The answer as the question needs it: a yes or a no in front where one was asked for, turned round where the
 * question was put the other way than the article; none where the question asks how or when.
 * @param asks the ways of asking for which the answer was written.
 */
export function fitted(answer: string, question: string, asks: readonly string[]): string {
  // "It depends on the proof" says it in its own sentence.
  if (/^(?:it|that) depends\s+\p{L}/iu.test(answer)) return answer
  const lead = LEADS.find(([, pattern]) => pattern.test(answer))
  const rest = lead ? capital(answer.replace(lead[1], '')) : answer
  if (!isYesNo(question)) return lead && OPEN.test(question.trim()) && isSentence(rest) ? rest : answer
  const said = lead?.[0] ?? leaningOf(answer, stanceOf(question))
  if (said === undefined) return answer
  const turned = lead ? turnedFor(said, question, asks) : said
  if (turned === undefined && isSentence(rest)) return rest
  if (lead && turned === said) return answer
  const whole = rest.replace(/^Not (?=without|unless|until|before|if|by|as such)/, 'It is not allowed ')
  return `${WORDS[turned ?? 'depends']} ${whole}`
}

/** What an answer without a yes or a no of its own leans to; undefined where that would be a guess. */
function leaningOf(answer: string, stance: Stance): Polarity | undefined {
  const first = answer.split(/(?<=[.!?])\s/)[0] ?? answer
  if (stance === 'against') return undefined
  if (NEGATIVE.test(first)) return stance === 'bound' ? undefined : CONDITION.test(first) ? 'depends' : 'no'
  if (CONDITION.test(first)) return 'depends'
  if (ALLOWS.test(first)) return stance === 'bound' ? undefined : 'yes'
  return BINDS.test(first) && stance === 'bound' ? 'yes' : undefined
}

/** "Not without her signature." makes no sense without the no before it. */
function isSentence(text: string): boolean {
  return /^\p{Lu}/u.test(text) && !/^(?:Not|But|Only|Unless|If)\b/.test(text) && text.split(/\s/).length > 2
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
