import { resolve } from 'node:path'
import { z } from 'zod'
import { ChaperoneError } from './bot/errors.ts'
import { deepFreeze } from './bot/frozen.ts'
import { isLoopback, keyBytes, SETTINGS } from './settings.ts'

type Env = Readonly<Record<string, string | undefined>>
type Name = keyof typeof SETTINGS

/**
 * Settings that make sense together. Each entry of `needs` names alternatives; as soon as one setting of the
 * group is there, every entry must be.
 */
const GROUPS: readonly { what: string; needs: readonly (readonly Name[])[]; options?: readonly Name[] }[] = [
  {
    what: 'Slack',
    needs: [['SLACK_BOT_TOKEN'], ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN']],
    options: ['SLACK_API_URL'],
  },
  {
    what: 'Teams',
    needs: [
      ['MICROSOFT_APP_ID'],
      ['MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TYPE'],
      ['MICROSOFT_APP_TENANT_ID'],
    ],
  },
  {
    what: 'the model',
    needs: [['ANTHROPIC_API_KEY']],
    options: ['ANTHROPIC_BASE_URL', 'CHAPERONE_MODEL', 'CHAPERONE_MODEL_BAA'],
  },
  { what: 'Jira', needs: [['JIRA_URL'], ['JIRA_USER'], ['JIRA_TOKEN'], ['JIRA_PROJECT']] },
  { what: 'the ticket webhook', needs: [['TICKET_WEBHOOK_URL'], ['TICKET_WEBHOOK_SECRET']] },
  { what: 'PostgreSQL', needs: [['CHAPERONE_KEY']], options: ['DATABASE_URL'] },
]

const Settings = z.object(SETTINGS).superRefine((settings, context) => {
  const refuse = (name: Name, message: string) => context.addIssue({ code: 'custom', path: [name], message })
  const set = (name: Name) => settings[name] !== undefined && settings[name] !== false
  for (const { what, needs, options = [] } of GROUPS) {
    // CHAPERONE_KEY is of use without PostgreSQL too.
    const asking = [...(what === 'PostgreSQL' ? [] : needs.flat()), ...options].find(set)
    const lacking = asking && needs.find((names) => !names.some(set))
    if (lacking)
      refuse(
        lacking[0] as Name,
        `is missing: ${asking} is set, and ${what} also needs ${lacking.join(' or ')}`,
      )
  }
  if (settings.TEAMS_ANONYMOUS && !isLoopback(settings.HOST))
    refuse(
      'TEAMS_ANONYMOUS',
      `lets in anybody who reaches HOST ${settings.HOST}; take it away, or set HOST to 127.0.0.1`,
    )
  const managed = settings.MICROSOFT_APP_TYPE === 'UserAssignedMSI'
  if (managed && set('MICROSOFT_APP_PASSWORD'))
    refuse('MICROSOFT_APP_PASSWORD', 'is not used with MICROSOFT_APP_TYPE UserAssignedMSI; take it away')
  if (settings.MICROSOFT_APP_TYPE === 'SingleTenant' && !set('MICROSOFT_APP_PASSWORD'))
    refuse('MICROSOFT_APP_PASSWORD', 'is missing: MICROSOFT_APP_TYPE is SingleTenant, which needs it')
  if (settings.TEAMS_ANONYMOUS && set('MICROSOFT_APP_ID'))
    refuse('TEAMS_ANONYMOUS', 'would let anybody in beside MICROSOFT_APP_ID; set one of the two')
})

/**
 * The environment, read once. Secrets do not print; main reveals them to the adapter that needs them.
 * @param env process.env, or less.
 * @throws ChaperoneError config_invalid: one line that names the variable, and quotes no secret.
 */
export function readConfig(env: Env, cwd: string) {
  const given = Object.keys(SETTINGS).map((name) => [name, env[name]?.trim() || undefined])
  const parsed = Settings.safeParse(Object.fromEntries(given))
  if (!parsed.success) throw refusal(parsed.error)
  const { data } = parsed
  const known = new Set<string>(Object.keys(SETTINGS))
  return deepFreeze({
    host: data.HOST,
    port: data.PORT,
    /** Nobody but this machine can reach the server. The chat page is closed to everybody else in any case. */
    loopback: isLoopback(data.HOST),
    /** Whether there is a chat page. */
    page: data.CHAPERONE_WEB,
    /** Absolute path of the data folder. */
    home: resolve(cwd, data.CHAPERONE_HOME),
    /** PostgreSQL instead of SQLite. */
    databaseUrl: data.DATABASE_URL,
    key: data.CHAPERONE_KEY && keyBytes(data.CHAPERONE_KEY),
    /** What rotate-key turns to, where the key comes from the environment. */
    nextKey: data.CHAPERONE_KEY_NEXT && keyBytes(data.CHAPERONE_KEY_NEXT),
    logLevel: data.LOG_LEVEL,
    practice: {
      path: data.CHAPERONE_PRACTICE ?? 'practice.yml',
      /** Somebody named the file, so it has to be there. */
      explicit: data.CHAPERONE_PRACTICE !== undefined,
    },
    slack: data.SLACK_BOT_TOKEN && {
      botToken: data.SLACK_BOT_TOKEN,
      signingSecret: data.SLACK_SIGNING_SECRET,
      appToken: data.SLACK_APP_TOKEN,
      apiUrl: data.SLACK_API_URL,
    },
    teams: data.MICROSOFT_APP_ID &&
      data.MICROSOFT_APP_TENANT_ID && {
        appId: data.MICROSOFT_APP_ID,
        /** Undefined: a managed identity signs in. */
        password: data.MICROSOFT_APP_PASSWORD,
        tenantId: data.MICROSOFT_APP_TENANT_ID,
      },
    teamsAnonymous: data.TEAMS_ANONYMOUS,
    model: data.ANTHROPIC_API_KEY && {
      apiKey: data.ANTHROPIC_API_KEY,
      baseUrl: data.ANTHROPIC_BASE_URL,
      name: data.CHAPERONE_MODEL,
      baa: data.CHAPERONE_MODEL_BAA,
    },
    jira: data.JIRA_URL &&
      data.JIRA_USER &&
      data.JIRA_TOKEN &&
      data.JIRA_PROJECT && {
        url: data.JIRA_URL,
        user: data.JIRA_USER,
        token: data.JIRA_TOKEN,
        project: data.JIRA_PROJECT,
      },
    webhook: data.TICKET_WEBHOOK_URL &&
      data.TICKET_WEBHOOK_SECRET && { url: data.TICKET_WEBHOOK_URL, secret: data.TICKET_WEBHOOK_SECRET },
    /** Lines for whoever starts Chaperone; nothing stops because of them. */
    warnings: Object.keys(env)
      .filter((name) => name.startsWith('CHAPERONE_') && !known.has(name))
      .map((name) => `${name} is not a setting of Chaperone; look for a misspelling`),
  })
}
export type Config = ReturnType<typeof readConfig>

function refusal({ issues }: z.ZodError): ChaperoneError {
  const [first, ...more] = issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  const rest = more.length > 0 ? ` (and ${more.length} more after this)` : ''
  return new ChaperoneError('config_invalid', `${first}${rest}`)
}
