import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { coldStartText, measureColdStart } from './cold-start.ts'
import { openAll } from './contenders.ts'
import { growthText, measureGrowth } from './growth.ts'
import { measureMemory, memoryText } from './memory.ts'
import { measurePerDraft, perDraftText } from './per-draft.ts'
import { measureSlack, slackText } from './slack.ts'
import { measureTeams, teamsText } from './teams.ts'

const HELP = `npm run bench -- [--only ${'per-draft|growth|cold-start|memory|slack|teams'}] [--json]

How fast drafts are checked, beside two packages that do a part of it; how fast Slack and Teams are
answered, beside a bare Bolt app and a bare botbuilder echo. Figures depend on the machine: compare what one run
prints, not two runs.`

/** One file per measurement: what it measures, and how that is told. */
const MEASUREMENTS: readonly { name: string; run(): Promise<{ figures: unknown; text: string }> }[] = [
  measurement('per-draft', async () => measurePerDraft(await openAll()), perDraftText),
  measurement('growth', async () => measureGrowth(await openAll()), growthText),
  measurement('cold-start', measureColdStart, coldStartText),
  measurement('memory', async () => measureMemory(), memoryText),
  measurement('slack', measureSlack, slackText),
  measurement('teams', measureTeams, teamsText),
]

function measurement<T>(name: string, measure: () => Promise<T>, tell: (figures: T) => string) {
  return {
    name,
    run: async () => {
      const figures = await measure()
      return { figures, text: tell(figures) }
    },
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(HELP)
    return
  }
  const names = MEASUREMENTS.map(({ name }) => name)
  const unknown = values.only.find((name) => !names.includes(name))
  if (unknown) throw new Error(`--only ${unknown}: choose ${names.join(', ')}`)

  const machine = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cores: cpus().length,
    cpu: cpus()[0]?.model,
  }
  const all: Record<string, unknown> = { machine }
  if (!values.json)
    console.log(`Node ${machine.node}, ${machine.platform}, ${machine.cores} cores, ${machine.cpu}\n`)
  for (const { name, run } of MEASUREMENTS) {
    if (values.only.length > 0 && !values.only.includes(name)) continue
    const { figures, text } = await run()
    all[name] = figures
    if (!values.json) console.log(`${text}\n`)
  }
  if (values.json) console.log(JSON.stringify(all))
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
