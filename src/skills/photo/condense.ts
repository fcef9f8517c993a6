import { worst } from '../../rules/settle.ts'
import { OTHER_READ, READ_WORDS, readHere } from './copy/words.ts'
import { finding, type PhotoFinding } from './findings.ts'
import { around, mostlyIn } from './text/rows.ts'

/** From so many on what can be read on one screen is told as one. */
const ON_SCREEN = 5
/** And elsewhere: a sheet, a whiteboard. */
const ELSEWHERE = 8
/** Findings in a box that are no words. */
export const NO_WORDS: readonly string[] = [
  'photo/screen',
  'photo/face',
  'photo/person',
  'photo/barred',
  'photo/team',
  'photo/nobody',
]

/**
 * A schedule holds thirty names and dates, and thirty boxes over each other show nothing: whoever looks at it sees
 * one box and what is in it. What scripts get, and what is kept, stays one by one.
 */
export function condensed(findings: readonly PhotoFinding[]): readonly PhotoFinding[] {
  let left = findings
  for (const screen of findings.filter(({ rule, box }) => rule === 'photo/screen' && box)) {
    const on = left.filter(
      (one) => isWords(one) && one.at === screen.at && mostlyIn(one.box as Box, screen.box as Box),
    )
    if (on.length < ON_SCREEN) continue
    left = [
      together(on, screen.box as Box, true),
      ...left.filter((one) => one !== screen && !on.includes(one)),
    ]
  }
  const rest = left.filter((one) => isWords(one) && one.rule !== 'photo/screen')
  if (rest.length < ELSEWHERE) return left
  const box = around(rest.map((one) => one.box as Box))
  return [together(rest, box, false), ...left.filter((one) => !rest.includes(one))]
}

type Box = NonNullable<PhotoFinding['box']>
const isWords = ({ rule, box }: PhotoFinding) => box !== undefined && !NO_WORDS.includes(rule)

function together(list: readonly PhotoFinding[], box: Box, onScreen: boolean): PhotoFinding {
  const counts = new Map<string, number>()
  for (const { category } of list) {
    const word = READ_WORDS[category] ?? OTHER_READ
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const severity = worst(list)
  const [gravest] = list.toSorted((a, b) => Number(b.severity === severity) - Number(a.severity === severity))
  const citations = [
    ...new Map(list.flatMap((one) => one.citations).map((one) => [one.source, one])).values(),
  ]
  return finding('photo/screen', {
    category: gravest?.category ?? 'photo',
    severity: severity === 'clear' ? 'caution' : severity,
    message: readHere(
      onScreen,
      [...counts].map(([word, count]) => `${word} (${count})`),
    ),
    why: gravest?.why ?? '',
    instead: 'Take the picture again without it, or let me cover it.',
    citations: citations.slice(0, 4),
    // One of them, so that somebody knows where to look.
    quote: gravest?.quote ?? '',
    box,
  })
}
