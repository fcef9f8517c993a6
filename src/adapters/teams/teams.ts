import type { RequestHandler, Response } from 'express'
import type { Files } from '../../bot/pictures.ts'
import type { Clock, Dialogs, Ids, Log, Platform } from '../../bot/ports.ts'
import { Reply } from '../../bot/reply.ts'
import { createBot } from './bot.ts'
import { HELLO, SOON, toCopy } from './copy.ts'
import { createDelivery, type Once } from './deliver.ts'
import { createDialog, createGlance } from './dialog.ts'
import { beforeTurn, isLocalHost } from './door.ts'
import { addressesOf } from './files/addresses.ts'
import { createDownload } from './files/download.ts'
import { offersOf } from './files/offer.ts'
import { tenantOf } from './origin.ts'
import { peopleOf } from './people.ts'
import { type Answer, type Incoming, incomingOf } from './reading/incoming.ts'
import { Activity } from './reading/payload.ts'
import { createSignIn, type Registration } from './sign-in/sign-in.ts'
import { createTyping } from './typing.ts'

export type Handle = (event: unknown, platform: Platform) => Promise<string>

export interface TeamsOptions {
  /** The pipeline. */
  handle: Handle
  clock: Clock
  ids: Ids
  log: Log
  dialogs: Dialogs
  /** Undefined: whoever is at this machine may come in without signing in (TEAMS_ANONYMOUS). */
  registration: Registration | undefined
}

export interface Teams {
  /** For POST /api/messages. */
  handlers: readonly RequestHandler[]
  /** Writes to somebody who has been here; false: that person cannot be reached. */
  tell(person: string, reply: Reply, once?: Once): Promise<boolean>
  /** Photos that people sent here. */
  files: Files
  /** Waits for what is running; the server takes nothing new by then. */
  stop(): Promise<void>
}

/** How long Teams waits for a dialog, less a margin, in milliseconds. */
const DIALOG_MS = 4000

export function createTeams({ handle, clock, ids, log, dialogs, registration }: TeamsOptions): Teams {
  const signIn = createSignIn(registration, clock)
  const bot = createBot(signIn, clock)
  const people = peopleOf(dialogs, clock)
  const local = registration === undefined
  const addresses = addressesOf(clock)
  const offers = offersOf(clock, ids, local)
  const delivery = createDelivery({ bot, people, dialogs, log, offers })
  const typing = createTyping(bot, clock)
  const running = new Set<Promise<unknown>>()

  /** Acknowledged first, worked on after: Teams waits some seconds, and repeats what it thinks was lost. */
  function begin(work: Promise<unknown>): Promise<unknown> {
    const safe = work.catch(() => log.error('delivery failed', { surface: 'teams', code: 'delivery_failed' }))
    running.add(safe)
    void safe.finally(() => running.delete(safe))
    return safe
  }

  async function answerTo(payload: unknown): Promise<{ status: number; body?: object }> {
    const activity = Activity.safeParse(payload).data
    if (activity === undefined || !isOurs(activity)) {
      log.warn('event refused', { surface: 'teams', code: activity ? 'teams_place' : 'teams_shape' })
      return { status: 403 }
    }
    const found = incomingOf(activity, clock.now(), local)
    if (found === undefined) return { status: 501 }
    const { here } = found
    if (found.to === 'gone') {
      begin(people.forget(here.person))
      return { status: 200 }
    }
    const installed = activity.type === 'installationUpdate'
    if (here.personal) begin(people.keep(here.person, here.reference, installed))
    if (found.to === 'hello') {
      begin(bot.send(here.reference, [{ type: 'message', text: HELLO }]))
      return { status: 200 }
    }
    if (found.to === 'consent') {
      const consented = offers.settle(found.consent, here)
      begin(consented.then((said) => said && bot.send(here.reference, [said])))
      return { status: 200, body: {} }
    }
    if (found.to === 'hall') addresses.keep(here.person, here.reference, found.files)
    if (found.answer === 'refresh') return atAGlance(found)
    if (found.answer === 'dialog' || found.answer === 'extension')
      return { status: 200, body: await inDialog(found) }
    const work = begin(act(found, delivery.platformFor(here)))
    if (found.to === 'hall' && found.event.body.type === 'message' && here.personal)
      typing(here.reference, work)
    return found.answer === 'execute' ? { status: 200, body: acknowledgement() } : { status: 200 }
  }

  async function act(found: Incoming & { answer: Answer }, platform: Platform): Promise<unknown> {
    if (found.to === 'hall') return handle(found.event, platform)
    // Its own message without a card: those can be copied on a phone.
    return found.here.personal && found.to === 'copy'
      ? bot.send(found.here.reference, [{ type: 'message', textFormat: 'plain', text: found.text }])
      : undefined
  }

  async function inDialog(found: Incoming & { answer: Answer }): Promise<object> {
    const after = delivery.platformFor({ ...found.here, overheard: true })
    const dialog = createDialog(after)
    if (found.to === 'copy') {
      await dialog.platform.deliver(Reply.parse(toCopy(found.text)), undefined as never)
      return dialog.close(true)
    }
    const work = begin(act(found, dialog.platform))
    const shown = dialog.close(await inTime(work))
    if (found.answer === 'dialog')
      for (const reply of dialog.ended()) begin(after.deliver(reply, undefined as never))
    return shown
  }

  async function atAGlance(found: Incoming & { answer: Answer }) {
    const glance = createGlance(found.here.reference.user.id)
    await inTime(begin(act(found, glance.platform)))
    return glance.close()
  }

  /** Whether the work ends before Teams gives up waiting. */
  async function inTime(work: Promise<unknown>): Promise<boolean> {
    const late = new AbortController()
    const done = work.then(() => true)
    const first = await Promise.race([done, clock.sleep(DIALOG_MS, late.signal).then(() => false)])
    late.abort()
    return first
  }

  /** Single tenant: what comes from another practice's Teams is not for us. */
  function isOurs(activity: Activity): boolean {
    if (registration) return tenantOf(activity)?.toLowerCase() === registration.tenantId.toLowerCase()
    return URL.canParse(activity.serviceUrl) && isLocalHost(new URL(activity.serviceUrl).hostname)
  }

  const receive: RequestHandler = (req, res) => {
    const authorization = req.headers.authorization ?? ''
    if (typeof req.body !== 'object' || req.body === null || typeof req.body.type !== 'string') {
      res.status(400).end()
      return
    }
    let known = false
    void signIn
      .verify(authorization, req.body)
      .then(() => {
        known = true
        return answerTo(req.body)
      })
      // Whatever becomes of it, a message has arrived; an invoke is told what became of it.
      .then((answer) => respond(res, req.body.type === 'invoke' ? answer : { status: 200 }))
      .catch(() => refuse(res, known))
  }

  /** Whatever went wrong before the sender was known is a matter of the sign-in; why is nobody's business. */
  function refuse(res: Response, known: boolean): void {
    log.warn('event refused', { surface: 'teams', code: known ? 'teams_sdk' : 'teams_sign_in' })
    if (!res.headersSent) res.status(known ? 500 : 401).end()
  }

  return {
    handlers: [...beforeTurn(registration === undefined), receive],
    files: createDownload({ addresses, bot, local }),
    tell: (person, reply, once) => delivery.tell(person, reply, once),
    async stop() {
      await Promise.allSettled(running)
    },
  }
}

function respond(res: Response, { status, body }: { status: number; body?: object }): void {
  res.status(status)
  if (body === undefined) res.end()
  else res.json(body)
}

function acknowledgement(): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: SOON }
}
