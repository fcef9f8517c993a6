import { ChaperoneError } from '../../bot/errors.ts'
import type { FileRef } from '../../bot/event.ts'
import type { SkillContext } from '../../bot/skill.ts'
import { type Assessment, assess, type Judging, LOOK_MS, unseen } from './assess.ts'
import { FETCH } from './copy/says.ts'
import { finding } from './findings.ts'

/** Bytes. A larger picture is refused by its header; a film of some seconds needs more room. */
const MOST_BYTES = { picture: 10 * 1024 * 1024, video: 50 * 1024 * 1024 }
/** For one album, in milliseconds: below what the hall gives a skill. */
export const ALBUM_MS = 45_000
/** A look that gets less than this is not worth starting. */
const SHORTEST_MS = 500

export interface Looked {
  file: FileRef
  /** Kept only as long as the answer is written. */
  bytes: Uint8Array | undefined
  assessment: Assessment
}

/** From the beginning until the last numbered picture has to be drawn, in milliseconds: the answer is worth more. */
export const DRAWN_MS = 53_000

export const isPicture = ({ mime }: FileRef) => /^(?:image|video)\//.test(mime)
const limitOf = ({ mime }: FileRef) => ({
  maxBytes: mime.startsWith('video/') ? MOST_BYTES.video : MOST_BYTES.picture,
})

export function fetchAgain(file: FileRef, { event, ports }: SkillContext): Promise<Uint8Array> {
  return ports.files.read(file, event, limitOf(file))
}

/** Looks at each, one after another; one that cannot be looked at stops none of the others. */
export async function lookAt(
  files: readonly FileRef[],
  judging: Judging,
  context: SkillContext,
): Promise<Looked[]> {
  const { vision, clock } = context.ports
  const until = clock.now() + ALBUM_MS
  const out: Looked[] = []
  for (const file of files) {
    if (!vision.available) {
      out.push({ file, bytes: undefined, assessment: unseen('photo/no-eyes') })
      continue
    }
    out.push(await lookAtOne(file, Math.min(LOOK_MS, until - clock.now()), judging, context))
  }
  return out
}

async function lookAtOne(
  file: FileRef,
  ms: number,
  judging: Judging,
  context: SkillContext,
): Promise<Looked> {
  let bytes: Uint8Array | undefined
  try {
    if (ms < SHORTEST_MS) return { file, bytes, assessment: unlooked(LATE) }
    bytes = await fetchAgain(file, context)
    return { file, bytes, assessment: await assess(context.ports.vision, bytes, file.name, ms, judging) }
  } catch (error) {
    const code = error instanceof ChaperoneError ? error.code : undefined
    context.ports.log.warn('event failed', { event: context.event.id, code: code ?? 'photo_failed' })
    if (code === 'file_refused') return { file, bytes, assessment: unlooked(FETCH.refused) }
    if (code === 'photo_slow') return { file, bytes, assessment: unlooked(LATE) }
    if (code === 'file_unreachable') return { file, bytes, assessment: unlooked(FETCH.unreachable) }
    // Whatever broke, nobody has looked at it.
    return { file, bytes, assessment: unseen('photo/unreadable') }
  }
}
const LATE = 'Looking at this one took too long. Send it once more by itself, or a smaller copy of it.'

function unlooked(message: string): Assessment {
  return { verdict: 'unchecked', findings: [finding('photo/unreadable', { message })] }
}
