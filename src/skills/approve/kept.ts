import type { Event } from '../../bot/event.ts'
import type { Dialogs } from '../../bot/ports.ts'
import { lastKeys } from '../../bot/reading/back.ts'
import type { Draft } from '../../rules/verdict.ts'
import { ACCOUNTS, KINDS, PLATFORMS } from '../../rules/vocabulary.ts'
import type { Going } from './bind.ts'
import { codesIn } from './forms.ts'

/** As long as a verdict's own buttons work. */
const HOUR_MS = 60 * 60 * 1000

/** Keyed by person, in the place where the check keeps its drafts: the buttons of a verdict lead here and back. */
function keyOf(person: string, name: string): string | undefined {
  const [, id] = /^check\.([\w-]{1,60})$/.exec(name) ?? []
  return id && `check:${person}:${id}`
}

/** A draft that came straight here waits like one that was checked while the rest is asked. */
export async function keep(dialogs: Dialogs, person: string, name: string, { draft }: Going): Promise<void> {
  const { text, kind, platform, account, context } = draft
  const fields = Object.entries({ text, kind, platform, account, replying_to: context })
  const present = fields.filter(([, value]) => value !== undefined)
  await dialogs.set(keyOf(person, name) as string, Object.fromEntries(present), HOUR_MS)
}

export async function recall(dialogs: Dialogs, person: string, name: string): Promise<Going | undefined> {
  const key = keyOf(person, name)
  const found = key === undefined ? undefined : await dialogs.get(key)
  return found && typeof found === 'object' ? goingIn({ ...found }) : undefined
}

/** What this person showed last in the same talk: "can somebody approve this?" */
export async function last(dialogs: Dialogs, event: Event): Promise<string | undefined> {
  for (const key of lastKeys(event)) {
    const found = await dialogs.get(key)
    if (typeof found === 'object' && found !== null && 'check' in found && typeof found.check === 'string')
      return `check.${found.check}`
  }
  return undefined
}

/** From form values, from a command, or from what was kept. */
export function goingIn(values: Readonly<Record<string, unknown>>): Going | undefined {
  const { text, replying_to: context, photos, picture, authorization, handle } = values
  if (typeof text !== 'string' || text.trim() === '') return undefined
  const draft: Draft = {
    text,
    kind: KINDS.find((kind) => kind === values.kind),
    platform: PLATFORMS.find((platform) => platform === values.platform),
    account: ACCOUNTS.find((account) => account === values.account),
    context: typeof context === 'string' && context.trim() !== '' ? context : undefined,
  }
  const hashes = Array.isArray(photos) ? photos.filter(isHashes) : []
  return {
    draft,
    handle: typeof handle === 'string' && handle !== '' ? handle : null,
    photos: hashes,
    picture: picture === true && hashes.length === 0,
    codes: typeof authorization === 'string' ? codesIn(authorization) : [],
  }
}

const isHashes = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string')
