import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { LOG_LEVELS } from '../../src/bot/ports.ts'

/** `needs`: the part of the house without which the setting is only read and checked. */
interface Meaning {
  means: string
  needs?: string
}

const of = (needs: string, rows: Readonly<Record<string, string>>): Record<string, Meaning> =>
  Object.fromEntries(Object.entries(rows).map(([name, means]) => [name, { means, needs }]))

/** What each environment variable means, in the order of docs/cli.md. Defaults come from src/settings.ts. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  PORT: { means: 'Port to listen on.' },
  HOST: { means: 'Address to listen on. A loopback address: only this machine can reach Chaperone.' },
  CHAPERONE_HOME: { means: 'Folder for the data: the SQLite file and the key.' },
  CHAPERONE_PRACTICE: {
    means:
      'The practice file. If not set: `practice.yml`, where there is one. If set, the file has to be there.',
  },
  CHAPERONE_KEY: {
    means: 'Key that encrypts what people typed: 32 bytes. If not set: made, and kept in the data folder.',
  },
  CHAPERONE_KEY_NEXT: {
    means: 'The new key, for `rotate-key` alone, where the old one comes from `CHAPERONE_KEY`.',
  },
  CHAPERONE_WEB: { means: '`off` turns the chat page off.' },
  LOG_LEVEL: { means: `How much is logged, on standard error: ${LOG_LEVELS.join(', ')}.` },
  NO_COLOR: { means: 'Set to anything: no colours in the terminal.' },
  TERM: { means: '`dumb`: a terminal that knows no colours.' },
  ...of('src/adapters/store/postgres', {
    DATABASE_URL: 'A PostgreSQL database to use instead of SQLite; demands `CHAPERONE_KEY`.',
  }),
  ...of('src/adapters/slack', {
    SLACK_BOT_TOKEN: 'Bot token of the Slack app.',
    SLACK_SIGNING_SECRET: 'Secret with which Slack signs its requests.',
    SLACK_APP_TOKEN: 'App-level token: with it, Slack is reached by Socket Mode.',
    SLACK_API_URL: 'Another address of the Slack API, for GovSlack.',
  }),
  ...of('src/adapters/teams', {
    MICROSOFT_APP_ID: 'Id of the Teams bot.',
    MICROSOFT_APP_PASSWORD: 'Secret of the Teams bot.',
    MICROSOFT_APP_TENANT_ID: 'Tenant of the Teams bot.',
    MICROSOFT_APP_TYPE:
      '`SingleTenant` (what counts where it is not set) or `UserAssignedMSI`: a managed identity, without a password.',
    TEAMS_ANONYMOUS:
      '`1` lets a local test client in without signing in; refused unless HOST is a loopback address.',
  }),
  ...of('src/adapters/claude', {
    ANTHROPIC_API_KEY: 'Key for Claude. Without it every answer is made offline.',
    ANTHROPIC_BASE_URL: 'Another address of the Claude API.',
    CHAPERONE_MODEL: 'Which Claude model to use.',
    CHAPERONE_MODEL_BAA:
      '`true`: you state that a signed business associate agreement covers the model. Without it the model sees masked text and no photo.',
  }),
  ...of('src/adapters/tickets', {
    JIRA_URL: 'Jira site in which incident tickets are mirrored, identifiers masked.',
    JIRA_USER: 'User of the Jira site.',
    JIRA_TOKEN: 'Token of that user.',
    JIRA_PROJECT: 'Key of the project for the tickets.',
    TICKET_WEBHOOK_URL: 'Address to which incident tickets are sent, identifiers masked.',
    TICKET_WEBHOOK_SECRET: 'Secret with which those requests are signed.',
  }),
}

export interface Variable {
  name: string
  meaning: string
  /** What counts where it is not set; undefined where nothing does, or where the meaning says it. */
  usual: string | undefined
}

interface Schema {
  safeParse(value: unknown): { success: boolean; data?: unknown }
}

/** The variables that the sources read, in the order above. Throws for one that nobody has explained. */
export async function environmentOf(root: string): Promise<Variable[]> {
  const settings = await settingsOf(root)
  const read = new Map([
    ...Object.keys(settings).map((name) => [name, 'src/settings.ts'] as const),
    ...readsOf(root),
  ])
  const unknown = [...read].find(([name]) => !(name in MEANINGS))
  if (unknown) {
    const [name, path] = unknown
    throw new Error(
      `${path} reads ${name}, which docs/cli.md cannot explain: say what it means in scripts/gen/environment.ts`,
    )
  }
  return Object.entries(MEANINGS)
    .filter(([name]) => read.has(name))
    .map(([name, { means, needs }]) => {
      const idle = needs !== undefined && !existsSync(join(root, needs))
      const meaning = idle ? `${means} *Nothing uses it yet.*` : means
      return { name, meaning, usual: usualOf(settings[name]) }
    })
}

async function settingsOf(root: string): Promise<Readonly<Record<string, Schema>>> {
  const path = join(root, 'src/settings.ts')
  if (!existsSync(path)) return {}
  const { SETTINGS } = (await import(pathToFileURL(path).href)) as { SETTINGS: Record<string, Schema> }
  return SETTINGS
}

function usualOf(schema: Schema | undefined): string | undefined {
  const data = schema?.safeParse(undefined).data
  return typeof data === 'string' || typeof data === 'number' ? String(data) : undefined
}

/** `env.NO_COLOR`, `env['NO_COLOR']`: what is read without a place among the settings. */
function readsOf(root: string): (readonly [string, string])[] {
  const reads = /\benv(?:ironment)?(?:\??\.|\[')([A-Z][A-Z0-9_]+)\b/g
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) =>
      [...readFileSync(join(root, 'src', path), 'utf8').matchAll(reads)].map(
        (match) => [match[1] as string, `src/${path.replaceAll('\\', '/')}`] as const,
      ),
    )
}
