import type { Practice } from '../../bot/practice.ts'
import type { Approval, By } from '../../bot/records/approval.ts'
import { entitled, OPEN } from '../../bot/records/approval.ts'
import { platformName, standingWords } from '../../bot/records/authorization.ts'
import { nameOf } from '../../bot/records/people.ts'
import { type BlockDraft, firstInSight, type Mark, type ReplyDraft } from '../../bot/reply.ts'
import type { Finding, Result } from '../../rules/verdict.ts'
import { KINDS, type Severity } from '../../rules/vocabulary.ts'
import { BUTTONS, DEATHS, KIND_NAMES, SHOW, STATUS, VERDICTS } from './copy.ts'
import type { Sight } from './desk.ts'
import type { FormLook } from './forms.ts'
import { moment } from './when.ts'

/** More findings than this help nobody at once. */
const MOST_FINDINGS = 12
const MOST_COPIED = 2000

const TONES: Readonly<Record<Severity, Mark['tone']>> = {
  stop: 'stop',
  needs_authorization: 'needs',
  caution: 'caution',
  unchecked: 'unchecked',
}

export const say = (text: string): BlockDraft => ({ type: 'text', text: text.slice(0, 12_000) })
const note = (text: string): BlockDraft => ({ type: 'note', text: text.slice(0, 3000) })

export function whatIs({ bound: { kind } }: Approval): string {
  const known = KINDS.find((one) => one === kind)
  return known ? KIND_NAMES[known] : kind
}

export function whereIs({ bound: { platform } }: Approval): string {
  return platformName(platform as Parameters<typeof platformName>[0]) ?? platform
}

export const titleOf = (approval: Approval) => `${approval.number}: ${STATUS[approval.status]}`

/** Everything that somebody needs who is to decide, and what they can do. `before`: what just happened. */
export function showApproval(sight: Sight, by: By, practice: Practice, before?: string): ReplyDraft {
  const { approval, looked, forms } = sight
  const { words, offered } = approval
  const title = titleOf(approval)
  // Whoever decided had the findings before them.
  const decided = approval.status === 'granted' || approval.status === 'published'
  const gone = !words && approval.status !== 'published' ? [note(SHOW.gone)] : []
  return {
    audience: 'private',
    blocks: [
      ...(before ? [say(before)] : []),
      { type: 'heading', text: title.slice(0, 150) },
      say(linesOf(sight, practice).join('\n')),
      ...(words?.context ? [note(`${SHOW.answering} ${words.context}`)] : []),
      ...(words && looked ? (decided ? plain(words.text) : wordsOf(words.text, looked.result)) : gone),
      ...forms.flatMap((form) => formLines(form).map(note)),
      ...(offered ? [{ type: 'suggestion' as const, label: SHOW.words, text: offered.text }] : []),
      ...rowsOf(sight, by),
    ],
    summary: title,
  }
}

const plain = (text: string): BlockDraft[] => [{ type: 'marked', text, marks: [] }]

/** The words with what the check says of them. */
export function wordsOf(text: string, { findings, verdict }: Result): BlockDraft[] {
  const shown = findings.slice(0, MOST_FINDINGS)
  const whole = ({ start, end }: Finding) => start === 0 && end >= text.trimEnd().length
  const marks = shown
    .map((finding, index) => ({ finding, number: index + 1 }))
    .filter(({ finding }) => !(finding.severity === 'unchecked' && whole(finding)))
    .map(({ finding: { start, end, severity }, number }) => ({
      start,
      end,
      finding: number,
      tone: TONES[severity],
    }))
  return [
    { type: 'marked', text, marks },
    note(VERDICTS[verdict] ?? verdict),
    ...shown.map(
      (finding, index): BlockDraft => ({
        type: 'finding',
        number: index + 1,
        tone: TONES[finding.severity],
        quote: whole(finding) ? '' : finding.quote,
        says: finding.message,
        why: finding.why,
        instead: finding.instead,
        law: [...new Set(finding.citations.map(({ source }) => source))],
      }),
    ),
  ]
}

/** In words, what a form lets out and what only a person can tell. */
export function formLines({ code, form, coverage }: FormLook): string[] {
  if (!form || !coverage) return [SHOW.form(code, SHOW.noForm)]
  if (!coverage.covered) return [SHOW.form(code, coverage.reasons.map(({ says }) => says).join(' '))]
  return [
    SHOW.form(code, `${SHOW.covers} The form ${standingWords(coverage.standing)}.`),
    ...coverage.ask.map((question) => SHOW.form(code, question)),
  ]
}

