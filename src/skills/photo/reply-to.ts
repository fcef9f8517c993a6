import type { BlockDraft, ReplyDraft } from '../../bot/reply.ts'
import type { Intent, SkillContext } from '../../bot/skill.ts'
import { worst } from '../../rules/settle.ts'
import { type Answers, asked, CHOICES, nextQuestion, QUESTIONS, withAnswers } from './answers.ts'
import { LOOK_MS } from './assess.ts'
import { question } from './compose.ts'
import { COVERS, type Copy, type Cover, cleanCopy, coveredCopy } from './copies.ts'
import {
  COPY,
  COVER_WORDS,
  clearAfter,
  EXPIRED,
  NEEDS_AFTER,
  SIGNED_NOTE,
  summary,
  VERDICT_TEXTS,
  VERDICT_TITLES,
} from './copy/says.ts'
import { listed } from './copy/words.ts'
import { finding, type PhotoFinding } from './findings.ts'
import { type Case, keep, readPressed, recall } from './kept.ts'
import { ALBUM_MS, fetchAgain } from './look.ts'
import { pictureBlock, TONES, textReply, toneOf, worstOf } from './show.ts'

/** An answer to one of the questions: the verdict as it stands now, and the next question. */
export async function answered(intent: Intent, context: SkillContext): Promise<ReplyDraft[]> {
  const pressed = readPressed(intent.text)
  const { dialogs } = context.ports.store
  const found = await recall(dialogs, context.event.person.id, pressed.check)
  const which = QUESTIONS.find((one) => one === pressed.question)
  const choices: readonly string[] = which ? CHOICES[which] : []
  if (!found || !which || !choices.includes(pressed.answer)) return [textReply(EXPIRED)]
  const before = judged(found)
  const answers = { ...found.answers, [which]: pressed.answer } as Answers
  const now: Case = { ...found, answers }
  await keep(dialogs, context.event.person.id, pressed.check, now)
  const after = judged(now)
  const next = nextQuestion(answers)
  if (next === undefined) return [verdictNow(after, now, true)]
  // What has not changed is not said again.
  if (after.verdict === before.verdict) return [question(pressed.check, now)]
  return [verdictNow(after, now, false), question(pressed.check, now)]
}

/** All photos together, as the answers leave them. */
function judged({ photos, words, answers }: Case) {
  const found: PhotoFinding[] = photos.flatMap(({ findings }) =>
    findings.map((one): PhotoFinding => {
      const { box, ...rest } = one
      return { ...finding('photo/face'), ...rest, start: 0, end: 0, quote: '', ...(box ? { box } : {}) }
    }),
  )
  const findings = withAnswers(found, answers)
  return { findings, verdict: worstOf([worst(findings), ...(words ? [words] : [])]) }
}

function verdictNow(
  { findings, verdict }: ReturnType<typeof judged>,
  { answers }: Case,
  last: boolean,
): ReplyDraft {
  const clear = verdict === 'clear'
  const after = verdict === 'needs_authorization' ? NEEDS_AFTER : VERDICT_TEXTS[verdict]
  const text = clear && last ? clearAfter(asked(answers).length) : after
  const kinds = new Map(findings.map((one) => [one.rule, one]))
  const told = [...kinds.values()].map(
    ({ message, why, instead, severity }, i): BlockDraft => ({
      type: 'finding',
      number: i + 1,
      tone: TONES[severity],
      quote: '',
      says: message,
      why,
      instead,
      law: [],
    }),
  )
  return {
    blocks: [
      { type: 'verdict', tone: toneOf(verdict), title: VERDICT_TITLES[verdict], text },
      ...told,
      ...(answers.who === 'patient' && answers.signed === 'yes'
        ? [{ type: 'note' as const, text: SIGNED_NOTE }]
        : []),
      ...(last
        ? [{ type: 'buttons' as const, buttons: [{ action: 'check/open', label: 'Check something else' }] }]
        : []),
    ],
    summary: summary(verdict, findings.length),
  }
}

/** A copy to post or to keep: fetched again, made, looked at again, handed out or refused. */
export async function copied(
  intent: Intent,
  covers: readonly Cover[],
  context: SkillContext,
): Promise<ReplyDraft[]> {
  const { ports, event } = context
  const pressed = readPressed(intent.text)
  const found = await recall(ports.store.dialogs, event.person.id, pressed.check)
  const photo = found?.photos[pressed.photo]
  if (!photo) return [textReply(EXPIRED)]
  const bytes = await fetchAgain(photo.file, context).catch(() => undefined)
  if (bytes === undefined) return [textReply(COPY.gone)]
  const { vision, clock } = ports
  const until = clock.now() + ALBUM_MS
  const left = () => Math.max(1, Math.min(LOOK_MS, until - clock.now()))
  const making =
    covers.length === 0 ? cleanCopy(vision, bytes, left) : coveredCopy(vision, bytes, covers, left)
  const copy = await making.catch(() => undefined)
  if (copy === undefined) return [textReply(COPY.failed)]
  return [handedOut(copy, covers, pressed.photo)]
}

function handedOut(copy: Copy, covers: readonly Cover[], index: number): ReplyDraft {
  if ('refused' in copy) return textReply(COPY.refused[copy.refused])
  const what = listed(
    covers.map((cover) => COVER_WORDS[cover]),
    'and',
  )
  const { picture, covered } = copy
  const clean = covers.length === 0
  const text = clean ? COPY.clean : covered === 0 ? COPY.nothingToCover(what) : COPY.covered(what)
  const alt = clean || covered === 0 ? COPY.cleanAlt : COPY.coveredAlt(what)
  return textReply(text, pictureBlock(picture, alt, nameOf(picture.mime, index)), {
    type: 'note',
    text: COPY.note,
  })
}

/** A name that says nothing. */
export function nameOf(mime: string, index: number): string {
  const ending =
    mime === 'image/png' ? 'png' : mime === 'image/webp' ? 'webp' : mime === 'image/gif' ? 'gif' : 'jpg'
  return `photo-${index + 1}.${ending}`
}

export const ALL_COVERS: readonly Cover[] = COVERS
