import { randomBytes } from 'node:crypto'
import type { ContentBlockParam } from '@anthropic-ai/sdk/resources/messages'
import type { Model, Shown, Sight, Told } from '../../bot/model/model.ts'
import type { Picture } from '../../bot/pictures.ts'
import { createCaller, type Service } from './call.ts'
import { fenced } from './fence.ts'
import { itemsOf } from './items.ts'
import { DEFAULT_MODEL } from './name.ts'
import { answering, ClaimSaid, judging, looking, rewriting } from './tasks.ts'

export interface ClaudeOptions extends Omit<Service, 'baseUrl' | 'model'> {
  baseUrl?: string | undefined
  model?: string | undefined
  /** Milliseconds for one call; each sort of question has its own otherwise. Far below what a skill may take. */
  deadlineMs?: number
}

const SERVICE = 'https://api.anthropic.com'
/** A person waits for a check; for words to post they wait a little longer. */
const DEADLINES = { judge: 8000, answer: 10_000, rewrite: 12_000, look: 15_000 } as const
/** UTF-16 units of one question, articles included. What is longer is not sent, not even in part. */
const LONGEST = 24_000
/** Bytes of a picture: the service takes 5 MB of base64. */
const LARGEST = 3_700_000

const TOO_MUCH = { ok: false, why: 'invalid' } as const

/**
 * Claude behind the port of the hall. It is sent what it is given: whoever wires it decides with a mask what that
 * is. Text is fenced as data, the answer's shape is enforced by the service and checked again here.
 */
export function createClaude({ deadlineMs, ...options }: ClaudeOptions): Model {
  const caller = createCaller({
    ...options,
    baseUrl: options.baseUrl ?? SERVICE,
    model: options.model ?? DEFAULT_MODEL,
  })
  const limit = (name: keyof typeof DEADLINES) => deadlineMs ?? DEADLINES[name]
  const [answer, rewrite, look] = [
    answering(limit('answer')),
    rewriting(limit('rewrite')),
    looking(limit('look')),
  ]
  const code = () => randomBytes(9).toString('hex')
  const words = (parts: Readonly<Record<string, string | undefined>>): ContentBlockParam[] | undefined => {
    const text = fenced(code(), parts)
    return text.length > LONGEST ? undefined : [{ type: 'text', text }]
  }

  return {
    sees: 'everything',
    async judge(draft, categories) {
      const content = words(partsOf(draft))
      if (!content) return TOO_MUCH
      return map(await caller.ask(judging(categories, limit('judge')), content), ({ noticed }) => noticed)
    },
    async answer(question, articles, heard) {
      const shelf = articles.map(({ id, title, text }): [string, string] => [
        `article ${id}`,
        `${title}\n${text}`,
      ])
      const content = words({ ...Object.fromEntries(shelf), question })
      if (!content) return TOO_MUCH
      const hear = heard && itemsOf('claims', ClaimSaid, heard)
      return map(await caller.ask(answer, content, hear), ({ claims }) => claims)
    },
    async rewrite(draft, found, { tone, shorter, other }) {
      const wish = [tone, shorter ? 'shorter' : '', other ? 'other than the obvious' : ''].filter(Boolean)
      const content = words({ ...partsOf(draft), 'what is wrong': found.join('\n'), tone: wish.join(', ') })
      if (!content) return TOO_MUCH
      return map(await caller.ask(rewrite, content), ({ versions }) => versions)
    },
    async look(picture) {
      if (picture.bytes.length > LARGEST) return TOO_MUCH
      const data = Buffer.from(picture.bytes).toString('base64')
      const image = { type: 'base64', media_type: picture.mime, data } as const
      const told = await caller.ask(look, [{ type: 'image', source: image }])
      return map(told, ({ seen }) => seen.map(({ what, box }) => sightOf(what, box, picture)))
    },
    counts: caller.counts,
    stop: caller.stop,
  }
}

function partsOf({ text, kind, platform, account, context }: Shown) {
  const what = [kind, platform, account === 'personal' ? 'from a personal account' : undefined]
  return { 'what it is': what.filter(Boolean).join(', '), 'what is answered': context, draft: text }
}

function map<A, B>(told: Told<A>, to: (value: A) => B): Told<B> {
  return told.ok ? { ok: true, value: to(told.value) } : told
}

interface Edges {
  left: number
  top: number
  right: number
  bottom: number
}

/** Thousandths to pixels. A box that is none, or is not in the picture, is left out: the sight itself stays. */
function sightOf(sees: Sight['sees'], edges: Edges | null, { width, height }: Picture): Sight {
  if (edges === null) return { sees }
  const { left, top, right, bottom } = edges
  const inside = [left, top, right, bottom].every((edge) => edge >= 0 && edge <= 1000)
  if (!inside || right <= left || bottom <= top) return { sees }
  const [x, y] = [Math.floor((left * width) / 1000), Math.floor((top * height) / 1000)]
  const box = {
    x,
    y,
    width: Math.ceil((right * width) / 1000) - x,
    height: Math.ceil((bottom * height) / 1000) - y,
  }
  return { sees, box }
}
