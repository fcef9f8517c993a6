import { NO_VISION, type Vision } from './bot/pictures.ts'

/** What looks at photos, where its optional parts are installed. */
export function openVision(): Vision {
  return NO_VISION
}
