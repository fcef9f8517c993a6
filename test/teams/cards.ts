import { createRequire } from 'node:module'
import type * as Cards from 'adaptivecards'

/** Its own entry is for bundlers. */
const AdaptiveCards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof Cards

/** What Teams refuses or would do on its own, one line each. Microsoft's own parser is asked, and then we look. */
export function troubleWith(activity: unknown): string[] {
  const bytes = Buffer.byteLength(JSON.stringify(activity))
  const size = bytes > 28_000 ? [`a message of ${bytes} bytes`] : []
  return [...size, ...cardsOf(activity).flatMap(troubleWithCard)]
}

const KNOWN = [
  'AdaptiveCard',
  'Container',
  'Image',
  'RichTextBlock',
  'TextRun',
  'ActionSet',
  'Action.Execute',
  'Action.Submit',
  'Action.ShowCard',
  'Input.Text',
  'Input.ChoiceSet',
  'Input.Date',
  'Input.Number',
]

/** Teams' own; everybody else falls back, so the fallback has to be there. */
const CHART = 'Chart.VerticalBar.Grouped'

export function troubleWithCard(card: object): string[] {
  const json = JSON.stringify(card)
  const trouble: string[] = []
  if (/\\ud[89a-f][0-9a-f]{2}/i.test(json)) trouble.push('half a character')
  if (Buffer.byteLength(json) > 24_500) trouble.push(`a card of ${Buffer.byteLength(json)} bytes`)
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5)
  const parsed = new AdaptiveCards.AdaptiveCard()
  parsed.parse(JSON.parse(json), context)
  const messages = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message)
  trouble.push(...messages.filter((message) => !message.includes(`"${CHART}". Fallback will be used`)))
  trouble.push(...parsed.validateProperties().validationEvents.map(({ message }) => message))
  const ids: string[] = []
  walk(card, (value) => {
    if (value.type === CHART) {
      trouble.push(...(value.fallback ? troubleWithCard(asCard(value.fallback)) : ['a chart without words']))
      if (/\]\(|<\w/.test(JSON.stringify(value.data))) trouble.push('markup in a chart')
    } else if (typeof value.type === 'string' && !KNOWN.includes(value.type))
      trouble.push(`a part that acts: ${value.type}`)
    // A picture that lies in the card itself is at no address.
    const inside = value.type === 'Image' && /^data:image\/\w+;base64,/.test(String(value.url))
    if ('selectAction' in value || ('url' in value && !inside) || 'entities' in value)
      trouble.push('something to follow')
    if (value.type === 'Input.Text' || value.type === 'Input.ChoiceSet') ids.push(String(value.id))
    const { title, label } = value
    for (const words of [title, label])
      if (typeof words === 'string' && /\]\(|<\w/.test(words)) trouble.push('markup in a title')
    if (value.type === 'TextRun' && /\{\{(?:DATE|TIME)\(/.test(String(value.text)))
      trouble.push('a date to fill in')
  })
  if (new Set(ids).size !== ids.length) trouble.push('two inputs of one id')
  return trouble
}

const asCard = (part: unknown) => ({ type: 'AdaptiveCard', version: '1.5', body: [part] })

type Json = Record<string, unknown>
function walk(value: unknown, visit: (one: Json) => void, key = ''): void {
  // What a button carries is nobody's to read.
  if (typeof value !== 'object' || value === null || key === 'data' || key === 'fallback') return
  if (!Array.isArray(value)) visit(value as Json)
  for (const [name, inner] of Object.entries(value)) walk(inner, visit, name)
}

/** The cards in an activity, or in the answer to an invoke; a card that opens within one is part of that. */
export function cardsOf(value: unknown): object[] {
  const found: object[] = []
  const inner: unknown[] = []
  walk(value, (one) => {
    if (one.type === 'AdaptiveCard') found.push(one)
    if (one.type === 'Action.ShowCard') inner.push(one.card)
  })
  return found.filter((card) => !inner.includes(card))
}

/** Every word that a person can read, in the order in which it stands there. */
export function readable(value: unknown): string {
  const words: string[] = []
  walk(value, (one) => {
    if (one.type === 'RichTextBlock') {
      words.push((one.inlines as { text: string }[]).map(({ text }) => text).join(''))
      return
    }
    if (one.type === CHART) words.push(...chartWords(one.data as ChartSeries[]))
    if (one.type === 'message' && typeof one.text === 'string') words.push(one.text)
    for (const name of ['title', 'label'] as const) if (typeof one[name] === 'string') words.push(one[name])
    if (String(one.type).startsWith('Input.')) words.push(String(one.value ?? ''))
    if (one.type === 'message' && typeof one.value === 'string') words.push(one.value)
  })
  return words.join('\n').replaceAll('\u2060', '')
}

interface ChartSeries {
  legend: string
  values: { x: string; y: number }[]
}
const chartWords = (series: ChartSeries[]) =>
  series.flatMap(({ legend, values }) => [legend, ...values.flatMap(({ x, y }) => [x, String(y)])])

export interface Action {
  type: string
  title: string
  verb?: string
  data: Json
}
/** All that can be pressed, behind "More…" as well; that itself only opens. */
export function actionsOf(value: unknown): Action[] {
  const found: Action[] = []
  walk(value, ({ type, ...one }) => {
    if (typeof type === 'string' && type.startsWith('Action.') && type !== 'Action.ShowCard')
      found.push({ type, ...one } as unknown as Action)
  })
  return found
}
