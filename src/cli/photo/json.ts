import type { Looked as Seen, Sighting } from '../../bot/pictures.ts'
import { QUESTIONS } from '../../skills/photo/answers.ts'
import { QUESTION_TEXTS } from '../../skills/photo/copy/says.ts'
import { framesNote } from '../../skills/photo/show.ts'
import type { Looked } from './photo.ts'

const NOTHING = { gps: false, taken: false, device: false, person: false, fields: [] }

/** The object that scripts rely on (docs/cli.md, "Photo"). Notes advise and never change the verdict. */
export function photoJson({ assessment, signed, copy }: Looked): object {
  const { verdict, findings, looked } = assessment
  const plain = ({ box, score, at }: Sighting) => ({ box, score, ...(at === undefined ? {} : { at }) })
  return {
    verdict,
    findings,
    faces: (looked?.faces ?? []).map(plain),
    text: (looked?.text ?? []).map((one) => ({ text: one.text, ...plain(one) })),
    metadata: looked ? metadataOf(looked) : NOTHING,
    questions: QUESTIONS.map((question) => QUESTION_TEXTS[question]),
    notes: [...(looked?.frames ? [framesNote(looked.frames)] : []), ...signed],
    ...(copy === undefined ? {} : { copy }),
  }
}

function metadataOf({ metadata: { gps, taken, device, person, fields } }: Seen) {
  return { gps, taken, device, person, fields }
}
