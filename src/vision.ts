import { createVision } from './adapters/vision/vision.ts'
import type { Vision } from './bot/pictures.ts'

/** What looks at photos; where its optional parts are not installed, every photo stays unchecked. */
export function openVision(): Vision {
  return createVision()
}
