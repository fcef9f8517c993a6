import type { Event } from '../../bot/event.ts'
import { FLOW_INTENTS } from '../../bot/flow/flow.ts'
import { factsOf } from '../../bot/practice.ts'
import {
  type Authorization,
  addForm,
  allForms,
  changeForm,
  codeKey,
  codeProblem,
  dayOf,
  findForm,
  livePublications,
  type Nearness,
  photoTied,
} from '../../bot/records/authorization.ts'
import type { ReplyDraft } from '../../bot/reply.ts'
import type { Intent, Skill, SkillContext } from '../../bot/skill.ts'
import type { Engine } from '../../rules/verdict.ts'
import { ACTS, type ActName, type Done, downOf, formOf, isAct } from './acts/acts.ts'
import { ACT } from './copy/acts.ts'
import { ADD } from './copy/form.ts'
import { SHOW } from './copy/show.ts'
import { dialogOf } from './form/dialog.ts'
import { type Around, isProblem, type Raw, readCode, readTerms } from './form/read.ts'
import { platformsOf } from './form/words.ts'
import { remind, tellRevoked } from './remind.ts'
import { showForm } from './show/form.ts'
import { showList, showNeeds, showPick } from './show/list.ts'
import { keyOf, meOf } from './who.ts'

/** Whoever can look at pictures: what came with an event, as fingerprints, and how alike two of them are. */
export interface Eyes {
  /** @throws ChaperoneError where one of the pictures cannot be opened. */
  fingerprints(event: Event): Promise<readonly (readonly string[])[]>
  near: Nearness
}

/** Far above what anybody writes on such a form. */
const MOST_WORDS = 2000

