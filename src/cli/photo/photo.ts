import type { Vision } from '../../bot/pictures.ts'
import type { PracticeFacts } from '../../rules/facts.ts'
import { type Assessment, assess, type Judging, unseen } from '../../skills/photo/assess.ts'
import type { Cover } from '../../skills/photo/copies.ts'
import { type Common, DONE, FOUND, type Io, Refused, WRONG, write } from '../io.ts'
import { openFolder, PATIENT_MS } from './folder.ts'
import { photoJson } from './json.ts'
import { readPhoto } from './read.ts'

export interface PhotoOptions extends Common {
  clean?: string
  blur?: string
  authorization?: string
}

/** One photo of the command line, looked at. */
export interface Looked {
  file: string
  assessment: Assessment
  /** What a form whose code was given means for it. */
  signed: readonly string[]
  /** Where the copy went; undefined: none was asked for, or none could be made. */
  copy?: string
}

const COVERS: readonly Cover[] = ['faces', 'people', 'screens', 'text']

/** Exit code 0: nothing was found in any of them; 1: something was, or one could not be opened; 2: one is not there. */
export async function runPhoto(
  files: readonly string[],
  options: PhotoOptions,
  io: Io,
  given?: Vision,
): Promise<number> {
  const covers = coversOf(options)
  const folder = options.clean === undefined ? undefined : openFolder(options.clean)
  const { judging, vision, under } = await parts(options, io, given)
  const complain = (line: string) => write(io.stderr, `chaperone: ${line}\n`)
  try {
    if (!vision.available) await complain(NO_EYES)
    const looked: Looked[] = []
    let missing = 0
    for (const [index, name] of files.entries()) {
      // One at a time: an album would fill the memory.
      const read = readPhoto(name)
      const { file, bytes, why } = read
      if (read.missing) missing++
      const one = await look(vision, file, bytes, judging)
      const reason = why ?? (one.opened || !vision.available ? undefined : 'is no picture that can be opened')
      if (reason) await complain(`${file} ${reason}`)
      const copy = folder && bytes && (await folder.write(vision, bytes, covers, index))
      if (copy && 'refused' in copy) await complain(`${file}: ${copy.refused}`)
      const { assessment, notes: signed } = under(one.assessment)
      looked.push({
        file,
        assessment,
        signed,
        ...(copy && 'path' in copy ? { copy: copy.path } : {}),
      })
    }
    if (missing === files.length) return WRONG
    const said = options.json ? `${JSON.stringify(asJson(looked))}\n` : await asText(looked, io)
    await write(io.stdout, said)
    if (missing > 0) return WRONG
    return looked.every(({ assessment }) => assessment.verdict === 'clear') ? DONE : FOUND
  } finally {
    await vision.close()
  }
}
const NO_EYES =
  'the parts that look at photos are not installed, so no photo is checked; "npm ci" with optional packages brings them'

async function look(
  vision: Vision,
  file: string,
  bytes: Uint8Array | undefined,
  judging: Judging,
): Promise<{ assessment: Assessment; opened: boolean }> {
  if (!vision.available) return { assessment: unseen('photo/no-eyes'), opened: false }
  if (bytes === undefined) return { assessment: unseen('photo/unreadable'), opened: false }
  try {
    const name = file.split(/[\\/]/).at(-1)
    return { assessment: await assess(vision, bytes, name, PATIENT_MS, judging), opened: true }
  } catch {
    // Whatever broke, nobody has looked at it, and the others are looked at all the same.
    return { assessment: unseen('photo/unreadable'), opened: false }
  }
}

async function parts({ practice: file, authorization }: PhotoOptions, io: Io, given: Vision | undefined) {
  const [
    { openEngine, openLexicon },
    { openPractice },
    { factsOf },
    { readPeople },
    { formsHere },
    { openVision },
  ] = await Promise.all([
    import('../../library.ts'),
    import('../practice.ts'),
    import('../../bot/practice.ts'),
    import('../../skills/photo/text/people.ts'),
    import('./signed.ts'),
    import('../../vision.ts'),
  ])
  const { practice } = openPractice(file, io.env)
  const facts: PracticeFacts | undefined = factsOf(practice)
  const vision = given ?? openVision()
  const { register, under } = await formsHere(authorization, vision, practice, io.env)
  const people = readPeople(openLexicon())(facts)
  const judging: Judging = { engine: openEngine(), people, facts, register }
  return { judging, vision, under }
}

function coversOf({ blur, clean }: PhotoOptions): Cover[] {
  if (blur === undefined) return []
  if (clean === undefined) throw new Refused('--blur needs --clean DIR, where the copies go')
  const names = blur.split(',').map((name) => name.trim())
  const unknown = names.some((name) => !COVERS.some((cover) => cover === name))
  if (unknown) throw new Refused(`--blur takes some of ${COVERS.join(',')}, with commas between`)
  return COVERS.filter((cover) => names.includes(cover))
}

/** One object for one file; several files are a list in one object, in the order of the command line. */
function asJson(looked: readonly Looked[]): object {
  const [only] = looked
  if (looked.length === 1 && only) return photoJson(only)
  return { photos: looked.map((one) => ({ file: one.file, ...photoJson(one) })) }
}

/** The same words as in chat, without the picture and the buttons. */
async function asText(looked: readonly Looked[], io: Io): Promise<string> {
  const [{ canvasOf }, { render }, { inText }] = await Promise.all([
    import('../../adapters/terminal/platform.ts'),
    import('../../adapters/terminal/render.ts'),
    import('./text.ts'),
  ])
  const replies = await Promise.all(looked.map((one) => inText(one, looked.length > 1)))
  return `${replies.map((reply) => render(reply, canvasOf(io.stdout, io.env))).join('\n\n')}\n`
}
