import Anthropic, { APIConnectionError, APIConnectionTimeoutError, APIError } from '@anthropic-ai/sdk'
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod'
import type { ContentBlockParam, MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages'
import { z } from 'zod'
import type { Told, WhyNot } from '../../bot/model/model.ts'
import type { Clock, Log } from '../../bot/ports.ts'
import { createBreaker } from './breaker.ts'
import { createGate } from './gate.ts'
import { silent } from './quiet.ts'
import { gathered } from './stream.ts'
import { createTally } from './tally.ts'
import type { Task } from './tasks.ts'

export interface Service {
  apiKey: string
  /** An https address, or one on this machine. */
  baseUrl: string
  model: string
  clock: Clock
  log: Log
}

/** Calls at once, and how many may wait for one of them to end. */
const AT_ONCE = 4
const IN_LINE = 32
/** Tries of one call, and the first pause between two of them in milliseconds. */
const TRIES = 3
const PAUSE_MS = 400

/** What a message has to be before anything in it is looked at. */
const Envelope = z.object({
  stop_reason: z.string().nullable(),
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
})
const Usage = z.object({
  usage: z.object({
    input_tokens: z.number(),
    output_tokens: z.number(),
    cache_read_input_tokens: z.number().nullish(),
  }),
})
/** After these it has said all that it wanted to say. */
const ENDED: readonly (string | null)[] = ['end_turn', 'stop_sequence']

/**
 * One bounded call of the Messages API. Whatever the service, the network or the model does ends here, as a value
 * or as a reason; errors may quote what was sent, so none of them goes any further.
 */
export function createCaller({ apiKey, baseUrl, model, clock, log }: Service) {
  const client = new Anthropic({
    apiKey,
    baseURL: baseUrl,
    // We try again ourselves: the SDK would wait for as long as the service asks, whatever time is left.
    maxRetries: 0,
    // Its debug level prints whole requests, and its spans may carry them too.
    logLevel: 'off',
    logger: silent,
    openTelemetry: false,
    // A redirect would take the key and the words to another address.
    fetchOptions: { redirect: 'error' },
  })
  const breaker = createBreaker(clock)
  const gate = createGate(AT_ONCE, IN_LINE)
  const tally = createTally()
  const running = new Set<AbortController>()
  let stopped = false

  /** @param hear is told the words of the answer as they come, and nothing more once the result is known. */
  async function ask<T>(
    task: Task<T>,
    content: ContentBlockParam[],
    hear?: (words: string) => void,
  ): Promise<Told<T>> {
    if (stopped || !breaker.lets()) {
      tally.add('calls', task.name, 'down')
      return not('down')
    }
    const call = new AbortController()
    running.add(call)
    const started = clock.now()
    const end = started + task.deadlineMs
    const over = new Promise<never>((_, reject) =>
      call.signal.addEventListener('abort', () => reject(new Over()), { once: true }),
    )
    over.catch(() => {})
    let late = false
    const alarm = clock.sleep(task.deadlineMs, call.signal).then(() => {
      if (call.signal.aborted) return
      late = true
      call.abort('late')
    })
    try {
      const listening = hear && ((words: string) => (call.signal.aborted ? undefined : hear(words)))
      const told = await Promise.race([once({ task, content, hear: listening }, call.signal, end), over])
      breaker.passed()
      if (told.ok) tally.add('calls', task.name, 'ok')
      else noted(task, told.why, started)
      return told
    } catch (error) {
      const why: WhyNot = late || error instanceof APIConnectionTimeoutError ? 'slow' : 'down'
      // That Chaperone stops says nothing about the service.
      if (!stopped) breaker.failed(quietAfter(error))
      noted(task, why, started)
      return not(why)
    } finally {
      running.delete(call)
      call.abort('over')
      await alarm
    }
  }

  function noted({ name }: Task<unknown>, why: WhyNot, started: number) {
    tally.add('calls', name, why)
    log.warn('model unavailable', { kind: name, code: `model_${why}`, ms: clock.now() - started })
  }

  async function once<T>(asked: Asked<T>, signal: AbortSignal, end: number) {
    const { task } = asked
    const leave = await gate.enter(signal)
    if (!leave) throw new Over()
    try {
      const message = await tried(asked, signal, end)
      const used = Usage.safeParse(message).data?.usage
      tally.add('tokens', task.name, 'input', used?.input_tokens ?? 0)
      tally.add('tokens', task.name, 'cached', used?.cache_read_input_tokens ?? 0)
      tally.add('tokens', task.name, 'output', used?.output_tokens ?? 0)
      return readAs(task, message)
    } finally {
      leave()
    }
  }

  /** Tries again only what had not begun to answer: another try would begin with other words. */
  async function tried(asked: Asked<unknown>, signal: AbortSignal, end: number): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await send(asked, signal)
      } catch (error) {
        const pause = pauseAfter(error, attempt)
        if (pause === undefined || attempt >= TRIES || clock.now() + pause >= end) throw error
        await clock.sleep(pause, signal)
        if (signal.aborted) throw error
      }
    }
  }

  async function send({ task, content, hear }: Asked<unknown>, signal: AbortSignal): Promise<unknown> {
    const { prompt, shape, most, deadlineMs } = task
    const { type, schema } = zodOutputFormat(shape)
    const asking: MessageCreateParamsNonStreaming = {
      model,
      max_tokens: most,
      // The same for everybody, so that the service need not read it anew each time.
      system: [{ type: 'text', text: prompt, cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content }],
      output_config: { format: { type, schema } },
    }
    const how = { signal, timeout: deadlineMs, maxRetries: 0 }
    if (!hear) return client.messages.create(asking, how)
    return gathered(await client.messages.create({ ...asking, stream: true }, how), hear)
  }

  return {
    ask,
    counts: tally.counts,
    stop() {
      stopped = true
      for (const call of running) call.abort('stopping')
    },
  }
}

