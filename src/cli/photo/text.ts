import type { BlockDraft, ReplyDraft } from '../../bot/reply.ts'
import { QUESTIONS } from '../../skills/photo/answers.ts'
import {
  QUESTION_TEXTS,
  QUESTIONS_INTRO,
  summary,
  VERDICT_TEXTS,
  VERDICT_TITLES,
} from '../../skills/photo/copy/says.ts'
import { showPhoto, toneOf } from '../../skills/photo/show.ts'
import type { Looked } from './photo.ts'

/** What somebody at a terminal reads of one photo; of several, under its name. */
export async function inText(
  { file, assessment, signed, copy }: Looked,
  named: boolean,
): Promise<ReplyDraft> {
  const { verdict, findings } = assessment
  const blocks: BlockDraft[] = [
    ...(named ? [{ type: 'heading' as const, text: file.slice(0, 150) }] : []),
    { type: 'verdict', tone: toneOf(verdict), title: VERDICT_TITLES[verdict], text: VERDICT_TEXTS[verdict] },
    // A terminal shows no picture, so none is drawn.
    ...(await showPhoto(async () => undefined, undefined, assessment)),
    ...signed.map((text) => ({ type: 'note' as const, text })),
    ...(copy ? [{ type: 'note' as const, text: `The copy: ${copy}` }] : []),
    {
      type: 'text',
      text: [QUESTIONS_INTRO, ...QUESTIONS.map((one) => `- ${QUESTION_TEXTS[one]}`)].join('\n'),
    },
  ]
  return { blocks, summary: summary(verdict, findings.length) }
}
