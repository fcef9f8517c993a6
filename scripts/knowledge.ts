import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerQuestion } from '../src/knowledge/answer/answer.ts'
import { loadConflicts } from '../src/knowledge/conflicts.ts'
import { contradictions, marks, unfound } from '../src/knowledge/editor/agreement.ts'
import { dates, links } from '../src/knowledge/editor/links.ts'
import { figuresOutsideFacts, readable } from '../src/knowledge/editor/prose.ts'
import { problem, remark, type Said } from '../src/knowledge/editor/said.ts'
import { HOME, yaml } from '../src/knowledge/load.ts'
import { type ReadingRoom, readShelves, roomOf } from '../src/knowledge/reading-room.ts'
import { Beyond } from '../src/knowledge/scope.ts'
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
    ...(home === undefined ? scopes(room) : []),
    ...templates(),
  ]
}

const QUESTIONS = ['open', 'fresh-open', 'last-open'].map((name) => `test/quality/questions/${name}.jsonl`)

function unanswered(room: ReadingRoom): Said[] {
  return QUESTIONS.flatMap((file) => {
    const lines = readFileSync(join(ROOT, file), 'utf8').trim().split('\n')
    const asked = lines.map(
      (line) => JSON.parse(line) as { q: string; outside?: boolean; articles?: string[] },
    )
    const ids = new Set(room.articles.map(({ id }) => id))
    const gone = asked.flatMap(({ q, articles = [] }) =>
      articles.every((id) => !ids.has(id)) && articles.length > 0
        ? [problem(file, `"${q}" wants articles that are not there: ${articles.join(', ')}`)]
        : [],
    )
    const open = asked.filter(({ q, outside }) => !outside && !answerQuestion(room, q).answer.answered)
    return [...gone, ...open.map(({ q }) => remark(file, `no article answers "${q}"`))]
  })
}

/** The lists of what is not ours belong to entries that say who helps there; what is urgent to an article. */
function scopes({ scope, articles }: ReadingRoom): Said[] {
  const ids = new Set(scope.outside.map(({ id }) => id))
  const beyond = Object.keys(yaml(HOME, 'ask/outside.yml', Beyond)).filter((id) => !ids.has(id))
  const urgent = scope.urgent.filter(({ article }) => article && !articles.some(({ id }) => id === article))
  return [
    ...beyond.map((id) => problem('knowledge/ask/outside.yml', `${id} is no entry of outside in scope.yml`)),
    ...urgent.map(({ id, article }) =>
      problem('knowledge/ask/scope.yml', `${id} names the article ${article}, which is not there`),
    ),
  ]
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
