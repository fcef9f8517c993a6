import { createInterface } from 'node:readline'
import { systemClock } from '../../adapters/clock/clock.ts'
import { ulids } from '../../adapters/clock/ids.ts'
import { createLog } from '../../adapters/log/log.ts'
import { type Canvas, paragraph } from '../../adapters/terminal/layout.ts'
import { canvasOf } from '../../adapters/terminal/platform.ts'
import { render } from '../../adapters/terminal/render.ts'
import type { Body } from '../../bot/event.ts'
import { NO_FILES, NO_VISION } from '../../bot/pictures.ts'
import { createPipeline } from '../../bot/pipeline.ts'
import type { Button, Field, Reply } from '../../bot/reply.ts'
import { openEngine } from '../../library.ts'
import { createIncident } from '../../skills/incident/skill.ts'
import { openStateLaw } from '../../state-law-file.ts'
import { type Common, DONE, type Io, Refused, write } from '../io.ts'
import { openPractice } from '../practice.ts'
import { COMMAND_LINE, makingData } from '../upkeep/open.ts'

/** What keeps the questions coming; a reply without it is the end. */
const GOES_ON = 'incident/pause'
const INPUT_ENDED = 'Everything so far is kept. "incident report" goes on from here.\n'

/**
 * The guided report at this machine, question by question: the same one as in a chat, with the same state, so
 * that it can be begun here and finished there. Whoever is entitled hears of it from the Chaperone that serves.
 */
export async function runReport(options: Common, io: Io): Promise<number> {
  if (options.json) throw new Refused('incident report asks questions; leave --json away')
  const { practice } = openPractice(options.practice, io.env)
  const canvas = canvasOf(io.stdout, io.env)
  const lines = createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]()
  const ask = async (prompt: string): Promise<string | undefined> => {
    await write(io.stdout, `${prompt} `)
    const { value, done } = await lines.next()
    return done ? undefined : String(value).trim()
  }
  return makingData(io.env, async ({ store, hasher }) => {
    const clock = systemClock()
    const ids = ulids(clock)
    const ports = {
      clock,
      ids,
      store,
      hasher,
      log: createLog({ level: 'silent' }),
      tell: async () => false,
      vision: NO_VISION,
      files: NO_FILES,
    }
    const pipeline = createPipeline({
      ports,
      practice,
      skills: [createIncident(openEngine(), openStateLaw())],
    })
    const send = async (body: Body): Promise<Reply[]> => {
      const replies: Reply[] = []
      const { surface, person: id } = COMMAND_LINE
      const at = new Date(clock.now()).toISOString()
      const event = {
        id: `terminal:${ids.next()}`,
        surface,
        at,
        person: { id },
        place: { id, private: true },
        body,
      }
      await pipeline.handle(event, { deliver: async (reply) => void replies.push(reply) })
      return replies
    }
    let before: Filled = { form: '', values: {} }
    let replies = await send({ type: 'command', name: 'incident', text: '' })
    for (;;) {
      await write(io.stdout, `\n${drawn(replies, canvas)}\n`)
      if (!buttonsOf(replies).some(({ action }) => action === GOES_ON)) break
      const body = await next(replies, { ask, canvas, before })
      if (body === undefined) {
        await write(io.stdout, `\n${INPUT_ENDED}`)
        break
      }
      if (body.type === 'form') before = { form: body.form, values: body.values as Filled['values'] }
      replies = await send(body)
    }
    await pipeline.stop()
    return DONE
  })
}

type Ask = (prompt: string) => Promise<string | undefined>
/** What was given to a form: where one line of it was not understood, the others need not be given again. */
interface Filled {
  form: string
  values: Record<string, string | string[]>
}
interface Asking {
  ask: Ask
  canvas: Canvas
  before: Filled
}

const blocksOf = (replies: readonly Reply[]) => replies.flatMap(({ blocks }) => blocks)
function buttonsOf(replies: readonly Reply[]): Button[] {
  return blocksOf(replies).flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
}

/** The words alone: what can be chosen and filled in is asked for line by line. */
function drawn(replies: readonly Reply[], canvas: Canvas): string {
  const blocks = blocksOf(replies).filter(({ type }) => type !== 'buttons' && type !== 'form')
  return render({ blocks, summary: '' }, canvas)
}

const numbered = (labels: readonly string[], canvas: Canvas): string =>
  labels.map((label, index) => paragraph([{ text: `  ${index + 1}  ${label}` }], canvas, 5)).join('\n')

/** What the person wants to send, asked until it is something that can be sent. Undefined: nothing more comes. */
async function next(replies: readonly Reply[], asking: Asking): Promise<Body | undefined> {
  const { ask, canvas, before } = asking
  const form = blocksOf(replies).find((block) => block.type === 'form')
  const given = form?.form === before.form ? before.values : {}
  const buttons = buttonsOf(replies)
  const menu = numbered(
    buttons.map(({ label }) => label),
    canvas,
  )
  const enter = form ? `  Enter  ${form.title}\n` : ''
  for (;;) {
    const said = await ask(`\n${enter}${menu}\n>`)
    if (said === undefined) return undefined
    if (said === '' && form) {
      const values = await fill(
        form.fields.map((field) => ({ ...field, initial: given[field.name] ?? field.initial })),
        asking,
      )
      return values && { type: 'form', form: form.form, values }
    }
    const button =
      buttons[Number(said) - 1] ?? buttons.find(({ label }) => label.toLowerCase() === said.toLowerCase())
    if (button) return { type: 'button', action: button.action, value: button.value }
  }
}

async function fill(
  fields: readonly Field[],
  { ask, canvas }: Asking,
): Promise<Record<string, string | string[]> | undefined> {
  const values: Record<string, string | string[]> = {}
  for (const field of fields) {
    const options = field.options ?? []
    const hint = [
      field.hint,
      field.type === 'choices' && 'Numbers, like 1 3.',
      field.type === 'date' && 'Like 11/21/2026.',
    ]
    const kept = [field.initial ?? []]
      .flat()
      .map((value) => options.find((one) => one.value === value)?.label ?? value)
    const lead = [field.label, ...hint.filter(Boolean), kept.length > 0 && `Enter keeps: ${kept.join(', ')}.`]
    const list =
      options.length > 0
        ? `\n${numbered(
            options.map(({ label }) => label),
            canvas,
          )}`
        : ''
    const said = await ask(`\n${paragraph([{ text: lead.filter(Boolean).join('  ') }], canvas)}${list}\n:`)
    if (said === undefined) return undefined
    const chosen = said.split(/[\s,;]+/).flatMap((one) => options[Number(one) - 1]?.value ?? [])
    if (said === '') {
      if (field.initial !== undefined) values[field.name] = field.initial
    } else if (field.type === 'choices') values[field.name] = chosen
    else values[field.name] = options.length > 0 ? (chosen[0] ?? said) : said
  }
  return values
}