interface Asked<T> {
  task: Task<T>
  content: ContentBlockParam[]
  hear: ((words: string) => void) | undefined
}

/** The deadline, the end of Chaperone, or a line that is too long. */
class Over {}

const not = (why: WhyNot) => ({ ok: false, why }) as const

function readAs<T>({ shape }: Task<T>, message: unknown): Told<T> {
  const read = Envelope.safeParse(message)
  if (!read.success) return not('invalid')
  const { stop_reason: reason, content } = read.data
  if (reason === 'refusal') return not('refused')
  // Cut off in the middle: half a list of findings must not pass for a whole one.
  if (!ENDED.includes(reason)) return not('invalid')
  try {
    const said = JSON.parse(content.map(({ type, text }) => (type === 'text' ? (text ?? '') : '')).join(''))
    const parsed = shape.safeParse(said)
    return parsed.success ? { ok: true, value: parsed.data } : not('invalid')
  } catch {
    return not('invalid')
  }
}

/** Milliseconds until it is worth trying again; undefined: trying again changes nothing. */
function pauseAfter(error: unknown, attempt: number): number | undefined {
  if (error instanceof APIConnectionTimeoutError) return undefined
  if (error instanceof APIConnectionError) return PAUSE_MS * 2 ** (attempt - 1)
  if (!(error instanceof APIError) || error.status === undefined) return undefined
  if (error.status < 500 && ![408, 409, 429].includes(error.status)) return undefined
  return askedFor(error) ?? PAUSE_MS * 2 ** (attempt - 1)
}

/** A wrong key or an unknown model stays wrong: asking each time would only cost people the wait. */
const HOPELESS_MS = 5 * 60_000

function quietAfter(error: unknown): number | undefined {
  if (!(error instanceof APIError)) return undefined
  return [401, 403, 404].includes(error.status ?? 0) ? HOPELESS_MS : askedFor(error)
}

/** Retry-After is a number of seconds; a date is not waited for. */
function askedFor({ headers }: APIError): number | undefined {
  const ms = Number.parseFloat(headers?.get('retry-after-ms') ?? '')
  if (ms > 0) return ms
  const seconds = Number.parseFloat(headers?.get('retry-after') ?? '')
  return seconds > 0 ? seconds * 1000 : undefined
}
