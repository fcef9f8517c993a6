import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Vision } from '../../bot/pictures.ts'
import { type Cover, cleanCopy, coveredCopy } from '../../skills/photo/copies.ts'
import { Refused } from '../io.ts'

/** Nobody waits in a chat for these: in milliseconds for one look. */
export const PATIENT_MS = 120_000
const patient = () => PATIENT_MS
/** Names are counted up until one is free. */
const MOST_NAMES = 100_000
const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif' } as const
const REFUSED = {
  still: 'something could still be seen after every try, so there is no copy',
  unsure: 'the copy could not be looked at again, so there is none',
  private: 'something hidden was still in the copy, so there is none',
} as const

/** Where copies go: under names that say nothing, and over no file that is there. */
export function openFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true })
    if (!statSync(folder).isDirectory()) throw new Refused(NO_FOLDER)
  } catch {
    throw new Refused(NO_FOLDER)
  }
  return {
    async write(
      vision: Vision,
      bytes: Uint8Array,
      covers: readonly Cover[],
      index: number,
    ): Promise<{ path: string } | { refused: string }> {
      if (!vision.available) return { refused: 'there is no copy without the parts that look at photos' }
      let copy: Awaited<ReturnType<typeof cleanCopy>>
      try {
        copy =
          covers.length === 0
            ? await cleanCopy(vision, bytes, patient)
            : await coveredCopy(vision, bytes, covers, patient)
      } catch {
        return { refused: 'no copy could be made of it' }
      }
      if ('refused' in copy) return { refused: REFUSED[copy.refused] }
      const { mime, bytes: clean } = copy.picture
      return { path: save(folder, `photo-${index + 1}`, ENDINGS[mime], clean) }
    },
  }
}
const NO_FOLDER = 'the folder of --clean cannot be made or is no folder'

/** Made anew or not at all: a file of that name, or a link to one, is never written through. */
function save(folder: string, name: string, ending: string, bytes: Uint8Array): string {
  for (let count = 1; count < MOST_NAMES; count++) {
    const path = join(folder, `${name}${count === 1 ? '' : `-${count}`}.${ending}`)
    try {
      writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 })
      return path
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new Refused('a copy could not be written into the folder of --clean')
    }
  }
  throw new Refused('the folder of --clean is full of copies')
}
