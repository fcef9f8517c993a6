import { createVision } from './adapters/vision/vision.ts'
import type { Files, Vision } from './bot/pictures.ts'
import type { Eyes } from './skills/authorization/skill.ts'

/** What looks at photos; where its optional parts are not installed, every photo stays unchecked. */
export function openVision(): Vision {
  return createVision()
}

/** Bytes of a picture that is tied to a form, and milliseconds to look at it. */
const MOST_BYTES = 10 * 1024 * 1024
const LOOK_MS = 30_000

/** For the register of forms: which pictures a form is for. Undefined where nobody can look. */
export function eyesOf(vision: Vision, files: Files): Eyes | undefined {
  if (!vision.available) return undefined
  return {
    async fingerprints(event) {
      const given = 'files' in event.body ? (event.body.files ?? []) : []
      const prints: (readonly string[])[] = []
      for (const file of given.filter(({ mime }) => mime.startsWith('image/'))) {
        const bytes = await files.read(file, event, { maxBytes: MOST_BYTES })
        prints.push((await vision.look(bytes, { deadlineMs: LOOK_MS })).fingerprint)
      }
      return prints
    },
    near: (a, b) => vision.nearness(a, b),
  }
}
