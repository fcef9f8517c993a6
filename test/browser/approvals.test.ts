import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPipeline } from '../../src/bot/pipeline.ts'
import type { Platform } from '../../src/bot/ports.ts'
import { PracticeFile, toPractice } from '../../src/bot/practice.ts'
import { openEngine } from '../../src/library.ts'
import { createApprove } from '../../src/skills/approve/skill.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'
import { launch, noBrowser } from './browser.ts'
import { barriers, DESK, openPage, openStage, PHONE, type Stage } from './stage.ts'

/** Pictures of each state, to be looked at by somebody after a change of the style. */
const SHOTS = join(tmpdir(), 'chaperone-page')
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

const PRACTICE = {
  name: 'Maple',
  timeZone: 'America/Chicago',
  staff: [
    { name: 'Amy', ids: { slack: 'AMY' } },
    { name: 'Mia', role: 'reviewer', ids: { web: 'this-machine' } },
  ],
}
const DRAFTS = [
  ['Our office is closed on Monday. We are back on Tuesday.', 'instagram'],
  ['Our whitening is the best in Austin, and 100% painless!', 'facebook'],
  ['Meet our new hygienist Bella. She loves hiking and her two dogs.', 'linkedin'],
] as const

/** What Mia sees on the page when Amy has asked about three drafts on Slack. */
async function openDesk(): Promise<Stage> {
  const ports = fakePorts()
  const practice = toPractice(PracticeFile.parse(PRACTICE))
  const { handle } = createPipeline({ ports, practice, skills: [createApprove(openEngine())] })
  const nobody: Platform = { deliver: async () => {} }
  for (const [text, platform] of DRAFTS) {
    const event = (body: object) => ({
      id: ports.ids.next(),
      surface: 'slack',
      at: new Date(ports.clock.now()).toISOString(),
      person: { id: 'AMY' },
      place: { id: 'with-AMY', private: true },
      body,
    })
    let form = ''
    const catching: Platform = {
      deliver: async ({ blocks }) => {
        for (const block of blocks) if (block.type === 'form') form = block.form
      },
    }
    await handle(event({ type: 'command', name: 'approve', text }), catching)
    await handle(
      event({ type: 'form', form, values: { platform, kind: 'caption', note: 'For tomorrow' } }),
      nobody,
    )
    ports.wait(47 * 60_000)
  }
  return openStage(async (event) => {
    // Whoever opens the page begins with the list.
    const body = event.body.type === 'opened' ? { type: 'command', name: 'approve', text: '' } : event.body
    const said: Parameters<Platform['deliver']>[0][] = []
    await handle({ ...event, body }, { deliver: async (reply) => void said.push(reply) })
    const [reply] = said
    if (!reply) throw new Error('nothing was said')
    return reply
  })
}

describe.skipIf(noBrowser)('approvals on the chat page', () => {
  let browser: Browser
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    browser = await launch()
  })
  afterAll(() => browser.close())

  async function judge(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true })
    expect(await page.evaluate(OVERFLOW), `${name}: scrolls sideways`).toBe(0)
    expect(await barriers(page), name).toEqual([])
  }

  it.each([
    ['phone', PHONE],
    ['desk', DESK],
  ])('go from the list to a go-ahead on a %s, and shut nobody out', async (device, options) => {
    const desk = await openDesk()
    const { page, context, complaints } = await openPage(browser, desk, options)
    await page.getByText('For you to look at: 3').waitFor()
    await judge(page, `approvals-${device}-1-list`)
    await page.getByRole('button', { name: 'APR-2026-0002' }).click()
    await page.getByRole('button', { name: 'Give the go-ahead' }).waitFor()
    await judge(page, `approvals-${device}-2-one`)
    await page.getByRole('button', { name: 'Ask for a change' }).click()
    await page.getByLabel('What should change?').waitFor()
    await judge(page, `approvals-${device}-3-change`)
    await page.getByRole('button', { name: 'Give the go-ahead' }).first().click()
    await page.getByText('Mia gave the go-ahead').waitFor()
    await judge(page, `approvals-${device}-4-given`)
    expect(complaints).toEqual([])
    await context.close()
    await desk.stop()
  })
})
