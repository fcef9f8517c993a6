import { FLOW_INTENTS } from '../../bot/flow/flow.ts'
import type { Tickets } from '../../bot/outside/tickets.ts'
import { factsOf } from '../../bot/practice.ts'
import type { ReplyDraft } from '../../bot/reply.ts'
import type { Intent, Skill, SkillContext } from '../../bot/skill.ts'
import type { StateLaw } from '../../knowledge/state-law.ts'
import type { Engine } from '../../rules/verdict.ts'
import { noteBegun, nudge } from './begun.ts'
import { SHOW } from './copy.ts'
import { mirror } from './mirror.ts'
import { waiting } from './overview/attention.ts'
import { home } from './overview/home.ts'
import { dialogOf } from './report/dialog.ts'
import { PLATFORMS } from './report/lists.ts'
import { MOST_WORDS } from './report/read.ts'
import { send } from './send.ts'
import { almanacOf, showList, showTicket } from './show.ts'
import { remind, tellAsked } from './tell.ts'
import { ACTS, type ActName, formOf, isAct } from './ticket/acts.ts'
import { clocksOf } from './ticket/clocks.ts'
import { type Ticket, ticketOf } from './ticket/ticket.ts'
import type { Written } from './ticket/written.ts'
import { listen, notePlatform, recall } from './told.ts'
import { isOfficer, keyOf, meOf, nameOf, refOf, sightOf } from './who.ts'

const NUMBER = /^inc-\d{4}-\d{4,9}$/i
const isPlatform = (text: string) => Object.hasOwn(PLATFORMS, text)

/**
 * @param law the clocks of the States.
 * @param mirrors where tickets are mirrored to, masked; none unless somebody asked for it.
 */
export function createIncident(
  engine: Pick<Engine, 'mask'>,
  law: StateLaw,
  mirrors: readonly Tickets[] = [],
): Skill {
  const maskFor = (context: SkillContext) => (text: string) =>
    engine.mask(text.slice(0, MOST_WORDS), factsOf(context.practice))

  async function report(intent: Intent, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const { dialogs } = context.ports.store
    const key = keyOf(context)
    const mask = maskFor(context)
    if (intent.name === 'start') {
      const words = intent.text.trim()
      if (isPlatform(words)) await notePlatform(dialogs, key, words)
      else if (words !== '') await listen(dialogs, key, mask(words))
      await noteBegun(dialogs, key, refOf(meOf(context)), context.ports.clock.now())
    }
    const { platform } = await recall(dialogs, key)
    const done = (state: Parameters<typeof send>[0]) => send(state, context, law)
    return dialogOf({ mask, platform, done }, context).handle(intent, key)
  }

  /** Undefined: it is not there, or not theirs to see. The trail says who saw it, and who was turned away. */
  async function find(given: string, context: SkillContext): Promise<Ticket | undefined> {
    const { store, clock } = context.ports
    const number = given.trim().toUpperCase()
    const known = NUMBER.test(number) ? await store.incidents.get(number, 'nobody') : undefined
    if (!known) return undefined
    if (sightOf(ticketOf(known), context) === 'none') {
      const { surface, id } = meOf(context)
      await store.trail.append({ surface, person: id }, 'refused', number, clock.now())
      return undefined
    }
    const seen = await store.incidents.get(number, refOf(meOf(context)))
    return seen && ticketOf(seen)
  }

  async function show(
    number: string,
    context: SkillContext,
    before?: string,
  ): Promise<readonly ReplyDraft[]> {
    const ticket = await find(number, context)
    // The same words for a number that is not there: whether it is says something.
    if (!ticket) return [say(SHOW.notYours)]
    const shown = showTicket(ticket, sightOf(ticket, context), { context, law })
    return [before ? { ...shown, blocks: [{ type: 'text', text: before }, ...shown.blocks] } : shown]
  }

  async function list(context: SkillContext): Promise<readonly ReplyDraft[]> {
    const tickets = (await context.ports.store.incidents.list(refOf(meOf(context)))).map(ticketOf)
    const seen = tickets
      .map((ticket) => ({ ticket, sight: sightOf(ticket, context) }))
      .filter(({ sight }) => sight !== 'none')
    return [showList(seen, { context, law })]
  }

  const mayAct = (name: ActName, ticket: Ticket, context: SkillContext) =>
    sightOf(ticket, context) === 'whole' && (ACTS[name].who === 'whole' || isOfficer(context))

  /** A button of a ticket: the question behind it, or done at once where there is none. */
  async function act({ name, text, values }: Intent, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const { turn, ...raw } = values
    const [number = '', wanted = ''] = (typeof turn === 'string' ? turn : text).split('.')
    const ticket = await find(number, context)
    if (!ticket || !isAct(wanted) || !mayAct(wanted, ticket, context)) return [say(SHOW.notYours)]
    const { open, ask, read } = ACTS[wanted]
    if (!open(ticket)) return show(number, context, heldBy(ticket, context))
    if (ask && name === 'act') return [{ blocks: formOf(wanted, ticket, context), summary: ticket.number }]
    const clocks = clocksOf(ticket, almanacOf(law, context))
    const mask = maskFor(context)
    const result = read(raw, ticket, { context, mask, clocks })
    if ('problem' in result) {
      const { problem } = result
      const blocks = formOf(wanted, ticket, context, { problem, raw, mask })
      return [{ blocks, summary: problem.slice(0, 300) }]
    }
    const written = await write(ticket, result.value, context)
    const told = written ? await tellAsked(ticket.number, result.value, { ...context, law }) : undefined
    const words = written ? (wanted === 'take' ? SHOW.taken : SHOW.written) : SHOW.quicker
    return show(number, context, [words, told].filter(Boolean).join(' '))
  }

  const heldBy = ({ taken, status }: Ticket, { practice }: SkillContext) =>
    status === 'taken' && taken ? SHOW.takenBy(nameOf(taken.by, practice)) : SHOW.already

  /** The event's own id: the same press that arrives again writes nothing twice. */
  function write(ticket: Ticket, { what, details }: Written, context: SkillContext): Promise<boolean> {
    const { ports, event } = context
    const entry = {
      id: `${event.id}:${what}`,
      at: ports.clock.now(),
      by: refOf(meOf(context)),
      what,
      details,
    }
    return ports.store.incidents.add(ticket.number, ticket.seen, [entry])
  }

  return {
    name: 'incident',
    about: 'Takes somebody through what to do when something went out by accident, and keeps the ticket.',
    needs: 'staff',
    attention: (context) => waiting(law, context),
    home: (context) => home(context, law),
    intents: [...FLOW_INTENTS, 'list', 'show', 'act', 'did', 'remind', 'mirror'],
    async run(intent, context) {
      const words = intent.text.trim()
      switch (intent.name) {
        case 'list':
          return list(context)
        case 'show':
          return show(words, context)
        case 'act':
        case 'did':
          return act(intent, context)
        case 'remind':
          if (context.event.body.type !== 'tick') return []
          await remind({ ports: context.ports, practice: context.practice, law })
          await nudge(context.ports)
          return []
        case 'mirror':
          if (context.event.body.type === 'tick')
            await mirror(mirrors, { ports: context.ports, practice: context.practice, law })
          return []
        case 'start':
          if (/^(?:list|mine|my reports?)$/i.test(words)) return list(context)
          if (NUMBER.test(words)) return show(words, context)
          return report(intent, context)
        default:
          return report(intent, context)
      }
    },
  }
}

function say(text: string): ReplyDraft {
  return { blocks: [{ type: 'text', text }], summary: text.slice(0, 300) }
}