function linesOf({ approval, world }: Sight, practice: Practice): string[] {
  const { author, askedAt, bound, grant, proposal, end, publication, until, planned } = approval
  const name = (ref: string) => nameOf(ref, practice)
  const time = (at: number) => moment(at, practice.timeZone)
  const asked = [
    SHOW.asked(name(author), whatIs(approval), whereIs(approval), time(askedAt)),
    bound.handle && SHOW.account(bound.handle),
    bound.account === 'personal' && SHOW.personal,
    approval.note && SHOW.note(name(author), approval.note),
    bound.picture && SHOW.picture,
    bound.photos.length > 0 && SHOW.photos(bound.photos.length),
  ]
  const stands = () => {
    switch (approval.status) {
      case 'waiting':
        return [
          world.alone ? SHOW.cooling(time(approval.since + world.coolingMs)) : SHOW.decideBy(time(until)),
        ]
      case 'changes':
        return [proposal && SHOW.proposed(name(proposal.by), proposal.note), SHOW.decideBy(time(until))]
      case 'granted':
        return [
          grant && (grant.alone ? SHOW.grantedAlone : SHOW.granted)(name(grant.by), time(until)),
          grant?.looked && SHOW.looked,
          planned !== undefined && SHOW.planned(time(planned)),
        ]
      case 'declined':
        return [end && SHOW.declined(name(end.by), end.reason)]
      case 'withdrawn':
        return [end && SHOW.withdrawn(name(end.by))]
      case 'ended':
        return [end && DEATHS[end.reason as keyof typeof DEATHS]]
      case 'published':
        return [
          publication && SHOW.published(name(publication.by), whereIs(approval), time(publication.at)),
          publication?.url,
          publication?.ahead && publication.down === undefined && SHOW.ahead,
          publication?.down !== undefined && SHOW.down(time(publication.down)),
        ]
    }
  }
  return [...asked, ...stands()].filter((line): line is string => typeof line === 'string' && line !== '')
}

type ButtonDraft = Extract<BlockDraft, { type: 'buttons' }>['buttons'][number]

/** What they can do now, first what most do. A button says which request, what, and about which of its words; never the words. */
function rowsOf({ approval, world }: Sight, by: By): BlockDraft[] {
  const { number, revision, status, words, publication } = approval
  const can = (act: 'grant' | 'propose' | 'decline' | 'accept' | 'withdraw' | 'plan' | 'publish') =>
    OPEN.includes(status) && entitled(approval, { act }, by, world) === undefined
  const press = (
    act: string,
    label: string,
    style: 'plain' | 'primary' | 'danger' = 'plain',
  ): ButtonDraft => ({
    action: 'approve/act',
    label,
    value: `${number}.${act}.${revision}`,
    style,
  })
  const cooled = world.now >= approval.since + world.coolingMs
  const owner = by.author && world.alone
  const rows = [
    can('grant') && (!owner || cooled) && press('grant', owner ? BUTTONS.confirm : BUTTONS.grant, 'primary'),
    can('propose') && press('propose', BUTTONS.propose),
    can('accept') && approval.offered && press('accept', BUTTONS.accept, 'primary'),
    can('publish') && press('publish', BUTTONS.publish, 'primary'),
    status === 'granted' &&
      words &&
      words.text.length <= MOST_COPIED &&
      ({ action: 'approve/copy', label: BUTTONS.copy, value: words.text, does: 'copy' } as const),
    can('plan') && press('plan', BUTTONS.plan),
    can('withdraw') && words && press('rework', BUTTONS.rework),
    can('withdraw') && press('withdraw', BUTTONS.withdraw),
    can('decline') && press('decline', status === 'granted' ? BUTTONS.revoke : BUTTONS.decline, 'danger'),
    status !== 'granted' && !publication && OVER.includes(status) && press('online', BUTTONS.online),
    publication && publication.down === undefined && press('down', BUTTONS.down),
  ].filter((button): button is ButtonDraft => typeof button === 'object')
  return rows.length > 0 ? [{ type: 'buttons', buttons: firstInSight(rows) }] : []
}

/** Somebody may have posted it all the same. */
const OVER: readonly Approval['status'][] = ['changes', 'declined', 'ended']

export const openButton = (number: string, label: string = BUTTONS.show): ButtonDraft => ({
  action: 'approve/show',
  label,
  value: number,
})
