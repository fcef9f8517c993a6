import { expect } from 'vitest'
import type { Body } from '../../src/bot/event.ts'
import { inSight } from '../../src/bot/reply.ts'
import { VERDICT_TITLES } from '../../src/skills/check/copy.ts'
import { fileRef } from './fake-vision.ts'
import type { Running, Seen } from './surface.ts'
import type { Step, Transcript } from './transcript.ts'

/** Plays a transcript against a running surface and compares every step. */
export async function play(transcript: Transcript, running: Running): Promise<void> {
  let last: Seen | undefined
  for (const [index, step] of transcript.steps.entries()) {
    if (step.waits) running.wait(step.waits)
    const seen = await running.send(step.from, bodyOf(step, last), step.where === 'channel')
    compare(step, seen, `${transcript.file}, step ${index + 1}`)
    last = seen
  }
  for (const typed of typedWords(transcript)) {
    expect(running.logged(), `${transcript.file}: words that somebody typed are in the log`).not.toContain(
      typed,
    )
  }
}

function bodyOf(step: Step, last: Seen | undefined): Body {
  const files = step.attaches ? { files: step.attaches.map(fileRef) } : {}
  if (step.says !== undefined) return { type: 'message', text: step.says, ...files }
  if (step.command) return { type: 'command', ...step.command }
  if (step.fills) return { type: 'form', ...step.fills, form: formOf(last, step.fills.form), ...files }
  if (step.opens) return { type: 'opened' }
  if (step.presses === undefined) return { type: 'message', text: '', ...files }
  const button = buttonsOf(last).find(({ label }) => label === step.presses)
  if (!button) throw new Error(`no button "${step.presses}"; there were: ${labelsOf(last).join(' | ')}`)
  return { type: 'button', action: button.action, value: button.value }
}

function compare({ expect: wanted }: Step, seen: Seen, where: string): void {
  const drawn = squeeze(seen.drawn)
  const verdicts = seen.replies.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'verdict'))
  const titles = verdicts.map((block) => block.title)
  if (wanted.verdict === 'none') expect(titles, where).toEqual([])
  else if (wanted.verdict) {
    expect(titles, where).toEqual([VERDICT_TITLES[wanted.verdict]])
    expect(drawn, where).toContain(VERDICT_TITLES[wanted.verdict])
  }
  expect(seen.replies.length, `${where}: an answer`).toBeGreaterThan(0)
  if (wanted.audience) for (const { audience } of seen.replies) expect(audience, where).toBe(wanted.audience)
  for (const words of wanted.contains) expect(drawn, where).toContain(squeeze(words))
  for (const words of wanted.lacks) expect(drawn, where).not.toContain(squeeze(words))
  for (const label of wanted.buttons) expect(labelsOf(seen), where).toContain(label)
  for (const { blocks } of seen.replies) {
    if (!blocks.some(({ type }) => type === 'verdict')) continue
    const shown = blocks.flatMap((block) => (block.type === 'buttons' ? inSight(block.buttons).shown : []))
    expect(shown.length, `${where}: a wall of buttons hides the one that is needed`).toBeLessThanOrEqual(4)
  }
}

/** Forms that belong to a dialog carry its turn behind a "#", which whoever fills them in does not see. */
function formOf(last: Seen | undefined, name: string): string {
  const blocks = last?.replies.flatMap((reply) => reply.blocks) ?? []
  const forms = blocks.flatMap((block) => (block.type === 'form' ? [block.form] : []))
  return forms.find((form) => form.split('#')[0] === name) ?? name
}

function buttonsOf(seen: Seen | undefined) {
  const blocks = seen?.replies.flatMap((reply) => reply.blocks) ?? []
  return blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
}

function labelsOf(seen: Seen | undefined): string[] {
  return buttonsOf(seen).map((button) => button.label)
}

/** Where a surface wraps lines or puts its marks is its own business. */
function squeeze(text: string): string {
  return text.replace(/[«»]|\[\d+\](?!\w)/g, '').replace(/\s+/g, ' ')
}

function typedWords(transcript: Transcript): string[] {
  const typed = transcript.steps.flatMap((step) => [
    step.says,
    step.command?.text,
    ...Object.values(step.fills?.values ?? {}).filter((value) => typeof value === 'string'),
  ])
  return typed.filter((text): text is string => text !== undefined && text.trim().length > 15)
}