/** @param eyes left out where no pictures can be looked at here. */
export function createAuthorization(engine: Pick<Engine, 'mask'>, eyes?: Eyes): Skill {
  const aroundOf = ({ practice, ports }: SkillContext): Around => ({
    today: dayOf(ports.clock.now(), practice.timeZone),
    mask: (text) => engine.mask(text.slice(0, MOST_WORDS), factsOf(practice)),
  })
  const hereOf = ({ practice, ports }: SkillContext) => ({
    at: ports.clock.now(),
    zone: practice.timeZone,
  })
  const actorIn = ({ event }: SkillContext) => ({ surface: event.surface, person: event.person.id })

  const shown = (form: Authorization, context: SkillContext, before?: string) =>
    showForm(form, context, { before, eyes: eyes !== undefined })

  async function add(intent: Intent, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const { register } = context.ports.store
    const around = aroundOf(context)
    const flow = dialogOf(
      {
        ...around,
        states: context.practice.states,
        done: (values) => write(values, context),
      },
      context,
    )
    const { code } = intent.values
    if (intent.name === 'answer' && typeof code === 'string' && codeProblem(code) === undefined) {
      const there = await findForm(register, code, 'nobody')
      // Before anything else is typed, and with everything else as it was.
      if (there) {
        const again = await flow.handle({ name: 'resume', text: '', values: {} }, keyOf(context))
        return [say(ADD.code.there(there.code, there.number), open(there)), ...again]
      }
    }
    return flow.handle(intent, keyOf(context))
  }

  async function write(raw: Raw, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const around = aroundOf(context)
    const code = readCode(typeof raw.code === 'string' ? raw.code : '', around)
    const read = readTerms(raw, around)
    if (isProblem(code)) return [say(code.problem)]
    if ('problems' in read) return [say(read.problems.map(({ says }) => says).join('\n'))]
    const deed = deedOf('added', context)
    const { register } = context.ports.store
    const written = { code: code.value, terms: read.terms }
    const { form, isNew } = await addForm(register, written, deed, context.practice.timeZone)
    return [shown(form, context, isNew ? ACT.added(form.number) : ACT.raced(form.code))]
  }

  /** The event's own id: the same press that arrives again acts once. */
  const deedOf = (what: string, context: SkillContext) => ({
    id: `${context.event.id}:${what}`,
    at: context.ports.clock.now(),
    by: meOf(context),
  })

  async function find(words: string, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const { register } = context.ports.store
    const { today } = aroundOf(context)
    const [platform, ...more] = platformsOf(words) ?? []
    if (platform !== undefined && more.length === 0) {
      const forms = await allForms(register, actorIn(context))
      return [
        showList(
          forms.filter(({ terms }) => terms.platforms.includes(platform)),
          today,
        ),
      ]
    }
    if (/^(?:expiring|soon|ending|needs|due|attention|to ?do)\b/i.test(words)) return needs(context)
    const form = await findForm(register, words, actorIn(context))
    return [form ? shown(form, context) : say(SHOW.noneFound)]
  }

  const list = async (context: SkillContext) => [
    showList(await allForms(context.ports.store.register, actorIn(context)), aroundOf(context).today),
  ]
  const needs = async (context: SkillContext) => [
    showNeeds(await allForms(context.ports.store.register, actorIn(context)), aroundOf(context).today),
  ]

  /** A button of a form: the question behind it, or done at once where there is none. */
  async function act({ name, text, values }: Intent, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const { turn, ...raw } = values
    const given = typeof turn === 'string' ? turn : text
    const [number = ''] = given.split('.')
    const wanted = given.slice(number.length + 1)
    const form = await findForm(context.ports.store.register, number, actorIn(context))
    if (!form || codeKey(number) !== form.number) return [say(ACT.notThere)]
    if (wanted === 'photo') return name === 'act' ? [askPhotos(form)] : tie(form, context)
    const down = downOf(form, wanted)
    if (down) return change(form, wanted, down, context)
    if (!isAct(wanted)) return [say(ACT.notThere)]
    const { open: isOpen, refuses, ask, read } = ACTS[wanted]
    const refused = refuses?.(form, context)
    if (refused !== undefined) return [say(refused)]
    if (!isOpen(form)) return [shown(form, context, ACT.notOpen)]
    if (ask && name === 'act') return [asking(wanted, form, context)]
    const result = read(raw, form, aroundOf(context))
    if (isProblem(result)) return [asking(wanted, form, context, result.problem, raw)]
    return change(form, wanted, result.value, context)
  }

  const asking = (
    name: ActName,
    form: Authorization,
    context: SkillContext,
    problem?: string,
    raw?: Raw,
  ): ReplyDraft => ({
    blocks: formOf(name, form, context, problem, raw),
    summary: problem ?? form.number,
  })

  async function change(
    form: Authorization,
    wanted: string,
    { change: make, says }: Done,
    context: SkillContext,
  ): Promise<readonly ReplyDraft[]> {
    const { register } = context.ports.store
    const deed = deedOf(wanted, context)
    const changed = await changeForm(
      register,
      form.number,
      (body) => make(body, deed),
      hereOf(context),
      deed.by,
    )
    if (!changed) return [say(ACT.notThere)]
    const mine = changed.acts.some(({ id }) => id === deed.id)
    const words = mine ? says : ACT.notOpen
    if (wanted !== 'revoke' || !mine) return [shown(changed, context, words)]
    const reached = await tellRevoked(changed, livePublications(changed).length, context)
    return [shown(changed, context, `${words} ${reached ? ACT.revoke.told : ACT.revoke.untold}`)]
  }

  async function tie(form: Authorization, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const { event, ports } = context
    const files = 'files' in event.body ? (event.body.files ?? []) : []
    if (!eyes || files.length === 0) return [say(ACT.photo.none)]
    const prints = await eyes.fingerprints(event).catch(() => undefined)
    if (prints === undefined) return [say(ACT.photo.cannot)]
    const fresh = prints.filter(
      (print) => !form.photos.some(({ fingerprint }) => eyes.near(print, fingerprint) === 'same'),
    )
    if (fresh.length === 0) return [shown(form, context, ACT.photo.known)]
    const changed = await changeForm(
      ports.store.register,
      form.number,
      (body) =>
        fresh.reduce((next, print, index) => photoTied(next, print, deedOf(`photo:${index}`, context)), body),
      hereOf(context),
      meOf(context),
    )
    return [changed ? shown(changed, context, ACT.photo.done(fresh.length)) : say(ACT.notThere)]
  }

  async function pick(check: string, context: SkillContext): Promise<readonly ReplyDraft[]> {
    const forms = await allForms(context.ports.store.register, actorIn(context))
    return [showPick(forms, /^[\w.-]{1,60}$/.test(check) ? check : '', aroundOf(context).today)]
  }

  return {
    name: 'authorization',
    about:
      'Keeps the signed authorizations by the practice’s own codes: what each covers, until when, and what has to come down.',
    needs: 'staff',
    intents: [...FLOW_INTENTS, 'add', 'list', 'needs', 'find', 'show', 'act', 'did', 'pick', 'tick'],
    async run(intent, context) {
      const words = intent.text.trim()
      switch (intent.name) {
        case 'list':
          return list(context)
        case 'needs':
          return needs(context)
        case 'find':
        case 'show':
          if (/^(?:add|new|record)$/i.test(words)) return add({ ...intent, name: 'start' }, context)
          return /^(?:list|all)?$/i.test(words) ? list(context) : find(words, context)
        case 'act':
        case 'did':
          return act(intent, context)
        case 'pick':
          return pick(words, context)
        case 'add':
          return add({ ...intent, name: 'start' }, context)
        case 'tick':
          if (context.event.body.type === 'tick') await remind(context)
          return []
        default:
          return add(intent, context)
      }
    },
  }
}

function askPhotos({ number }: Authorization): ReplyDraft {
  const { title, text, files } = ACT.photo
  return {
    blocks: [
      { type: 'text', text },
      {
        type: 'form',
        form: `authorization/did#${number}.photo`,
        title,
        submit: ACT.submit,
        fields: [{ name: 'photos', label: files, type: 'files' }],
      },
    ],
    summary: title,
  }
}

const open = ({ code, number }: Authorization) => ({
  action: 'authorization/show',
  label: `Open ${code}`,
  value: number,
})

function say(text: string, ...buttons: ReturnType<typeof open>[]): ReplyDraft {
  return {
    blocks: [{ type: 'text', text }, ...(buttons.length > 0 ? [{ type: 'buttons' as const, buttons }] : [])],
    summary: text.slice(0, 300),
  }
}
