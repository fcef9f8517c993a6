import {
  type Attention,
  type Authorization,
  allForms,
  changeForm,
  dayOf,
  needsAttention,
  reminded,
  settleForm,
} from '../../bot/records/authorization.ts'
import type { ReplyDraft } from '../../bot/reply.ts'
import type { SkillContext } from '../../bot/skill.ts'
import { NOTICE } from './copy/acts.ts'
import { BUTTONS } from './copy/show.ts'
import { needLine } from './show/list.ts'
import { keepersOf, meOf, SELF, selvesOf, tellAll } from './who.ts'

/** Not in the night: from this hour of the practice's day on. */
const FROM_HOUR = 8
/** Far above what a day's work takes; after that another replica may try. */
const LEASE_MS = 5 * 60_000
/** Days before the end at which somebody hears of it. */
const WARN_DAYS = [30, 7]

/** Tells managers and privacy officers at once; false: nobody could be reached. */
export async function tellRevoked(
  form: Authorization,
  up: number,
  { ports, practice, ...context }: SkillContext,
): Promise<boolean> {
  const { code, number } = form
  const self = selvesOf(meOf(context), practice)
  const keepers = keepersOf(practice)
  const others = keepers.filter(({ ref }) => !self.includes(ref))
  const text = [NOTICE.revoked(code, number), NOTICE.up(up), NOTICE.planned].join(' ')
  const reached = await tellAll(others, notice(text, [form]), ports)
  // Whoever did it may be the one who would have been told.
  return reached > 0 || keepers.length > others.length
}

/**
 * Once a day: what ends soon, who comes of age, what is still up. Said first and written down after, so that a
 * stop in between says it twice rather than not at all; each warning is made once, take-downs are asked for
 * every day until they are done.
 */
export async function remind({ ports, practice }: SkillContext): Promise<void> {
  const { clock, ids, store } = ports
  const now = clock.now()
  const zone = practice.timeZone
  if (hourOf(now, zone) < FROM_HOUR) return
  const today = dayOf(now, zone)
  const [job, holder] = [`authorization/tick:${today}`, ids.next()]
  if ((await store.claim(job, holder, now, LEASE_MS)) !== 'won') return
  try {
    const forms = await allForms(store.register, 'nobody')
    for (const form of forms) await settleForm(store.register, form, { at: now, zone }, SELF)
    const keepers = keepersOf(practice)
    const due = needsAttention(forms, today).flatMap((need) => {
      const form = forms.find(({ number }) => number === need.number)
      const id = form && warningOf(need, form, today)
      return form && id !== undefined && !form.acts.some((act) => act.id === id) ? [{ need, form, id }] : []
    })
    if (due.length > 0 && keepers.length > 0) {
      const text = [NOTICE.daily, ...due.map(({ need }) => needLine(need))].join('\n')
      const about = [...new Set(due.map(({ form }) => form))]
      if ((await tellAll(keepers, notice(text, about), ports)) === 0) {
        // Nobody was reached: the next tick tries again.
        await store.release(job, holder)
        return
      }
      for (const { form, id } of due) {
        const deed = { id, at: now, by: SELF }
        await changeForm(store.register, form.number, (body) => reminded(body, deed), { at: now, zone }, SELF)
      }
    }
    await store.finish(job, holder, now)
  } catch (error) {
    await store.release(job, holder)
    throw error
  }
}

/** The same id for the same warning; undefined: it is for the list alone. */
function warningOf({ what, on, days = 0 }: Attention, { terms }: Authorization, today: string) {
  switch (what) {
    case 'take-down':
      return `remind:take-down:${today}`
    case 'expiring':
    case 'comes-of-age': {
      const level = WARN_DAYS.findLast((warn) => days <= warn)
      return level === undefined ? undefined : `remind:${what}:${on}:${level}`
    }
    case 'came-of-age':
      return `remind:${what}:${on}`
    case 'event-due':
      // Twice a year.
      return `remind:${what}:${terms.signedOn}:${today.slice(0, 4)}:${today.slice(5, 7) <= '06' ? 1 : 2}`
    default:
      return undefined
  }
}

function notice(text: string, about: readonly Authorization[]): ReplyDraft {
  const buttons = about.slice(0, 20).map(({ code, number }) => ({
    action: 'authorization/show',
    label: BUTTONS.open(code),
    value: number,
  }))
  return {
    audience: 'private',
    blocks: [
      { type: 'text', text: text.slice(0, 12_000) },
      { type: 'buttons', buttons },
    ],
    summary: NOTICE.daily,
  }
}

function hourOf(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { hour: '2-digit', hourCycle: 'h23', timeZone: zone })
  return Number(parts.formatToParts(ms).find(({ type }) => type === 'hour')?.value ?? 0)
}
