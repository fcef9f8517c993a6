import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findRuleFiles, ROOT } from '../../scripts/rules.ts'
import { columns } from '../quality/print.ts'
import type { Order, Told } from './trial.ts'

const HELP = `npm run mutate -- [--rule group/name] [--json] [--survivors false] [--least 0.9]

Changes one thing in a rule's condition at a time, and asks the rule's own examples whether they notice. A change
that no example notices (a survivor) is a part of the rule that nothing holds in place: write the example.`

/** Milliseconds without a word: what the mutant does has no end, and that is noticed too. */
const ENDLESS = 20_000

interface Survivor {
  at: string
  what: string
}
export interface Outcome {
  rule: string
  killed: number
  survived: number
  /** Could not be loaded; counts as neither. */
  lost: number
  survivors: Survivor[]
  /** Its examples do not hold even as it is. */
  failing?: string[]
}

/** Tries all mutants of one rule; a process that hangs is ended, and the next goes on behind it. */
async function tryRule(root: string, file: { path: string; id: string }): Promise<Outcome> {
  const outcome: Outcome = { rule: file.id, killed: 0, survived: 0, lost: 0, survivors: [] }
  let from = 0
  for (;;) {
    const hung = await new Promise<boolean>((resolve, reject) => {
      const child = fork(join(import.meta.dirname, 'trial.ts'), [root], {
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      })
      let errors = ''
      child.stderr?.on('data', (piece) => {
        errors += piece
      })
      let begun = false
      const late = () => {
        child.kill('SIGKILL')
        if (begun) resolve(true)
        else reject(new Error(`${file.id}: its mutants cannot be made`))
      }
      let timer = setTimeout(late, ENDLESS * 3)
      child.on('message', (told: Told) => {
        clearTimeout(timer)
        timer = setTimeout(late, ENDLESS)
        if (told.type === 'begun') begun = true
        else if (told.type === 'done') {
          from = told.index + 1
          outcome[told.fate]++
          if (told.fate === 'survived')
            outcome.survivors.push({ at: `${file.path}:${told.line}`, what: told.what })
        } else {
          if (told.type === 'failing') outcome.failing = told.problems
          clearTimeout(timer)
          child.kill()
          resolve(false)
        }
      })
      child.on('exit', (code) => {
        clearTimeout(timer)
        if (code !== null && code !== 0) reject(new Error(`${file.id}: ${errors.slice(0, 2000)}`))
      })
      child.send({ ...file, from } satisfies Order)
    })
    if (!hung) return outcome
    from++
    outcome.killed++
  }
}

async function tryAll(root: string, files: readonly { path: string; id: string }[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const left = [...files]
  const lane = async () => {
    for (let file = left.shift(); file !== undefined; file = left.shift())
      outcomes.push(await tryRule(root, file))
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane))
  return outcomes.sort((a, b) => (a.rule < b.rule ? -1 : 1))
}

function share({ killed, survived }: { killed: number; survived: number }): number {
  return killed + survived === 0 ? 1 : killed / (killed + survived)
}

const percent = (value: number) => `${(value * 100).toFixed(1)} %`

function print(outcomes: readonly Outcome[], total: Outcome, survivors: boolean): void {
  const row = (o: Outcome) => [
    o.rule,
    String(o.killed),
    String(o.survived),
    String(o.lost),
    percent(share(o)),
  ]
  console.log(columns([['rule', 'killed', 'survived', 'lost', ''], ...outcomes.map(row), row(total)]))
  for (const { rule, failing } of outcomes)
    if (failing) console.log(`\n${rule} was not tried, its examples fail as it is:\n  ${failing[0]}`)
  if (survivors && total.survivors.length > 0)
    console.log(`\n${total.survivors.map(({ at, what }) => `${at} ${what}`).join('\n')}`)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rule: { type: 'string', multiple: true, default: [] },
      root: { type: 'string', default: ROOT },
      json: { type: 'boolean', default: false },
      survivors: { type: 'string', default: 'true' },
      least: { type: 'string', default: '0.9' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(HELP)
  const all = findRuleFiles(values.root)
  const unknown = values.rule.find((id) => !all.some((each) => each.id === id))
  if (unknown) throw new Error(`--rule ${unknown}: there is no such rule`)
  const files = all.filter(({ id }) => values.rule.length === 0 || values.rule.includes(id))
  const outcomes = await tryAll(values.root, files)
  const total: Outcome = {
    rule: 'all',
    killed: outcomes.reduce((sum, each) => sum + each.killed, 0),
    survived: outcomes.reduce((sum, each) => sum + each.survived, 0),
    lost: outcomes.reduce((sum, each) => sum + each.lost, 0),
    survivors: outcomes.flatMap((each) => each.survivors),
  }
  if (values.json) console.log(JSON.stringify({ share: share(total), total, rules: outcomes }))
  else print(outcomes, total, values.survivors !== 'false')
  if (share(total) < Number(values.least) || outcomes.some(({ failing }) => failing)) process.exitCode = 1
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
