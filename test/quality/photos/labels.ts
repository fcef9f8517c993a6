import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'

/** labels.json in a folder of photos. What a photo does not say is not measured on it. */
const Labels = z.strictObject({
  photos: z.array(
    z.strictObject({
      file: z.string(),
      /** Somebody, or nobody, is to be seen. */
      people: z.boolean().optional(),
      /** Every face; pixels of the upright picture. */
      faces: z
        .array(z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }))
        .optional(),
      /** Everything that is printed somewhere, in any order. */
      words: z.string().optional(),
      /** What names a patient there, as it is printed. */
      identifiers: z.array(z.string()).optional(),
      metadata: z
        .strictObject({
          gps: z.boolean().optional(),
          taken: z.boolean().optional(),
          device: z.boolean().optional(),
          person: z.boolean().optional(),
        })
        .optional(),
    }),
  ),
})
export type Labels = z.infer<typeof Labels>['photos'][number]

/** A photo and what is known of it. */
export interface Photo extends Omit<Labels, 'file'> {
  name: string
  bytes: () => Promise<Uint8Array>
  /** Known once the picture is drawn. */
  printed?: () => Promise<Pick<Labels, 'words' | 'identifiers'>>
}

/** @throws Error that says what is wrong with the labels. */
export function readPhotos(folder: string): Photo[] {
  const path = join(folder, 'labels.json')
  if (!existsSync(path))
    throw new Error(`${path} is not there: it says of each photo what is to be found on it`)
  const { photos } = Labels.parse(JSON.parse(readFileSync(path, 'utf8')))
  return photos.map(({ file, ...labels }) => ({
    ...labels,
    name: basename(file),
    bytes: async () => readFileSync(join(folder, file)),
  }))
}

/** Photos of people that come with the face detector's package; how many faces each shows was counted by hand. */
export function packagedPhotos(): Photo[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'))
  return [1, 2, 3, 4, 5, 6].map((number) => ({
    name: `packaged ${number}`,
    bytes: async () => readFileSync(join(folder, `demo/sample${number}.jpg`)),
    people: true,
  }))
}
