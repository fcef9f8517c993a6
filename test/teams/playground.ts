import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Locator, Page } from 'playwright-core'
import { launch } from '../browser/browser.ts'

/**
 * Drives a Chaperone that runs through the Microsoft 365 Agents Playground and takes a picture of each step:
 * docs/teams-playground.md says how to start the two.
 */
const { values } = parseArgs({
  options: {
    at: { type: 'string', default: 'http://127.0.0.1:56150' },
    out: { type: 'string', default: 'teams-playground' },
  },
})
mkdirSync(values.out, { recursive: true })

const STEPS: readonly { name: string; run(page: Page): Promise<void>; shows: string }[] = [
  { name: 'welcome', run: async () => {}, shows: 'What are you about to post?' },
  {
    name: 'check',
    run: (page) => say(page, 'Thank you, Sarah! So glad your tummy tuck on Tuesday turned out beautifully!'),
    shows: 'Do not post this',
  },
  { name: 'rewrite', run: (page) => press(page, 'Write it for me'), shows: 'Words you can use instead' },
  { name: 'ask', run: (page) => say(page, 'Can we repost a patient’s story?'), shows: 'Where this stands' },
  {
    name: 'report',
    run: async (page) => {
      await say(page, 'I posted something by accident')
      // Where one was begun before, and left lying.
      const again = page.getByRole('button', { name: 'Begin again instead' })
      if ((await again.count()) > 0) await press(page, 'Begin again instead')
    },
    shows: 'is it still up?',
  },
  { name: 'report-where', run: pressed('No, it is gone', 'Skip this', 'Skip this'), shows: 'Where was it?' },
  { name: 'report-people', run: pressed('Skip this', 'Skip this', 'Skip this'), shows: 'How many patients' },
  {
    name: 'report-not-understood',
    run: async (page) => {
      await lastCard(page).getByRole('textbox').first().fill('a few')
      await press(page, 'Go on')
    },
    shows: 'I did not get that number',
  },
  {
    name: 'report-overview',
    run: pressed(...Array(4).fill('Skip this')),
    shows: 'This is what I understood',
  },
  { name: 'report-sent', run: (page) => press(page, 'Send it'), shows: 'INC-' },
  { name: 'digest', run: (page) => say(page, '/digest'), shows: 'How things stand' },
  { name: 'officer', run: pressed(/^Open INC-/), shows: 'Report 1' },
  { name: 'officer-takes-it', run: pressed(/take/i), shows: 'Taken' },
  { name: 'channel', run: inChannel, shows: 'I answered you in our own chat' },
  {
    name: 'channel-answer',
    run: (page) => page.getByText('Personal Chat').first().click(),
    shows: 'Do not post this',
  },
]

const browser = await launch()
try {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 1100 } })).newPage()
  await page.goto(values.at)
  for (const [index, { name, run, shows }] of STEPS.entries()) {
    await run(page)
    const seen = page.getByText(shows).last()
    await seen.waitFor({ timeout: 20_000 }).catch(async () => {
      await page.screenshot({ path: join(values.out, 'failed.png') })
      throw new Error(`${name}: the Playground shows no “${shows}”`)
    })
    if ((await lastCard(page).count()) > 0) await lastCard(page).scrollIntoViewIfNeeded()
    await page.screenshot({ path: join(values.out, `${String(index + 1).padStart(2, '0')}-${name}.png`) })
    console.log(`${name}: shows “${shows}”`)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await browser.close()
}

async function say(page: Page, words: string): Promise<void> {
  const before = await page.locator('.ac-adaptiveCard').count()
  await page.locator('[role=textbox][contenteditable=true]').click()
  await page.keyboard.type(words)
  await page.getByRole('button', { name: 'Send Message' }).click()
  await another(page, before)
}

/** Mentions the bot where others read along. */
async function inChannel(page: Page): Promise<void> {
  await page.getByText('General', { exact: true }).first().click()
  const box = page.locator('[role=textbox][contenteditable=true]').last()
  await box.click()
  await page.keyboard.type('@')
  await page.getByRole('menuitem').filter({ hasText: 'Test Bot' }).first().click()
  await page.keyboard.type(' Thank you, Sarah! We are glad that your crown went well.')
  await page.getByRole('button', { name: 'Send Message' }).last().click()
}

/** In the newest card that has it. */
async function press(page: Page, title: string | RegExp): Promise<void> {
  const before = await page.locator('.ac-adaptiveCard').count()
  await page.getByRole('button', { name: title, exact: true }).last().click()
  await another(page, before)
}

function pressed(...titles: (string | RegExp)[]): (page: Page) => Promise<void> {
  return async (page) => {
    for (const title of titles) await press(page, title)
  }
}

async function another(page: Page, before: number): Promise<void> {
  await page.locator('.ac-adaptiveCard').nth(before).waitFor({ timeout: 20_000 })
}

function lastCard(page: Page): Locator {
  return page.locator('.ac-adaptiveCard').last()
}
