import type { Looked, Vision } from '../../bot/pictures.ts'
import type { PracticeFacts } from '../../rules/facts.ts'
import { worst } from '../../rules/settle.ts'
import type { Engine } from '../../rules/verdict.ts'
import { VERDICTS, type Verdict } from '../../rules/vocabulary.ts'
import { finding, type PhotoFinding, pictureFindings, type Register } from './findings.ts'
import type { People } from './text/people.ts'
import { textFindings, wordsInFile } from './text/read.ts'

/** What is needed to judge what was seen. */
export interface Judging {
  engine: Engine
  people: People
  facts: PracticeFacts | undefined
  register: Register
}

/** One photo, looked at or not. Findings with a box come first: box 1 is finding 1. */
export interface Assessment {
  verdict: Verdict
  findings: readonly PhotoFinding[]
  /** Undefined: it could not be opened, or nothing here can look. */
  looked?: Looked | undefined
}

/** In milliseconds, for one photo; far above what a photo takes, so that a busy machine leaves none unchecked. */
export const LOOK_MS = 40_000

/** @throws what `look` throws, other than photo_unreadable. */
export async function assess(
  vision: Vision,
  bytes: Uint8Array,
  name: string | undefined,
  deadlineMs: number,
  judging: Judging,
): Promise<Assessment> {
  const looked = await vision.look(bytes, { deadlineMs })
  const { engine, people, facts } = judging
  const known = await judging.register(looked.fingerprint)
  return settled(
    [
      ...textFindings(looked, engine, people, facts),
      ...pictureFindings(looked, known),
      ...wordsInFile(looked.metadata.words, engine, people, facts),
      ...fileName(name, people),
    ],
    looked,
  )
}

/** It could not be opened, or nothing on this machine can. */
export function unseen(why: 'photo/unreadable' | 'photo/no-eyes'): Assessment {
  return settled([finding(why)])
}

function settled(findings: readonly PhotoFinding[], looked?: Looked): Assessment {
  const weight = ({ severity }: PhotoFinding) => VERDICTS.indexOf(severity)
  const boxed = findings.filter(({ box }) => box !== undefined)
  const rest = findings.filter(({ box }) => box === undefined)
  const sorted = (list: readonly PhotoFinding[]) =>
    list.toSorted(
      (a, b) =>
        weight(b) - weight(a) ||
        (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
        (a.box && b.box ? a.box.y - b.box.y || a.box.x - b.box.x : 0),
    )
  return { verdict: worst(findings), findings: [...sorted(boxed), ...sorted(rest)], looked }
}

/** "Sarah-Smith-after.jpg", "MRN00482913.png". A phone's own numbers ("IMG_4711") say nothing. */
function fileName(name: string | undefined, people: People): PhotoFinding[] {
  if (name === undefined) return []
  const words = name.replace(/\.\w{1,5}$/, '').replace(/[_+.-]+/g, ' ')
  const named = people.namesIn(words.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase())).sure.length > 0
  const numbered = /\b(?:mrn|dob|chart|acct|patient|ssn) ?\d{3,}/i.test(words)
  return named || numbered ? [finding('photo/file-name')] : []
}
