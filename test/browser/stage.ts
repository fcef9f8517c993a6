import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { createWeb, type Web, type WebOptions } from '../../src/adapters/web/server.ts'
import { Event } from '../../src/bot/event.ts'
import type { Clock, Log, Platform } from '../../src/bot/ports.ts'
import { Reply, type ReplyDraft } from '../../src/bot/reply.ts'
import { OPENING, stopReply } from './samples.ts'

/** The real server and page with a bot of a few lines behind them, and everything that the bot was told. */

export const testClock: Clock = {
  now: () => Date.UTC(2026, 10, 21, 9),
  // Nothing here may depend on time passing: a sleep ends when it is called off, and never by itself.
  sleep: (_ms, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
}

export const quietLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

export type Bot = (event: Event) => ReplyDraft | Promise<ReplyDraft>

export const usualBot: Bot = ({ body }) => {
  if (body.type === 'opened') return OPENING
  return stopReply(body.type === 'form' ? String(body.values.text) : body.type)
}

export interface Stage {
  web: Web
  url: string
  port: number
  /** What reached the bot, in order. */
  events: Event[]
  stop(): Promise<void>
}

export async function openStage(bot: Bot = usualBot, more: Partial<WebOptions> = {}): Promise<Stage> {
  const events: Event[] = []
  const handle = async (given: unknown, platform: Platform): Promise<string> => {
    const event = Event.parse(given)
    events.push(event)
    await platform.deliver(Reply.parse(await bot(event)), event)
    return 'done'
  }
  const web = createWeb({
    handle,
    clock: testClock,
    ids: { next: randomUUID },
    health: { ready: async () => ({ store: true }) },
    host: '127.0.0.1',
    port: 0,
    log: quietLog,
    ...more,
  })
  const { port } = await web.start()
  return { web, url: `http://127.0.0.1:${port}`, port, events, stop: () => web.stop() }
}

export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
}
export const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A fresh page on the stage; `complaints` gathers what the console and the page's own errors say. */
export async function openPage(browser: Browser, stage: Stage, options: BrowserContextOptions = DESK) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(stage.url)
  await page.locator('main article').first().waitFor()
  return { context, page, complaints }
}

export async function check(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your draft').first().fill(text)
  await page.getByRole('button', { name: 'Check it' }).click()
  await page.locator('.verdict').first().waitFor()
}

/** What axe finds serious or critical, as lines that say where. */
export async function barriers(page: Page): Promise<string[]> {
  // Put in by the browser itself: the page's own policy lets no foreign script in.
  await page.evaluate(`if (!globalThis.axe) { ${axe} }`)
  const found = await page.evaluate<{ id: string; impact: string; nodes: { html: string }[] }[]>(
    'axe.run().then(({ violations }) => violations)',
  )
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
