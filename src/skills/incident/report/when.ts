import { COPY } from './copy.ts'
import { NOTICED_BY, optionsOf } from './lists.ts'
import { choice, day, isProblem, named, time, words } from './read.ts'
import type { Asking } from './steps.ts'

/** A moment as the practice's wall shows it. */
export interface Local {
  /** YYYY-MM-DD */
  day: string
  /** HH:MM */
  time: string
}

/** @param ms milliseconds since 1970. @param zone IANA name. */
export function localOf(ms: number, zone: string): Local {
  const shape = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  const parts = new Intl.DateTimeFormat('en-US', {
    ...shape,
    timeZone: zone,
    hourCycle: 'h23',
  }).formatToParts(ms)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` }
}

/** Three times are kept apart: when it went out, when somebody noticed, and (with the ticket) when it was reported. */
export const when = (now: Local): Asking<'when'> => ({
  name: 'when',
  summary: () => COPY.when.summary,
  text: () => COPY.when.text,
  title: COPY.when.title,
  fields: ({ answers }) => {
    const before = typeof answers.when === 'object' ? answers.when : undefined
    const clock = (name: 'postedTime' | 'noticedTime') => ({
      name,
      label: COPY.when[name],
      hint: COPY.when.timeHint,
      type: 'text' as const,
      ...(before?.[name] ? { initial: before[name] } : {}),
    })
    const date = (name: 'postedDay' | 'noticedDay') => ({
      name,
      label: COPY.when[name],
      type: 'date' as const,
      ...(before?.[name] ? { initial: before[name] } : {}),
    })
    return [
      date('postedDay'),
      clock('postedTime'),
      date('noticedDay'),
      clock('noticedTime'),
      {
        name: 'noticedBy',
        label: COPY.when.noticedBy,
        type: 'choice',
        options: optionsOf(NOTICED_BY),
        ...(before ? { initial: before.noticedBy } : {}),
      },
    ]
  },
  read(raw) {
    const dayAt = (name: 'postedDay' | 'noticedDay') => named(COPY.when[name], day(words(raw, name)))
    const timeAt = (name: 'postedTime' | 'noticedTime') => named(COPY.when[name], time(words(raw, name)))
    const posted = { day: dayAt('postedDay'), time: timeAt('postedTime') }
    const noticed = { day: dayAt('noticedDay'), time: timeAt('noticedTime') }
    for (const one of [posted.day, noticed.day, posted.time, noticed.time]) if (isProblem(one)) return one
    const value = {
      postedDay: dayOrTime(posted.day),
      postedTime: dayOrTime(posted.time),
      noticedDay: dayOrTime(noticed.day),
      noticedTime: dayOrTime(noticed.time),
      noticedBy: choice(raw, 'noticedBy', NOTICED_BY),
    }
    const before = moment(value.postedDay, value.postedTime)
    const later = moment(value.noticedDay, value.noticedTime)
    const present = { ...now, known: true }
    const ahead = isAfter(before, present) ? 'posted' : isAfter(later, present) ? 'noticed' : undefined
    if (ahead) {
      const today = (ahead === 'posted' ? before : later)?.day === now.day
      const label = COPY.when[today ? (`${ahead}Time` as const) : (`${ahead}Day` as const)]
      return named(label, { problem: COPY.problems.future })
    }
    return isAfter(before, later) ? { problem: COPY.problems.order } : { value }
  },
  unclear: COPY.when.unclear,
})

const dayOrTime = (read: { value: string | null } | { problem: string }) =>
  'value' in read ? read.value : null

type Moment = { day: string; time: string; known: boolean } | undefined

export function moment(day: string | null, time: string | null): Moment {
  return day === null ? undefined : { day, time: time ?? '', known: time !== null }
}

/** Only when it is certain: on one day, both times have to be known. */
export function isAfter(one: Moment, other: Moment): boolean {
  if (!one || !other) return false
  if (one.day !== other.day) return one.day > other.day
  return one.known && other.known && one.time > other.time
}
