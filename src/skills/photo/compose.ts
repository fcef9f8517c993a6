import { type BlockDraft, firstInSight, type ReplyDraft } from '../../bot/reply.ts'
import type { Result } from '../../rules/verdict.ts'
import type { Verdict } from '../../rules/vocabulary.ts'
import { asked, CHOICES, type QuestionId } from './answers.ts'
import { condensed, NO_WORDS } from './condense.ts'
import {
  albumText,
  BUTTONS,
  CHOICE_LABELS,
  photoTitle,
  QUESTION_TEXTS,
  QUESTIONS_INTRO,
  questionTitle,
  quietPhotos,
  summary,
  UNSEEN_TEXT,
  VERDICT_TEXTS,
  VERDICT_TITLES,
  WORDS_HEADING,
  wordsFine,
} from './copy/says.ts'
import { type Case, type KeptPhoto, writePressed } from './kept.ts'
import type { Looked } from './look.ts'
import { type Outline, showPhoto, TONES, toneOf } from './show.ts'

type Buttons = Extract<BlockDraft, { type: 'buttons' }>['buttons']

/** A check that was made: what came of it, and under which id it is kept. */
export interface Checked {
  id: string
  verdict: Verdict
  photos: readonly Looked[]
  words: { text: string; result: Result } | undefined
  notes: readonly string[]
}

/** One photo is one answer. Of an album the verdict comes first, and then each photo in which there is something. */
export async function answerTo(outline: Outline, one: Checked, kept: Case): Promise<ReplyDraft[]> {
  const { id, verdict, photos, words, notes } = one
  const album = photos.length > 1
  const worst = photos.flatMap(({ assessment }, i) => (assessment.findings.length > 0 ? [i + 1] : []))
  const seen = photos.some(({ assessment }) => assessment.looked !== undefined)
  const alone = seen || verdict !== 'unchecked' ? VERDICT_TEXTS[verdict] : UNSEEN_TEXT
  const text = album && worst.length > 0 ? albumText(worst, photos.length) : alone
  const head: BlockDraft = { type: 'verdict', tone: toneOf(verdict), title: VERDICT_TITLES[verdict], text }
  const [only] = photos
  const shown = !album && only ? await showPhoto(outline, only.bytes, only.assessment) : quiet(photos)
  const first = album || !only ? 1 : condensed(only.assessment.findings).length + 1
  const beside = words ? showWords(words.text, words.result, first) : []
  const count = photos.reduce((sum, { assessment }) => sum + assessment.findings.length, 0)
  const [still] = kept.photos
  const main: ReplyDraft = {
    blocks: [
      head,
      ...shown,
      ...beside,
      ...notes.map((note): BlockDraft => ({ type: 'note', text: note })),
      ...row(mainButtons(id, words, verdict, album ? undefined : still)),
    ],
    summary: summary(verdict, count + (words?.result.findings.length ?? 0)),
  }
  const each = album ? await Promise.all(photos.map((photo, i) => inAlbum(outline, photo, i, one, kept))) : []
  // Of what nobody has looked at, nothing is asked.
  return [main, ...each.flat(), ...(seen ? [question(id, kept)] : [])]
}

async function inAlbum(
  outline: Outline,
  { bytes, assessment }: Looked,
  index: number,
  { id }: Checked,
  kept: Case,
): Promise<ReplyDraft[]> {
  if (assessment.findings.length === 0) return []
  const title = photoTitle(index + 1, assessment.verdict)
  const photo = kept.photos[index]
  return [
    {
      blocks: [
        { type: 'heading', text: title },
        ...(await showPhoto(outline, bytes, assessment)),
        ...row(photo ? Object.values(copyButtons(id, index, photo)).flat() : []),
      ],
      summary: title,
    },
  ]
}

function quiet(photos: readonly Looked[]): BlockDraft[] {
  const numbers = photos.flatMap(({ assessment }, i) => (assessment.findings.length === 0 ? [i + 1] : []))
  return numbers.length > 0 ? [{ type: 'note', text: quietPhotos(numbers) }] : []
}

