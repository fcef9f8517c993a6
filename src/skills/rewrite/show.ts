import { type BlockDraft, firstInSight, type ReplyDraft } from '../../bot/reply.ts'
import {
  BUTTONS,
  EDITED,
  INSTEAD_OF,
  LINES,
  PASSED,
  READY,
  SUMMARY,
  TITLE,
  TONE_NAMES,
  UNAVAILABLE,
  WRITTEN,
} from './copy.ts'
import { type Wanted, writeWanted } from './kept.ts'
import type { Rewritten, Version } from './rewrite.ts'

/** What a button may carry (see Button in reply.ts). */
const MOST_COPIED = 2000
/** Versions that are shown at once. */
const SHOWN = 2

/** @param wanted names the draft for the buttons; left out on the command line, where nobody can press. */
export function showVersions({ result, versions, unavailable }: Rewritten, wanted?: Wanted): ReplyDraft {
  if (result.verdict === 'clear') return line(LINES.clear)
  const signed: BlockDraft[] =
    result.verdict === 'needs_authorization' ? [{ type: 'note', text: LINES.signed }] : []
  if (unavailable) signed.push({ type: 'note', text: UNAVAILABLE })
  if (versions.length === 0) return { ...line(LINES.none), blocks: [...line(LINES.none).blocks, ...signed] }
  const blocks: BlockDraft[] = [{ type: 'heading', text: TITLE }]
  for (const version of versions.slice(0, SHOWN)) blocks.push(...oneVersion(version, wanted !== undefined))
  const other = INSTEAD_OF[result.kind]
  if (other) blocks.push({ type: 'note', text: other })
  blocks.push(...signed, { type: 'note', text: PASSED })
  if (wanted) blocks.push(again(wanted))
  return { audience: 'private', blocks, summary: SUMMARY }
}

function oneVersion({ text, how, tone, removed }: Version, buttons: boolean): BlockDraft[] {
  const label =
    how === 'written' ? WRITTEN : how === 'edit' ? EDITED : tone ? `${READY}, ${TONE_NAMES[tone]}` : READY
  const blocks: BlockDraft[] = [{ type: 'suggestion', label, text }]
  if (removed.length > 0)
    blocks.push({
      type: 'note',
      text: `Taken out: ${removed.map((part) => `“${part}”`).join(', ')}`.slice(0, 3000),
    })
  if (buttons && text.length <= MOST_COPIED) {
    const copy = { action: 'rewrite/copy', label: BUTTONS.copy, value: text, does: 'copy' as const }
    blocks.push({ type: 'buttons', buttons: [copy] })
  }
  return blocks
}

function again(wanted: Wanted): BlockDraft {
  const send = (label: string, change: Partial<Wanted>) => ({
    action: 'rewrite/again',
    label,
    value: writeWanted({ ...wanted, ...change }),
  })
  const buttons = [
    send(BUTTONS.other, { turn: wanted.turn + 1, shorter: false }),
    send(BUTTONS.shorter, { shorter: true }),
    send(BUTTONS.warmer, {
      tone: 'warm',
      turn: wanted.tone === 'warm' ? wanted.turn + 1 : 0,
      shorter: false,
    }),
    { action: 'check/open', label: BUTTONS.check },
  ]
  // Each version above has a button of its own.
  return { type: 'buttons', buttons: firstInSight(buttons, 2) }
}

export function line(text: string): ReplyDraft {
  return { blocks: [{ type: 'text', text }], summary: text }
}
