import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerQuestion } from '../src/knowledge/answer/answer.ts'
import { loadConflicts } from '../src/knowledge/conflicts.ts'
import { contradictions, marks, unfound } from '../src/knowledge/editor/agreement.ts'
import { dates, links } from '../src/knowledge/editor/links.ts'
import { figuresOutsideFacts, readable } from '../src/knowledge/editor/prose.ts'
import { problem, remark, type Said } from '../src/knowledge/editor/said.ts'
import { type ReadingRoom, readShelves, roomOf } from '../src/knowledge/reading-room.ts'
import { fillTemplate } from '../src/knowledge/templates.ts'
import { openEngine, openTemplates } from '../src/library.ts'
import { RULES } from '../src/rules/registry.ts'
import type { Kind } from '../src/rules/vocabulary.ts'
import { ROOT } from './rules.ts'

/** The editor's check: everything that is wrong in knowledge/, or worth a look, in one list. */
export function lookThrough(today: string, home?: URL): Said[] {
  const shelves = readShelves(home)
  const room = roomOf(shelves)
  const { articles, facts } = shelves
  const cited = new Map(
    RULES.flatMap(({ id, citations }) => citations.map(({ article }) => [article, id] as const)),
  )
  return [
    ...shelves.problems.map((says) => problem('knowledge', says)),
    ...links(articles, cited),
    ...dates(articles, facts, today),
    ...articles.flatMap((article) => [...figuresOutsideFacts(article), ...readable(article, facts)]),
    ...marks(loadConflicts(), room.search),
    ...contradictions(articles, room.search),
    ...unfound(articles, room.search),
    ...unanswered(room),
    ...templates(),
  ]
}

const QUESTIONS = 'test/quality/questions/open.jsonl'

function unanswered(room: ReadingRoom): Said[] {
  const lines = readFileSync(join(ROOT, QUESTIONS), 'utf8').trim().split('\n')
  const asked = lines.map((line) => JSON.parse(line) as { q: string; outside?: boolean })
  return asked
    .filter(({ q, outside }) => !outside && !answerQuestion(room, q).answer.answered)
    .map(({ q }) => remark(QUESTIONS, `no article answers "${q}"`))
}

/** Every template as it would be posted: with and without a phone number, about every subject. */
export function templates(): Said[] {
  const engine = openEngine()
  const { situations, signs } = openTemplates()
  const phones = ['(614) 555-0142']
  return situations.flatMap(({ id, kinds, when, texts }) =>
    texts.flatMap(({ text }) =>
      kinds.flatMap((kind) =>
        [undefined, phones[0]].flatMap((phone) =>
          (text.includes('{subject}') ? signs.subjects.map(({ subject }) => subject) : [undefined]).flatMap(
            (subject) => {
              const filled = fillTemplate(text, { phone, subject })
              if (filled === undefined)
                return [problem('knowledge/templates', `${id}: "${text}" needs what nobody fills in`)]
              const draft = { text: filled, kind: kind as Kind, account: when.account }
              const { verdict, findings } = engine.check(draft, { phones })
              if (verdict === 'clear') return []
              const rules = findings.map(({ rule }) => rule).join(', ')
              return [
                problem('knowledge/templates', `${id}: "${filled}" as ${kind} is ${verdict} (${rules})`),
              ]
            },
          ),
        ),
      ),
    ),
  )
}

if (import.meta.main) {
  const said = lookThrough(new Date().toISOString().slice(0, 10))
  const problems = said.filter(({ weight }) => weight === 'problem')
  for (const { file, weight, says } of [...problems, ...said.filter((one) => one.weight === 'remark')])
    console.log(`${weight === 'problem' ? 'problem' : 'look   '}  ${file}: ${says}`)
  console.log(`${problems.length} problems, ${said.length - problems.length} to look at.`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
