import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { plain } from './text.ts'

const TITLE = 'Chaperone'
const CLOSE = 'Close'
/** A form that is sent from here is answered where the reader does not look. */
const WHERE = 'My answers arrive under Messages. Only you see them.'

/** A reply as the app's home tab. */
export function drawHome(messages: readonly Message[]): HomeView {
  const where: KnownBlock = { type: 'context', elements: [plain(WHERE, LIMITS.context.text)] }
  const blocks = messages.flatMap(({ blocks }) => blocks).slice(0, LIMITS.view.blocks - 1)
  return { type: 'home', blocks: [...blocks, where] }
}

/** A reply to somebody who pressed on the home tab or in a modal: to read, with its buttons and nothing to fill in. */
export function drawReading(messages: readonly Message[]): ModalView {
  return {
    type: 'modal',
    callback_id: 'slack/reading',
    title: plain(TITLE, LIMITS.view.title),
    close: plain(CLOSE, LIMITS.view.submit),
    blocks: messages.flatMap(({ blocks }) => blocks).slice(0, LIMITS.view.blocks),
  }
}