/** The words as the check shows them, numbered behind the photo's findings. */
function showWords(text: string, { findings }: Result, first: number): BlockDraft[] {
  if (findings.length === 0) return [{ type: 'note', text: wordsFine }]
  const shown = findings.slice(0, MOST_WORDS)
  return [
    { type: 'heading', text: WORDS_HEADING },
    {
      type: 'marked',
      text,
      marks: shown.map(({ start, end, severity }, i) => ({
        start,
        end,
        finding: first + i,
        tone: TONES[severity],
      })),
    },
    ...shown.map(
      (one, i): BlockDraft => ({
        type: 'finding',
        number: first + i,
        tone: TONES[one.severity],
        quote: one.quote,
        says: one.message,
        why: one.why,
        instead: one.instead,
        law: [...new Set(one.citations.map(({ source }) => source))],
      }),
    ),
  ]
}
const MOST_WORDS = 12

const FACES: readonly string[] = ['photo/face', 'photo/barred', 'photo/team']

/** In the order in which somebody needs them: few stay in sight. */
const row = (buttons: Buttons): BlockDraft[] =>
  buttons.length > 0 ? [{ type: 'buttons', buttons: firstInSight(buttons) }] : []

interface Copies {
  /** What most people want covered: all of it, where there is more than one thing. */
  best: Buttons
  clean: Buttons
  others: Buttons
}

/** Only what was found can be covered; the clean copy is there for every photo that could be opened. */
function copyButtons(check: string, photo: number, { findings, still }: KeptPhoto): Copies {
  if (!still) return { best: [], clean: [], others: [] }
  const has = (...rules: readonly string[]) => findings.some(({ rule }) => rules.includes(rule))
  const boxed = findings.filter(({ box }) => box !== undefined)
  const writing = boxed.some(({ rule }) => !NO_WORDS.includes(rule))
  const value = writePressed({ check, photo })
  const button = (name: 'clean' | 'faces' | 'people' | 'screens' | 'text' | 'everything') => ({
    action: `photo/${name}`,
    label: BUTTONS[name],
    value,
  })
  const covers = [
    ...(has(...FACES) ? [button('faces')] : []),
    ...(has('photo/person') ? [button('people')] : []),
    ...(has('photo/screen') ? [button('screens')] : []),
    ...(writing ? [button('text')] : []),
  ]
  const several = covers.length > 1
  return {
    best: several ? [button('everything')] : covers,
    clean: [button('clean')],
    others: several ? covers : [],
  }
}

function mainButtons(id: string, words: Checked['words'], verdict: Verdict, photo?: KeptPhoto): Buttons {
  const { best, clean, others } = photo ? copyButtons(id, 0, photo) : { best: [], clean: [], others: [] }
  const wentOut = [{ action: 'incident/start', label: BUTTONS.wentOut, value: '' }]
  const urgent = verdict === 'stop' || verdict === 'needs_authorization'
  // The words lie where the check keeps them: its own buttons know the way.
  const write = { action: 'rewrite/again', label: BUTTONS.write, value: `draft=check.${id}&turn=0` }
  const change = { action: 'check/change', label: BUTTONS.change, value: `check=${id}` }
  return [
    ...best,
    ...(urgent ? wentOut : []),
    ...(words && words.result.verdict !== 'clear' ? [write] : []),
    ...clean,
    ...others,
    ...(urgent || verdict === 'clear' ? [] : wentOut),
    ...(words ? [change] : []),
  ]
}

/** The next of the questions, by itself; with an introduction when it is the first. */
export function question(check: string, { answers }: Case, before: readonly BlockDraft[] = []): ReplyDraft {
  const list = asked(answers)
  const next = list.find((one) => answers[one] === undefined) as QuestionId
  const number = list.indexOf(next) + 1
  const labels = CHOICE_LABELS[next] as Record<string, string>
  const text = `${questionTitle(number, list.length)}: ${QUESTION_TEXTS[next]}`
  return {
    blocks: [
      ...(number === 1 ? [{ type: 'note' as const, text: QUESTIONS_INTRO }] : []),
      ...before,
      { type: 'text', text },
      {
        type: 'buttons',
        buttons: CHOICES[next].map((answer) => ({
          action: 'photo/answer',
          label: labels[answer] as string,
          value: writePressed({ check, question: next, answer }),
        })),
      },
    ],
    summary: text,
  }
}
