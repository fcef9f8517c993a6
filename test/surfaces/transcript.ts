import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { SURFACES, type Surface } from '../../src/bot/event.ts'
import { WHY_NOT } from '../../src/bot/model/model.ts'
import { ROLES } from '../../src/bot/roles.ts'

/**
 * A conversation that has to go the same way on every surface, written by people who need not program:
 *
 *   title: what it promises
 *   practice: { staff: [Dr. Rivera] }        # optional: what the practice file says
 *   roles: { mia: [privacy officer] }        # optional: who holds which role, on every surface
 *   model: { judge: [{ category: mosaic, quote: the lighthouse }], rewrite: [...], answer: [...], fails: slow }
 *                                            # optional: there is a model, and this is what it says
 *   steps:
 *     - from: desk                           # optional: who; "desk" unless told
 *       where: channel                       # optional: where others read along; alone with Chaperone unless told
 *       waits: 61                            # optional: minutes that pass before
 *       says: some words                     # one of says, command, presses, fills, opens
 *       attaches: [lobby-with-face.jpg]      # optional: pictures of fake-vision.ts, by themselves or with says, fills
 *       expect: { verdict: stop, contains: [...], lacks: [...], buttons: [...] }
 *
 * `presses` names a button of the reply before; `verdict: none` is a reply without a verdict.
 */
const Words = z.union([
  z.string(),
  z
    .strictObject({ repeat: z.string(), times: z.int().positive() })
    .transform(({ repeat, times }) => repeat.repeat(times)),
])

const Step = z
  .strictObject({
    from: z.string().default('desk'),
    where: z.literal('channel').optional(),
    waits: z.number().positive().optional(),
    says: Words.optional(),
    command: z.strictObject({ name: z.string(), text: Words.default('') }).optional(),
    presses: z.string().optional(),
    fills: z
      .strictObject({ form: z.string(), values: z.record(z.string(), z.union([Words, z.array(z.string())])) })
      .optional(),
    opens: z.literal(true).optional(),
    attaches: z.array(z.string()).min(1).optional(),
    expect: z.strictObject({
      /** Who sees it: the person alone, or everybody in the channel. */
      audience: z.enum(['private', 'place']).optional(),
      verdict: z.enum(['clear', 'caution', 'needs_authorization', 'stop', 'unchecked', 'none']).optional(),
      contains: z.array(z.string()).default([]),
      lacks: z.array(z.string()).default([]),
      buttons: z.array(z.string()).default([]),
    }),
  })
  .refine(({ says, command, presses, fills, opens, attaches }) => {
    const actions = [says, command, presses, fills, opens].filter((action) => action !== undefined).length
    return actions === 1 || (actions === 0 && attaches !== undefined)
  }, 'a step does exactly one of: says, command, presses, fills, opens')

const List = z.array(z.string()).optional()
const Model = z.strictObject({
  judge: z.array(z.strictObject({ category: z.string(), quote: z.string() })).optional(),
  answer: z.array(z.strictObject({ says: z.string(), article: z.string(), quote: z.string() })).optional(),
  rewrite: List,
  fails: z.enum(WHY_NOT).optional(),
})
const Transcript = z.strictObject({
  title: z.string().min(10),
  practice: z
    .strictObject({ name: z.string().optional(), staff: List, phones: List, handles: List, urls: List })
    .default({}),
  roles: z.record(z.string(), z.array(z.enum(ROLES))).default({}),
  model: Model.optional(),
  steps: z.array(Step).min(1),
})

export type Step = z.infer<typeof Step>
export type Transcript = z.infer<typeof Transcript> & { file: string }

/** Every transcript of every skill; a mistake in one names the file and the place. */
export function readTranscripts(): Transcript[] {
  const skills = fileURLToPath(new URL('../../src/skills/', import.meta.url))
  return readdirSync(skills, { recursive: true, encoding: 'utf8' })
    .filter((path) => /transcripts\/[^/]+\.yml$/.test(path))
    .sort()
    .map((path) => readTranscript(path, readFileSync(skills + path, 'utf8')))
}

export function readTranscript(file: string, source: string): Transcript {
  const result = Transcript.safeParse(parse(source))
  if (!result.success) throw new Error(`src/skills/${file}:\n${z.prettifyError(result.error)}`)
  return { ...result.data, file }
}

/** What a transcript says of the practice, with the people whose roles it names. */
export function practiceOf({ practice, roles, model }: Transcript) {
  // The chat page knows one person, and calls them so.
  const idOn = (surface: Surface, id: string) => (surface === 'web' && id === 'desk' ? 'this-machine' : id)
  const people = Object.entries(roles).flatMap(([id, held]) =>
    SURFACES.map((surface) => ({ surface, id: idOn(surface, id), roles: held })),
  )
  // One person on every surface: the ids of one roster line are one pair of eyes.
  const roster = Object.entries(roles).map(([id, role]) => ({
    name: id,
    nicknames: [],
    credentials: [],
    role,
    ids: Object.fromEntries(SURFACES.map((surface) => [surface, idOn(surface, id)])),
  }))
  // The model travels with the practice, since every surface hands that on to its hall.
  return { ...practice, ...(people.length > 0 ? { people, roster } : {}), ...(model ? { model } : {}) }
}
