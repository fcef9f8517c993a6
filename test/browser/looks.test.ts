import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, noBrowser } from './browser.ts'
import { EVERYTHING, STOP_DRAFT } from './samples.ts'
import { barriers, check, DESK, openPage, openStage, PHONE, type Stage } from './stage.ts'

/** Pictures of every state, to be looked at by somebody after a change of the style. */
const SHOTS = join(tmpdir(), 'chaperone-page')

/** Written as text, since the tests know no browser types. */
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
/** What a finger must hit, other than words in a line of text: those may be as high as the line. */
const SMALL_TARGETS = `[...document.querySelectorAll('button, select, textarea, summary, .tick, input:not([type=checkbox])')]
  .filter((node) => node.checkVisibility())
  .map((node) => ({ name: node.textContent, box: node.getBoundingClientRect() }))
  .filter(({ box }) => box.height < 44 || box.width < 44)
  .map(({ name, box }) => name + ' ' + box.width + 'x' + box.height)`

describe.skipIf(noBrowser)('the chat page', () => {
  let browser: Browser
  let usual: Stage
  let every: Stage
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    browser = await launch()
    usual = await openStage()
    every = await openStage(() => EVERYTHING)
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([usual.stop(), every.stop()])
  })

  async function judge(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: !name.endsWith('reason') })
    expect(await page.evaluate(OVERFLOW), `${name}: scrolls sideways`).toBe(0)
    expect(await page.evaluate(SMALL_TARGETS), `${name}: too small for a finger`).toEqual([])
    expect(await barriers(page), name).toEqual([])
  }

  const devices = { phone: PHONE, desk: DESK }
  const cases = Object.entries(devices).flatMap(([device, options]) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ device, colorScheme, options })),
  )

  it.each(cases)(
    'fits a $device in the $colorScheme and shuts nobody out',
    async ({ device, colorScheme, options }) => {
      const { page, context, complaints } = await openPage(browser, usual, { ...options, colorScheme })
      const name = (state: string) => `${device}-${colorScheme}-${state}`
      await judge(page, name('1-open'))
      await check(page, STOP_DRAFT)
      await judge(page, name('2-result'))
      const mark = page.getByRole('button', { name: /Finding 2/ })
      if (device === 'phone') await mark.tap()
      else await mark.click()
      await page.getByRole('dialog').waitFor()
      await judge(page, name('3-reason'))
      expect(complaints).toEqual([])
      await context.close()

      const all = await openPage(browser, every, { ...options, colorScheme })
      await all.page.getByRole('button', { name: 'Save' }).click()
      await judge(all.page, name('4-everything'))
      await all.page.getByRole('button', { name: 'More…' }).first().click()
      await judge(all.page, name('5-more'))
      await all.context.close()
    },
  )

  it('keeps the marked words in sight above their reason on a phone', async () => {
    const { page, context } = await openPage(browser, usual, PHONE)
    await check(page, `${'Our office is open until five. '.repeat(30)}${STOP_DRAFT}`)
    const mark = page.getByRole('button', { name: /Findings 4, 3/ })
    await mark.tap()
    const words = await mark.boundingBox()
    const sheet = await page.getByRole('dialog').boundingBox()
    expect(words && sheet && words.y >= 0 && words.y + words.height <= sheet.y).toBe(true)
    expect(await page.evaluate(OVERFLOW)).toBe(0)
    await context.close()
  })

  it('brings what opens under “More…” into sight, however low on the screen it was', async () => {
    const { page, context } = await openPage(browser, every, PHONE)
    const more = page.getByRole('button', { name: 'More…' }).first()
    await page.evaluate('document.querySelector(".fold").scrollIntoView({ block: "end" })')
    await more.tap()
    const list = await page.locator(`#${await more.getAttribute('aria-controls')}`).boundingBox()
    const height = PHONE.viewport?.height ?? 0
    expect(list && list.y >= 0 && list.y + list.height <= height).toBe(true)
    await context.close()
  })

  it('needs no colour: each tone has its word and its own outline', async () => {
    const { page, context } = await openPage(browser, every)
    const verdicts = page.locator('.verdict')
    const words = (await verdicts.locator('h2').allInnerTexts()).map((text) => text.replace('\n', ': '))
    expect(words).toEqual([
      'Nothing found',
      'CAUTION: Look at this again',
      'NEEDS AUTHORIZATION: Ask for the signed form first',
      'NOT CHECKED: I could not read all of it',
    ])
    const outlines = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.verdict .icon')].map((i) => i.innerHTML)",
    )
    expect(new Set(outlines).size).toBe(words.length)
    await context.close()
  })

  it('prints the draft, the verdict and the reasons, and no buttons', async () => {
    const { page, context } = await openPage(browser, usual, { colorScheme: 'dark' })
    await check(page, STOP_DRAFT)
    await page.emulateMedia({ media: 'print', colorScheme: 'light' })
    await page.screenshot({ path: join(SHOTS, 'print.png'), fullPage: true })
    const seen = await page.locator('body').innerText()
    for (const words of ['Do not post this reply', 'last Tuesday', 'Leave the day out.', '45 CFR 160.103']) {
      expect(seen).toContain(words)
    }
    expect(seen).not.toMatch(/Copy|Check another|Choose a mark/)
    await context.close()
  })
})
