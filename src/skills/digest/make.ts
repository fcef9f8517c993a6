import { codeOf } from '../../bot/errors.ts'
import type { Ports } from '../../bot/ports.ts'
import { type Practice, WEEKDAYS } from '../../bot/practice.ts'
import type { Role } from '../../bot/roles.ts'
import type { Attention, Skill } from '../../bot/skill.ts'
import { plusDays } from '../../bot/time/day.ts'
import { RULES } from '../../rules/registry.ts'
import { COPY } from './copy.ts'
import { type Digest, inOrder, MOST_FREQUENT, spansOf, WEEK } from './digest.ts'
import { countsOf, frequentOf } from './facts.ts'

export interface Making {
  ports: Ports
  practice: Practice
  /** What the reader may see. */
  roles: ReadonlySet<Role>
  /** Every skill that may know of something that waits. */
  skills: readonly Skill[]
}

/** The digest of one local day. What waits is always what waits now; the numbers are those of that day. */
export async function digestOf(date: string, making: Making): Promise<Digest> {
  const { ports, practice, roles, skills } = making
  const { timeZone, digest: settings } = practice
  const count = (from: string, to: string) => countsOf(from, to, ports, timeZone)
  const found: (readonly Attention[])[] = []
  for (const skill of skills.filter(({ needs }) => roles.has(needs)))
    found.push(await attentionOf(skill, making))
  const before = plusDays(date, -1)
  const [yesterday, weekEarlier] = [
    await count(before, before),
    await count(plusDays(before, -WEEK), plusDays(before, -WEEK)),
  ]
  const rolls = []
  for (const { what, now, before: earlier } of spansOf(date, settings.weekly, WEEKDAYS))
    rolls.push({ what, now: await count(...now), before: await count(...earlier) })
  const frequent = await frequentOf(plusDays(date, -WEEK), before, ports, timeZone)
  const needs = inOrder(found.flat(), date)
  return {
    date,
    timeZone,
    quiet: needs.length === 0 && yesterday.checks === 0,
    needs,
    yesterday,
    weekEarlier,
    rolls,
    frequent: frequent.slice(0, MOST_FREQUENT).map((one) => ({ ...one, hint: hintOf(one.rule) })),
    head: await ports.store.trail.head(),
  }
}

/** A skill that breaks costs its own part and a line that says so: never the digest, and never a false "nothing". */
async function attentionOf(skill: Skill, { ports, practice, roles }: Making): Promise<readonly Attention[]> {
  try {
    return (await skill.attention?.({ ports, practice, roles })) ?? []
  } catch (error) {
    ports.log.error('event failed', { skill: skill.name, code: codeOf(error, 'skill_failed') })
    return [{ what: 'unread', says: COPY.unread(skill.name) }]
  }
}

/** A rule's own advice; the ledger outlives rules, and one that is gone has none. */
const hintOf = (id: string) => RULES.find((rule) => rule.id === id)?.instead ?? ''
