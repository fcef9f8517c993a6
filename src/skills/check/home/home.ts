import type { CheckRecord } from '../../../bot/ports.ts'
import type { BlockDraft, ReplyDraft } from '../../../bot/reply.ts'
import type { SkillContext } from '../../../bot/skill.ts'
import { KINDS, PLATFORMS, VERDICTS } from '../../../rules/vocabulary.ts'
import { KIND_NAMES, PLATFORM_NAMES, VERDICT_TITLES, WELCOME } from '../copy.ts'
import { oneOf } from '../draft.ts'
import { HOME } from './copy.ts'
import { DAY_MS, dayStart, whenWas } from './day.ts'

/** More lines than this nobody reads on a phone. */
const MOST_CHECKS = 6
const DAYS = 7

/** What somebody needs today: the form, what they asked last, and the way out when something went wrong. */
export async function home(form: BlockDraft, context: SkillContext): Promise<ReplyDraft> {
  return {
    blocks: [
      { type: 'heading', text: WELCOME.title },
      { type: 'text', text: HOME.text },
      form,
      { type: 'heading', text: HOME.accident },
      { type: 'text', text: HOME.accidentText },
      {
        type: 'buttons',
        buttons: [{ action: 'incident/start', label: HOME.accidentButton, style: 'danger' }],
      },
      ...(await lastChecks(context)),
      ...(await today(context)),
      { type: 'heading', text: HOME.rule },
      { type: 'text', text: HOME.ruleText },
      { type: 'note', text: HOME.ruleNote },
      {
        type: 'buttons',
        buttons: [
          { action: 'authorization/list', label: HOME.forms },
          { action: 'check/help', label: HOME.help },
        ],
      },
    ],
    summary: HOME.summary,
  }
}

async function lastChecks({ event, ports, practice }: SkillContext): Promise<BlockDraft[]> {
  const now = ports.clock.now()
  const { surface, person } = event
  const found = await ports.store.latest(surface, person.id, now - DAYS * DAY_MS, MOST_CHECKS)
  const heading: BlockDraft = { type: 'heading', text: HOME.last }
  if (found.length === 0) return [heading, { type: 'text', text: HOME.none }]
  const lines = found.map((check) =>
    HOME.line(whenWas(check.at, now, practice.timeZone), what(check), said(check)),
  )
  return [
    heading,
    { type: 'text', text: lines.join('\n') },
    { type: 'note', text: practice.written ? HOME.lastNote : `${HOME.lastNote} ${HOME.zone}` },
  ]
}

async function today({ ports, practice, roles }: SkillContext): Promise<BlockDraft[]> {
  if (!roles.has('manager')) return []
  const now = ports.clock.now()
  const counts = await ports.store.counts(dayStart(now, practice.timeZone), now + 1)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const lines = VERDICTS.toReversed()
    .filter((verdict) => counts[verdict])
    .map((verdict) => HOME.todayLine(VERDICT_TITLES[verdict], counts[verdict] ?? 0))
  return [
    { type: 'heading', text: HOME.today },
    { type: 'text', text: total === 0 ? HOME.todayNone : [HOME.todayTotal(total), ...lines].join('\n') },
    { type: 'note', text: HOME.todayNote },
  ]
}

/** The ledger outlives words of the vocabulary: one that is gone has no name any more. */
function what({ kind, platform }: CheckRecord): string {
  const known = oneOf(KINDS, kind)
  const where = oneOf(PLATFORMS, platform)
  return `${known ? KIND_NAMES[known] : HOME.something}${where ? ` on ${PLATFORM_NAMES[where]}` : ''}`
}

function said({ verdict }: CheckRecord): string {
  const known = oneOf(VERDICTS, verdict)
  return known ? VERDICT_TITLES[known] : verdict
}
