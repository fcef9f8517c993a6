import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../../scripts/rules.ts'
import { openEngine, openKnowledge } from '../../src/library.ts'
import { type LineSet, readFile, readFolder } from './lines.ts'
import { scorePresidio } from './presidio.ts'
import { lineText, presidioText, scoreText } from './print.ts'
import { questionsText, readQuestions, scoreQuestions } from './questions.ts'
import { type Judged, judge, type Score, SHOWS, type Show, score } from './score.ts'

const HELP = `npm run quality -- [--show ${Object.keys(SHOWS).join('|')}] [--file FILE.jsonl] [--json]
npm run quality -- --photos [DIR] [--json]

How well drafts are judged that people have labelled. --show lists lines (open sets alone) and may be given more
than once; --file measures another set, and may too. --photos measures photos instead: the project's own, and those
of a folder with a labels.json (test/quality/photos/labels.ts says what stands in it).`

/** Samples that lie beside the checkout on the machines of those who have them. */
const BESIDE = '../shared/examples'

function setsOf(files: readonly string[]): { sets: LineSet[]; missing: string[] } {
  const wanted: [string, () => LineSet | undefined][] = [
    ['own corpus, open', () => readFolder('own corpus, open', join(ROOT, 'test/corpus/open'), true)],
    ['own corpus, locked', () => readFolder('own corpus, locked', join(ROOT, 'test/corpus/locked'), false)],
    [`${BESIDE}/drafts.jsonl`, () => readFile(`${BESIDE}/drafts.jsonl`, join(ROOT, BESIDE, 'drafts.jsonl'))],
    ...files.map((file): [string, () => LineSet | undefined] => [file, () => readFile(file, resolve(file))]),
  ]
  const read = wanted.map(([name, open]) => [name, open()] as const)
  return {
    sets: read.flatMap(([, set]) => set ?? []),
    missing: read.flatMap(([name, set]) => (set ? [] : [name])),
  }
}

/** Questions: our own with the article that answers them, and those beside the checkout where there are any. */
function questionSets() {
  const room = openKnowledge()
  const files = [
    ['own questions, open', 'test/quality/questions/open.jsonl'],
    ['own questions, locked', 'test/quality/questions/locked.jsonl'],
    ['own questions as staff type them, open', 'test/quality/questions/fresh-open.jsonl'],
    ['own questions as staff type them, locked', 'test/quality/questions/fresh-locked.jsonl'],
    ['own questions of the last look, open', 'test/quality/questions/last-open.jsonl'],
    ['own questions of the last look, locked', 'test/quality/questions/last-locked.jsonl'],
    [`${BESIDE}/questions.jsonl`, `${BESIDE}/questions.jsonl`],
    [`${BESIDE}/law-questions.jsonl`, `${BESIDE}/law-questions.jsonl`],
  ] as const
  return files.flatMap(([name, path]) => {
    const questions = readQuestions(join(ROOT, path))
    return questions ? [{ name, score: scoreQuestions(room, questions) }] : []
  })
}

function isLocked(file: string): boolean {
  return !relative(join(ROOT, 'test/corpus/locked'), resolve(file)).startsWith('..')
}

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      show: { type: 'string', multiple: true, default: [] },
      file: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      photos: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return HELP
  if (values.photos) return photos(positionals[0], values.json)
  if (positionals.length > 0)
    throw new Error(`${positionals[0]}: a folder goes with --photos, a file with --file`)
  const unknown = values.show.find((show) => !(show in SHOWS))
  if (unknown) throw new Error(`--show ${unknown}: choose ${Object.keys(SHOWS).join(', ')}`)
  const locked = values.file.find(isLocked)
  if (locked) throw new Error(`--file ${locked}: the locked part is measured as a whole and never shown`)

  const engine = openEngine()
  const { sets, missing } = setsOf(values.file)
  const measured = sets.map((set) => {
    const judged = judge(engine, set.lines)
    return { set, judged, score: score(judged) }
  })
  const presidioPath = join(ROOT, BESIDE, 'presidio-synth-v2.json')
  const presidio = scorePresidio(engine, presidioPath)
  if (!presidio) missing.push(`${BESIDE}/presidio-synth-v2.json`)

  if (values.json) return JSON.stringify(asJson(measured, presidio, missing, values.show as Show[]))
  const shows = values.show as Show[]
  const parts = measured.flatMap(({ set, judged, score }) => [
    scoreText(set, score),
    ...(set.open ? shows.map((show) => shown(show, judged)) : []),
  ])
  if (presidio) parts.push(presidioText(presidio))
  parts.push(...questionSets().map(({ name, score }) => questionsText(name, score)))
  parts.push(...missing.map((name) => `${name}: not here, left out`))
  return parts.join('\n\n')
}

/** Loaded when asked for: what looks at photos is an optional part. */
async function photos(folder: string | undefined, json: boolean): Promise<string> {
  const { measurePhotos } = await import('./photos/measure.ts')
  const { photosText } = await import('./photos/print.ts')
  const results = await measurePhotos(folder === undefined ? undefined : resolve(folder))
  return json ? JSON.stringify(results) : results.map(photosText).join('\n\n')
}

function shown(show: Show, judged: readonly Judged[]): string {
  const lines = judged.filter(SHOWS[show])
  return [`--show ${show}: ${lines.length}`, ...lines.map(lineText)].join('\n')
}

type Measured = readonly { set: LineSet; judged: readonly Judged[]; score: Score }[]

function asJson(measured: Measured, presidio: unknown, missing: readonly string[], shows: readonly Show[]) {
  const sets = measured.map(({ set, judged, score }) => ({
    name: set.name,
    ...score,
    ...(set.open && shows.length > 0
      ? { shown: Object.fromEntries(shows.map((show) => [show, listed(show, judged)])) }
      : {}),
  }))
  return { sets, presidio, missing, questions: questionSets() }
}

function listed(show: Show, judged: readonly Judged[]) {
  return judged.filter(SHOWS[show]).map(({ line, result, wanted }) => ({ ...line, wanted, result }))
}

try {
  console.log(await main())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
