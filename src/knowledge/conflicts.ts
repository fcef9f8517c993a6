import { z } from 'zod'
import { HOME, yaml } from './load.ts'

const Line = z.string().trim().min(10)
const Ruling = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,60}$/),
  /** What practices hear. */
  heard: Line,
  /** What Chaperone goes by. */
  ruling: Line,
  sources: z.array(z.string().min(5)).min(1),
  /** `settled`: the text says so. `ours`: a careful reading. `counsel`: nobody has ruled. */
  mark: z.enum(['settled', 'ours', 'counsel']),
  /** What it means for the check. */
  drafts: z
    .array(
      z.strictObject({
        text: Line,
        kind: z.string(),
        account: z.string().optional(),
        verdict: z.string().optional(),
        not: z.string().optional(),
        staff: z.array(z.string()).optional(),
      }),
    )
    .default([]),
})
const Conflicts = z.strictObject({ asOf: z.iso.date(), conflicts: z.array(Ruling).min(1) })
export type Conflicts = z.infer<typeof Conflicts>

/** @throws with the file's name when it is missing or malformed, or names a ruling twice. */
export function loadConflicts(home: URL = HOME): Conflicts {
  const found = yaml(home, 'conflicts.yml', Conflicts)
  const ids = found.conflicts.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`knowledge/conflicts.yml: ${twice} stands there twice`)
  return found
}
