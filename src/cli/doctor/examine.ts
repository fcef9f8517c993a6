import { DEFAULT_MODEL } from '../../adapters/claude/name.ts'
import { filmsToo, missingParts } from '../../adapters/vision/detect/parts.ts'
import { ChaperoneError } from '../../bot/errors.ts'
import { type Config, readConfig } from '../../config.ts'
import { openLexicon } from '../../library.ts'
import { RULES } from '../../rules/registry.ts'
import { addressOf } from '../address.ts'
import type { Io } from '../io.ts'
import { openPractice } from '../practice.ts'
import { examineData } from './data-folder.ts'

/** `off`: not configured. `attention`: works, but somebody should look. `broken`: Chaperone cannot work. */
export type State = 'ok' | 'off' | 'attention' | 'broken'
export interface Item {
  name: string
  state: State
  says: string
}

/** The oldest Node that runs the sources as they are. */
const NODE = 24

export async function examine(practice: string | undefined, env: Io['env']): Promise<Item[]> {
  const items = [examineNode(process.versions.node), ...examinePractice(practice, env), examineKnowledge()]
  items.push(examinePhotos(missingParts()))
  try {
    const config = readConfig(env, process.cwd())
    items.push({ name: 'settings', state: 'ok', says: 'The environment variables fit together.' })
    for (const says of config.warnings) items.push({ name: 'settings', state: 'attention', says })
    items.push(...(await examineStore(config)), ...examineSurfaces(config))
  } catch (error) {
    items.push({ name: 'settings', state: 'broken', says: messageOf(error) })
  }
  return items
}

/** PostgreSQL's client is loaded where it is used. */
async function examineStore(config: Config): Promise<Item[]> {
  if (!config.databaseUrl) return examineData(config)
  const { examinePostgres } = await import('./postgres.ts')
  return examinePostgres(config.databaseUrl.reveal(), config.key)
}

function examineNode(version: string): Item {
  const fits = Number.parseInt(version, 10) >= NODE
  const says = fits ? `Node ${version}.` : `Node ${version} is too old; npm ci brings Node ${NODE}.`
  return { name: 'node', state: fits ? 'ok' : 'broken', says }
}

function examinePractice(file: string | undefined, env: Io['env']): Item[] {
  const name = 'practice'
  try {
    const { practice, path, found, gaps } = openPractice(file, env)
    if (!found) {
      const says = `There is no ${path}. Checks work, but your own names and numbers can be taken for a patient’s.`
      return [{ name, state: 'attention', says }]
    }
    const says = `${path}: ${practice.name}, ${count(practice.roster.length, 'colleague')}.`
    return [
      { name, state: 'ok', says },
      ...gaps.map((gap): Item => ({ name, state: 'attention', says: gap })),
    ]
  } catch (error) {
    return [{ name, state: 'broken', says: messageOf(error) }]
  }
}

function examineKnowledge(): Item {
  const name = 'rules'
  try {
    const classes = Object.keys(openLexicon().classes).length
    const says = `${count(RULES.length, 'rule')} over ${count(classes, 'word list')}.`
    return { name, state: RULES.length > 0 ? 'ok' : 'broken', says }
  } catch (error) {
    return { name, state: 'broken', says: messageOf(error) }
  }
}

function examinePhotos(missing: readonly string[]): Item {
  const name = 'photos'
  if (missing.length === 0) {
    const here = 'Are looked at on this machine; no picture is sent anywhere.'
    return {
      name,
      state: 'ok',
      says: filmsToo() ? here : `${here} Films are unchecked: @ffmpeg/core is missing.`,
    }
  }
  const says = `Are not looked at, so every photo is unchecked. npm ci brings what is missing: ${missing.join(', ')}.`
  return { name, state: 'off', says }
}

function examineSurfaces(config: Config): Item[] {
  const page: Item = config.page
    ? { name: 'chat page', state: 'ok', says: `${addressOf(config)}, for the person at this machine alone.` }
    : { name: 'chat page', state: 'off', says: 'CHAPERONE_WEB is off: nobody can open the page.' }
  return [page, slackItem(config), teamsItem(config), modelItem(config), ...ticketItems(config)]
}

function slackItem({ slack }: Config): Item {
  if (!slack)
    return { name: 'Slack', state: 'off', says: 'Is not configured; README says how in ten minutes.' }
  const way = slack.appToken
    ? 'Socket Mode: Chaperone calls Slack, and nobody needs to reach this machine.'
    : 'HTTP mode: Slack has to reach /slack/events of this machine over https.'
  return { name: 'Slack', state: 'ok', says: `Is configured. ${way}` }
}

function teamsItem({ teams, teamsAnonymous }: Config): Item {
  const name = 'Teams'
  if (teams)
    return {
      name,
      state: 'ok',
      says: `Is configured${teams.password ? '' : ', with a managed identity'}. Teams has to reach /api/messages of this machine over https.`,
    }
  return teamsAnonymous
    ? {
        name,
        state: 'attention',
        says: 'Lets in whoever is at this machine, without signing in: for a test client alone.',
      }
    : { name, state: 'off', says: 'Is not configured; README says how.' }
}

function ticketItems({ jira, webhook }: Config): Item[] {
  const name = 'tickets'
  const says = (where: string) =>
    `Are mirrored to ${where}: number, state, counts and days, and no typed word.`
  const items: Item[] = [
    ...(jira
      ? [
          {
            name,
            state: 'ok' as const,
            says: says(`Jira at ${new URL(jira.url).host}, project ${jira.project}`),
          },
        ]
      : []),
    ...(webhook
      ? [{ name, state: 'ok' as const, says: says(`the webhook at ${new URL(webhook.url).host}`) }]
      : []),
  ]
  return items.length > 0 ? items : [{ name, state: 'off', says: 'Stay here; no mirror is configured.' }]
}

/** What leaves this machine, in one line. */
function modelItem({ model }: Config): Item {
  const name = 'model'
  if (!model)
    return {
      name,
      state: 'off',
      says: 'The rules decide alone, on this machine; nothing is sent anywhere.',
    }
  const who = model.name ?? DEFAULT_MODEL
  return model.baa
    ? {
        name,
        state: 'attention',
        says: `${who} reads drafts, questions and photos as they are: you stated that a signed BAA covers it. The rules still decide.`,
      }
    : {
        name,
        state: 'ok',
        says: `${who} reads drafts and questions with names, numbers and contact data taken out, and no photo. The rules still decide.`,
      }
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

/** Our own messages are written for whoever runs Chaperone; other people's may hold anything. */
function messageOf(error: unknown): string {
  return error instanceof ChaperoneError
    ? error.message
    : `cannot be used (${error instanceof Error ? error.name : 'error'})`
}
