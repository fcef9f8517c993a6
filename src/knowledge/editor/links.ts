import type { Article } from '../article.ts'
import { type Facts, factIds } from '../facts.ts'
import { fileOf, problem, remark, type Said } from './said.ts'

const LINK = /\[[^\]]{1,200}\]\(([^)\s]{1,300})\)/g

/** @param cited article ids that rules name, with the rule. */
export function links(articles: readonly Article[], cited: ReadonlyMap<string, string>): Said[] {
  const ids = new Set(articles.map(({ id }) => id))
  const inside = articles.flatMap(({ id, see, answer, detail, todo }) => {
    const targets = [...`${answer}\n${detail}\n${todo}`.matchAll(LINK)].map((found) => found[1] as string)
    const named = [
      ...see,
      ...targets.filter((to) => to.endsWith('.md')).map((to) => to.replace(/^.*\/|\.md$/g, '')),
    ]
    return [
      ...named
        .filter((other) => !ids.has(other))
        .map((other) => problem(fileOf(id), `points to the article ${other}, which is not there`)),
      ...targets
        .filter((to) => !to.endsWith('.md'))
        .map((to) => problem(fileOf(id), `links to ${to}: name the source under sources instead`)),
    ]
  })
  const missing = [...cited]
    .filter(([article]) => !ids.has(article))
    .map(([article, rule]) => problem(fileOf(article), `is not there, and the rule ${rule} cites it`))
  return [...inside, ...missing]
}

/** @param today as 2026-11-21. */
export function dates(articles: readonly Article[], facts: Facts, today: string): Said[] {
  const used = new Set(articles.flatMap(({ answer, detail, todo }) => factIds(`${answer}${detail}${todo}`)))
  return [
    ...articles.flatMap(({ id, asOf, reviewBy }) => [
      ...(reviewBy < today ? [problem(fileOf(id), `was to be reviewed by ${reviewBy}`)] : []),
      ...(asOf > today
        ? [problem(fileOf(id), `says that it was true on ${asOf}, which is still to come`)]
        : []),
      ...(reviewBy <= asOf ? [problem(fileOf(id), 'is to be reviewed before it was written')] : []),
    ]),
    ...[...facts.values()].flatMap(({ id, asOf }) => [
      ...(asOf > today
        ? [problem('knowledge/facts.d', `${id} is dated ${asOf}, which is still to come`)]
        : []),
      ...(used.has(id) ? [] : [remark('knowledge/facts.d', `${id} stands in no article`)]),
    ]),
  ]
}
