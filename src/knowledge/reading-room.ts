import { type Article, parseArticle } from './article.ts'
import { type Fact, FactFile, type Facts, factIds, factsOf } from './facts.ts'
import { filesIn, HOME, text, yaml } from './load.ts'
import { Beyond, compiled, Scope } from './scope.ts'
import { Ranking } from './search/ranking.ts'
import { createSearch, type Search } from './search/search.ts'
import { Synonyms } from './search/synonyms.ts'

/** What can be looked up. */
export interface ReadingRoom {
  articles: readonly Article[]
  facts: Facts
  models: ReadonlyMap<string, string>
  scope: Scope
  search: Search
  /** Finds what cannot wait among the terms of a question. */
  urgentIn(terms: ReadonlySet<string>): Scope['urgent'][number] | undefined
}

/** Problems stand beside what could be read, so that an editor sees all of them at once. */
export interface Shelves {
  articles: readonly Article[]
  facts: Facts
  /** Texts to hand out, by their file's name. */
  models: ReadonlyMap<string, string>
  problems: readonly string[]
}

export function readShelves(home: URL = HOME): Shelves {
  const problems: string[] = []
  const articles = filesIn(home, 'articles', '.md').flatMap((file) => {
    try {
      return parseArticle(file.slice(0, -'.md'.length), text(home, `articles/${file}`))
    } catch (error) {
      problems.push(`knowledge/articles/${file}: ${messageOf(error)}`)
      return []
    }
  })
  const files = [
    ...filesIn(home, '.', 'facts.yml').filter((file) => file === 'facts.yml'),
    ...filesIn(home, 'facts.d', '.yml').map((file) => `facts.d/${file}`),
  ]
  const facts: Fact[] = []
  for (const file of files) {
    try {
      facts.push(...yaml(home, file, FactFile))
    } catch (error) {
      problems.push(messageOf(error))
    }
  }
  let byId: Facts = new Map()
  try {
    byId = factsOf(facts)
  } catch (error) {
    problems.push(`knowledge/facts.d: ${messageOf(error)}`)
    byId = new Map(facts.map((fact) => [fact.id, fact]))
  }
  const models = new Map(
    filesIn(home, 'models', '.md').map((file) => [
      file.slice(0, -'.md'.length),
      text(home, `models/${file}`),
    ]),
  )
  const missing = (file: string, prose: string) =>
    factIds(prose)
      .filter((fact) => !byId.has(fact))
      .map((fact) => `knowledge/${file}.md: refers to the fact ${fact}, which is not there`)
  for (const { id, answer, detail, todo, model } of articles) {
    problems.push(...missing(`articles/${id}`, `${answer}\n${detail}\n${todo}`))
    if (model !== undefined && !models.has(model))
      problems.push(`knowledge/articles/${id}.md: hands out the model ${model}, which is not there`)
  }
  for (const [id, model] of models) problems.push(...missing(`models/${id}`, model))
  return { articles, facts: byId, models, problems }
}

/**
 * @param shelves where articles/ and facts.d/ stand; tests have some of their own.
 * @throws with the first problem: an answer with a hole in it is worse than none.
 */
export function openReadingRoom(shelves: URL = HOME, home: URL = HOME): ReadingRoom {
  const read = readShelves(shelves)
  if (read.problems[0] !== undefined) throw new Error(read.problems[0])
  return roomOf(read, home)
}

/** The search over what could be read. */
export function roomOf({ articles, facts, models }: Shelves, home: URL = HOME): ReadingRoom {
  const scope = yaml(home, 'ask/scope.yml', Scope)
  const english = text(home, 'lexicon/names/words.txt')
  const search = createSearch({
    articles,
    scope,
    english,
    synonyms: yaml(home, 'ask/synonyms.yml', Synonyms),
    beyond: yaml(home, 'ask/outside.yml', Beyond),
    ranking: yaml(home, 'ask/ranking.yml', Ranking),
  })
  const urgentIn = compiled(scope.urgent, search.words.all)
  return { articles, facts, models, scope, search, urgentIn }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : 'cannot be read'
}
