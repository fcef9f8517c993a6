import type { Noticed } from '../../bot/model/model.ts'
import type { Dialogs } from '../../bot/ports.ts'
import type { TemplateTone } from '../../knowledge/templates.ts'
import { TEMPLATE_TONES } from '../../knowledge/templates.ts'
import type { Draft } from '../../rules/verdict.ts'
import { ACCOUNTS, KINDS, PLATFORMS } from '../../rules/vocabulary.ts'

const HOUR_MS = 60 * 60 * 1000

/** What a button carries: which draft and what is wished. Never the draft itself. */
export interface Wanted {
  /** "check.ID": kept when it was checked. "rewrite.ID": came straight here. */
  draft: string
  tone?: TemplateTone | undefined
  turn: number
  shorter: boolean
}

export function writeWanted({ draft, tone, turn, shorter }: Wanted): string {
  const fields = {
    draft,
    turn: String(turn),
    ...(tone ? { tone } : {}),
    ...(shorter ? { shorter: 'yes' } : {}),
  }
  return new URLSearchParams(fields).toString()
}

export function readWanted(value: string): Wanted {
  const fields = new URLSearchParams(value)
  const turn = Number(fields.get('turn') ?? 0)
  return {
    draft: fields.get('draft') ?? '',
    tone: TEMPLATE_TONES.find((tone) => tone === fields.get('tone')),
    turn: Number.isSafeInteger(turn) && turn >= 0 ? turn : 0,
    shorter: fields.get('shorter') === 'yes',
  }
}

/** Keyed by person, in the place where the check keeps its drafts: a button of a verdict leads here. */
function keyOf(person: string, name: string): string | undefined {
  const [, skill, id] = /^(check|rewrite)\.([\w-]{1,60})$/.exec(name) ?? []
  return skill && `${skill}:${person}:${id}`
}

export async function keep(dialogs: Dialogs, person: string, name: string, draft: Draft): Promise<void> {
  const { text, kind, platform, account, context } = draft
  const fields = Object.entries({ text, kind, platform, account, replying_to: context })
  const present = fields.filter(([, value]) => value !== undefined)
  await dialogs.set(keyOf(person, name) as string, Object.fromEntries(present), HOUR_MS)
}

export async function recall(dialogs: Dialogs, person: string, name: string): Promise<Draft | undefined> {
  const key = keyOf(person, name)
  const found = key === undefined ? undefined : await dialogs.get(key)
  return found && typeof found === 'object' ? draftOf({ ...found }) : undefined
}

/** What a model noticed in this draft when it was checked (the check keeps it beside the draft). */
export async function noticedIn(dialogs: Dialogs, person: string, name: string): Promise<Noticed[]> {
  const [, id] = /^check\.([\w-]{1,60})$/.exec(name) ?? []
  const found = id === undefined ? undefined : await dialogs.get(`check-second:${person}:${id}`)
  const list = typeof found === 'object' && found !== null && 'second' in found ? found.second : undefined
  return Array.isArray(list)
    ? list.filter((one) => typeof one?.category === 'string' && typeof one.quote === 'string')
    : []
}

/** From form values, from what the router worked out, or from what was kept. */
export function draftOf(values: Readonly<Record<string, unknown>>): Draft | undefined {
  const { text, replying_to: context } = values
  if (typeof text !== 'string' || text.trim() === '') return undefined
  return {
    text,
    kind: KINDS.find((kind) => kind === values.kind),
    platform: PLATFORMS.find((platform) => platform === values.platform),
    account: ACCOUNTS.find((account) => account === values.account),
    context: typeof context === 'string' && context.trim() !== '' ? context : undefined,
  }
}
