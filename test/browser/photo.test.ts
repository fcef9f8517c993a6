import { mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWeb, type Web } from '../../src/adapters/web/server.ts'
import { createUploads } from '../../src/adapters/web/uploads.ts'
import { type FakePorts, fakePorts } from '../surfaces/fake-ports.ts'
import { bytesOf } from '../surfaces/fake-vision.ts'
import { openHall } from '../surfaces/hall.ts'
import { launch, noBrowser } from './browser.ts'
import { barriers, DESK, openPage, PHONE, quietLog, type Stage, testClock } from './stage.ts'

/** Pictures of every state, to be looked at by somebody after a change of the style. */
const SHOTS = join(tmpdir(), 'chaperone-page')
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
const SMALL_TARGETS = `[...document.querySelectorAll('button')].filter((node) => node.checkVisibility())
  .map((node) => node.getBoundingClientRect()).filter(({ width, height }) => width < 44 || height < 44).length`
/** Hands a file over as a mouse or the clipboard does; the tests know no browser types. */
const give = (how: 'drop' | 'paste', name: string, mime = 'image/jpeg') => `{
  const bytes = Uint8Array.from(${JSON.stringify([...bytesOf(name)])})
  const data = new DataTransfer()
  data.items.add(new File([bytes], ${JSON.stringify(name)}, { type: ${JSON.stringify(mime)} }))
  const event = ${
    how === 'drop'
      ? "new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })"
      : "new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })"
  }
  document.querySelector('form textarea').dispatchEvent(event)
}`

describe.skipIf(noBrowser)('a photo on the chat page', () => {
  let browser: Browser
  let web: Web
  let ports: FakePorts
  let stage: Stage
  let stop: () => Promise<void>
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    browser = await launch()
    const hall = openHall({ name: 'Maple Smiles' })
    ports = hall.ports
    const uploads = createUploads(ports.clock, fakePorts().ids)
    ports.files = uploads
    web = createWeb({
      handle: hall.pipeline.handle,
      clock: testClock,
      ids: ports.ids,
      health: { ready: async () => ({}) },
      host: '127.0.0.1',
      port: 0,
      log: quietLog,
      uploads,
    })
    const { port } = await web.start()
    stop = () => hall.pipeline.stop()
    stage = { web, url: `http://127.0.0.1:${port}`, port, events: [], stop: () => web.stop() }
  })
  afterAll(async () => {
    await browser.close()
    await web.stop()
    await stop()
  })

  async function choose(page: Page, ...names: string[]): Promise<void> {
    const asking = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /^Choose (?:photos|more)$/ }).click()
    const files = names.map((name) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from(bytesOf(name)) }))
    await (await asking).setFiles(files)
  }
  const send = (page: Page) => page.getByRole('button', { name: 'Check it' }).click()

  it.each([
    ['phone', PHONE],
    ['desk', DESK],
  ] as const)('on the %s is chosen, looked at, asked about, and saved clean', async (device, options) => {
    const { page, context, complaints } = await openPage(browser, stage, options)
    await choose(page, 'lobby-with-face.jpg')
    await page.getByText('lobby-with-face.jpg').waitFor()
    await page.screenshot({ path: join(SHOTS, `photo-${device}-1-chosen.png`), fullPage: true })
    await send(page)
    await page.getByText('Possibly a face').waitFor()
    const picture = page.locator('figure img')
    expect(await picture.getAttribute('alt')).toBe(
      'Your photo with numbered boxes. 1, upper left: possibly a face.',
    )
    expect(await page.evaluate("document.querySelector('figure img').naturalWidth")).toBe(1)
    await page.screenshot({ path: join(SHOTS, `photo-${device}-2-boxed.png`), fullPage: true })
    expect(await page.evaluate(OVERFLOW)).toBe(0)
    expect(await page.evaluate(SMALL_TARGETS)).toBe(0)
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'It is our team' }).click()
    await page.getByText('Your own team, you told me.').waitFor()
    await page.getByRole('button', { name: 'Clean copy (no hidden data)' }).click()
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the picture' }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).toBe('photo-1.jpg')
    expect(readFileSync(await saved.path()).toString('latin1')).toContain('"clean":true')
    // The smallest picture of the tests is drawn; what the fake makes of copies is none, and says so by its words.
    expect(complaints.filter((line) => !line.includes('Failed to load resource'))).toEqual([])
    await context.close()
  })

  it.each(['drop', 'paste'] as const)('is taken by %s anywhere on the form, beside words', async (how) => {
    const { page, context } = await openPage(browser, stage, DESK)
    await page.evaluate(give(how, 'holiday.jpg'))
    await page.getByText('holiday.jpg').waitFor()
    await page.getByRole('textbox').first().fill('Our lobby is open!')
    await send(page)
    await page.getByText('In the words that go with it I found nothing.').waitFor()
    await page.getByText('where it was taken').waitFor()
    await context.close()
  })

  it('is taken away again with the keyboard, and nothing at all is not sent', async () => {
    const { page, context } = await openPage(browser, stage, DESK)
    await choose(page, 'chairs.jpg', 'team.jpg')
    await page.getByRole('button', { name: 'Remove chairs.jpg' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Choose more')
    await page.getByRole('button', { name: 'Remove team.jpg' }).press('Space')
    expect(await page.locator('.photos li').count()).toBe(0)
    await send(page)
    await page.getByText('Write or paste your words, or choose a photo.').waitFor()
    await context.close()
  })

  it('that is none stays outside, in one line', async () => {
    const { page, context } = await openPage(browser, stage, DESK)
    await page.evaluate(give('drop', 'notes.txt', 'text/plain'))
    await page.getByText('Another kind of file, please let a colleague read.').waitFor()
    expect(await page.locator('.photos li').count()).toBe(0)
    await context.close()
  })

  it('can be asked about once more after the server has forgotten it, and says so', async () => {
    const { page, context } = await openPage(browser, stage, DESK)
    await choose(page, 'lobby-with-face.jpg')
    await send(page)
    await page.getByText('Possibly a face').waitFor()
    ports.wait(16 * 60_000)
    await page.getByRole('button', { name: 'Cover the faces' }).click()
    await page.getByText('I have no photo here for this.').first().waitFor()
    await context.close()
  })
})
