import type { HomeView } from '@slack/types'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'

/** A reply as the app's home tab. */
export function drawHome(messages: readonly Message[]): HomeView {
  return { type: 'home', blocks: messages.flatMap(({ blocks }) => blocks).slice(0, LIMITS.view.blocks) }
}
