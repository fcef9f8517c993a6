import type { Practice } from '../../../bot/practice.ts'
import {
  type Authorization,
  dayOf,
  defectsOf,
  livePublications,
  platformName,
  type Standing,
  standing,
  stands,
  written,
} from '../../../bot/records/authorization.ts'
import { type BlockDraft, firstInSight, type ReplyDraft } from '../../../bot/reply.ts'
import type { SkillContext } from '../../../bot/skill.ts'
import { ACT_NAMES, ACTS } from '../acts/acts.ts'
import { ACT_HISTORY, BUTTONS, SHOW } from '../copy/show.ts'
import { nameOf, seesAll } from '../who.ts'
import { termLines } from './lines.ts'

/** What one text block may hold (see reply.ts). */
const MOST_TEXT = 12_000
/** What one row of buttons may hold. */
const MOST_BUTTONS = 25

const text = (words: string): BlockDraft => ({ type: 'text', text: words.slice(0, MOST_TEXT) })
const note = (words: string): BlockDraft => ({ type: 'note', text: words.slice(0, 3000) })
const heading = (words: string): BlockDraft => ({ type: 'heading', text: words.slice(0, 150) })

/** A form as far as this person may see it, with what has to be done about it first. */
export function showForm(
  form: Authorization,
  context: SkillContext,
  { before, eyes = false }: { before?: string | undefined; eyes?: boolean } = {},
): ReplyDraft {
  const { practice, ports } = context
  const today = dayOf(ports.clock.now(), practice.timeZone)
  const whole = seesAll(form, context)
  const title = SHOW.title(form.number, form.code)
  return {
    blocks: [
      ...(before === undefined ? [] : [text(before)]),
      heading(title),
      ...wholeOf(form, { practice, today, whole }),
      ...buttonsOf(form, context, standing(form, today), eyes),
    ],
    summary: before ?? title,
  }
}

export interface Seeing {
  practice: Practice
  today: string
  /** False: what somebody needs who wants to post. */
  whole: boolean
}

/** The same words in chat and on the command line. */
export function wholeOf(form: Authorization, { practice, today, whole }: Seeing): BlockDraft[] {
  const at = standing(form, today)
  const live = livePublications(form)
  const down = !stands(at) && live.length > 0
  return [
    text(standingText(form, at)),
    ...(down ? [text(SHOW.takeDown(live.length)), note(SHOW.takeDownMore)] : []),
    ...postsOf(form, practice),
    text(termLines(form.terms, !whole).join('\n')),
    note(SHOW.photos(form.photos.length)),
    ...(stands(at) && form.lookedOver === null ? [note(SHOW.notLookedOver)] : []),
    ...(stands(at) && !form.terms.copyGiven ? [note(SHOW.noCopy)] : []),
    ...(whole ? historyOf(form, practice) : []),
  ]
}

function standingText({ terms }: Authorization, at: Standing): string {
  if (at.is !== 'defective') return SHOW.stands(at)
  const lines = defectsOf(terms).map(({ says, law }) => `· ${says} (${law})`)
  return [SHOW.defects, ...lines, SHOW.fix].join('\n')
}

function postsOf({ publications }: Authorization, { timeZone }: Practice): BlockDraft[] {
  if (publications.length === 0) return []
  const lines = publications.map(({ platform, url, down }) =>
    down === null
      ? SHOW.up(platformName(platform), url)
      : SHOW.down(platformName(platform), url, written(dayOf(down.at, timeZone))),
  )
  return [text([SHOW.posts, ...lines].join('\n').slice(-MOST_TEXT)), note(SHOW.accounting)]
}

function historyOf({ acts, earlier }: Authorization, practice: Practice): BlockDraft[] {
  const lines = acts.map(
    ({ at, by, what }) =>
      `${written(dayOf(at, practice.timeZone))}: ${nameOf(by, practice)} ${ACT_HISTORY[what]}`,
  )
  return [
    ...(earlier.length > 0 ? [note(SHOW.earlier(earlier.length))] : []),
    heading(SHOW.history),
    text(lines.join('\n').slice(-MOST_TEXT)),
  ]
}

/** Take-downs first: they are what cannot wait. */
function buttonsOf(form: Authorization, context: SkillContext, at: Standing, eyes: boolean): BlockDraft[] {
  const { number } = form
  const down = stands(at)
    ? []
    : form.publications
        .map((post, index) => ({ post, index }))
        .filter(({ post }) => post.down === null)
        .slice(0, MOST_BUTTONS)
        .map(({ post, index }) => ({
          action: 'authorization/did',
          label: BUTTONS.down(`${platformName(post.platform)} ${index + 1}`).slice(0, 75),
          value: `${number}.down.${index}`,
          style: 'primary' as const,
        }))
  const acts = ACT_NAMES.filter(
    (name) => ACTS[name].open(form) && ACTS[name].refuses?.(form, context) === undefined,
  ).map((name) => ({
    action: 'authorization/act',
    label: ACTS[name].label,
    value: `${number}.${name}`,
    ...(ACTS[name].style ? { style: ACTS[name].style } : {}),
  }))
  const photo = eyes ? [{ action: 'authorization/act', label: BUTTONS.photo, value: `${number}.photo` }] : []
  return [
    ...(down.length > 0 ? [{ type: 'buttons' as const, buttons: down }] : []),
    {
      type: 'buttons',
      buttons: firstInSight(
        [...acts, ...photo, { action: 'authorization/list', label: BUTTONS.list }],
        Math.max(1, 3 - down.length),
      ),
    },
  ]
}
