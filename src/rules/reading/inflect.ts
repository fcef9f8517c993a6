/** Regular and irregular English forms, so that the word lists name each word once. */
const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'be is/are/am was/were been being|have has had had having|do does did done doing|go goes went gone going|' +
    'come comes came come coming|see sees saw seen seeing|get gets got gotten getting|take takes took taken taking|' +
    'give gives gave given giving|make makes made made making|say says said said saying|tell tells told told telling|' +
    'find finds found found finding|feel feels felt felt feeling|leave leaves left left leaving|' +
    'know knows knew known knowing|think thinks thought thought thinking|bring brings brought brought bringing|' +
    'choose chooses chose chosen choosing|write writes wrote written writing|speak speaks spoke spoken speaking|' +
    'keep keeps kept kept keeping|let lets let let letting|put puts put put putting|meet meets met met meeting|' +
    'pay pays paid paid paying|send sends sent sent sending|show shows showed shown showing|hear hears heard heard hearing|' +
    'begin begins began begun beginning|grow grows grew grown growing|lose loses lost lost losing|' +
    'break breaks broke broken breaking|wear wears wore worn wearing|win wins won won winning|run runs ran run running|' +
    'understand understands understood understood understanding|spend spends spent spent spending|' +
    'sit sits sat sat sitting|stand stands stood stood standing|hold holds held held holding|' +
    'forget forgets forgot forgotten forgetting|sleep sleeps slept slept sleeping|eat eats ate eaten eating|' +
    'drive drives drove driven driving|wake wakes woke woken waking|hurt hurts hurt hurt hurting|' +
    'cut cuts cut cut cutting|read reads read read reading|build builds built built building|' +
    'teach teaches taught taught teaching|catch catches caught caught catching|buy buys bought bought buying|' +
    'bleed bleeds bled bled bleeding|swell swells swelled swollen swelling|draw draws drew drawn drawing|' +
    'fall falls fell fallen falling|refer refers referred referred referring|admit admits admitted admitted admitting|' +
    'cancel cancels cancelled/canceled cancelled/canceled cancelling/canceling|quit quits quit quit quitting|' +
    'prefer prefers preferred preferred preferring|numb numbs numbed numbed numbing|ring rings rang rung ringing|' +
    'overdo overdoes overdid overdone overdoing|withdraw withdraws withdrew withdrawn withdrawing|' +
    'shoot shoots shot shot shooting|bill bills billed billed billing|fit fits fit/fitted fitted fitting|' +
    'fly flies flew flown flying|hide hides hid hidden hiding|ride rides rode ridden riding|sing sings sang sung singing|sell sells sold sold selling'
  )
    .split('|')
    .map((row) => [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)]),
)

export interface VerbForms {
  /** come, comes */
  present: readonly string[]
  /** came, come */
  past: readonly string[]
  /** coming */
  ing: readonly string[]
}

const VOWEL = /[aeiou]/
const doubles = (verb: string) => /^[^aeiou]{0,8}[aeiou][bdgklmnprtvz]$/.test(verb) && !/[xwy]$/.test(verb)

export function plural(noun: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return `${noun}s`
}

/** "follow up": the first word is inflected, the rest stays. */
export function verbForms(verb: string): VerbForms {
  const space = verb.indexOf(' ')
  if (space > 0) {
    const rest = verb.slice(space)
    const forms = verbForms(verb.slice(0, space))
    const add = (words: readonly string[]) => words.map((w) => w + rest)
    return { present: add(forms.present), past: add(forms.past), ing: add(forms.ing) }
  }
  const irregular = IRREGULAR[verb]
  if (irregular !== undefined) {
    const [s = '', past = '', participle = '', ing = ''] = irregular.split(' ')
    return {
      present: [verb, ...s.split('/')],
      past: [...new Set([...past.split('/'), ...participle.split('/')])],
      ing: ing.split('/'),
    }
  }
  const s = plural(verb)
  if (verb.endsWith('e')) {
    return {
      present: [verb, s],
      past: [`${verb}d`],
      ing: [verb.endsWith('ee') ? `${verb}ing` : `${verb.slice(0, -1)}ing`],
    }
  }
  if (/[^aeiou]y$/.test(verb)) {
    return { present: [verb, s], past: [`${verb.slice(0, -1)}ied`], ing: [`${verb}ing`] }
  }
  const stem = doubles(verb) && VOWEL.test(verb) ? verb + verb.slice(-1) : verb
  return { present: [verb, s], past: [`${stem}ed`], ing: [`${stem}ing`] }
}
