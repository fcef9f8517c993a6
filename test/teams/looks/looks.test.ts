import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesOf } from '../../../src/adapters/teams/deliver.ts'
import { drawDialog } from '../../../src/adapters/teams/render/card.ts'
import { Reply } from '../../../src/bot/reply.ts'
import { launch, noBrowser } from '../../browser/browser.ts'
import { EVERYTHING, STOP_DRAFT, stopReply } from '../../browser/samples.ts'
import { barriers, DESK, PHONE } from '../../browser/stage.ts'
import { cardsOf } from '../cards.ts'
import { activity, openTeams } from '../running.ts'
import { pageOf } from './page.ts'

/** Pictures of every card, to be looked at by somebody after a change of what is drawn. */
const SHOTS = join(tmpdir(), 'chaperone-teams')
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
/** Buttons and words that are cut off, or stand outside of their card. */
const CUT = `[...document.querySelectorAll('.ac-pushButton, .ac-richTextBlock, .ac-input')]
  .filter((node) => {
    const card = node.closest('article').getBoundingClientRect()
    return node.scrollWidth > node.clientWidth + 1 || node.getBoundingClientRect().right > card.right
  })
  .map((node) => node.textContent)`

const drawn = (reply: unknown) => cardsOf(messagesOf(Reply.parse(reply)))

describe.skipIf(noBrowser)('the cards', () => {
  let browser: Browser
  const pages: Record<string, object[]> = {}
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    browser = await launch()
    pages.stop = drawn(stopReply(STOP_DRAFT))
    pages.everything = drawn(EVERYTHING)
    pages.dialog = [drawDialog([Reply.parse(EVERYTHING)]).card]
    pages.talk = await talk()
  })
  afterAll(() => browser.close())

  /** What the bot says today, from "help" to a report and the digest. */
  async function talk(): Promise<object[]> {
    const running = await openTeams({
      facts: { people: [{ surface: 'teams', id: 'desk', roles: ['manager', 'privacy officer'] }] } as object,
    })
    for (const text of [
      'help',
      'Guaranteed results! Dr. Rivera is the best dentist in Texas.',
      'Can we post a before and after photo?',
      'I posted something by accident',
      '/digest',
    ]) {
      // The digest tells of yesterday.
      if (text === '/digest') running.ports.wait(24 * 60 * 60_000)
      await running.post(activity(running.connector, 'desk', { text }))
      await running.settled()
    }
    const said = running.connector.said.flatMap((one) => cardsOf(one.activity))
    await running.close()
    return said
  }

  const devices = { phone: PHONE, desk: DESK }
  const cases = ['stop', 'everything', 'dialog', 'talk'].flatMap((name) =>
    Object.entries(devices).flatMap(([device, options]) =>
      (['light', 'dark'] as const).map((look) => ({ name, device, look, options })),
    ),
  )

  it.each(cases)(
    '$name, on a $device, $look: fits, and nothing is cut off',
    async ({ name, device, look, options }) => {
      const context = await browser.newContext({ ...options, colorScheme: look })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(String(error)))
      await page.setContent(pageOf(pages[name] ?? [], look === 'dark'))
      await page.locator('body[data-drawn]').waitFor()
      await page.screenshot({ path: join(SHOTS, `${name}-${device}-${look}.png`), fullPage: true })
      const fits = async (what: string) => {
        expect(await page.evaluate(OVERFLOW), `${what} scrolls sideways`).toBe(0)
        expect(await page.evaluate(CUT), `${what}: words cut off`).toEqual([])
      }
      await fits('the card')
      const menus = await page.getByRole('button', { name: 'More…' }).all()
      for (const menu of menus) {
        await menu.click()
        expect(await menu.getAttribute('aria-expanded')).toBe('true')
      }
      if (menus.length > 0) {
        await page.screenshot({ path: join(SHOTS, `${name}-${device}-${look}-more.png`), fullPage: true })
        await fits('what opens')
      }
      expect(await page.locator('article').count()).toBe(pages[name]?.length)
      // What the renderer itself makes of a list of choices is its own affair.
      expect((await barriers(page)).filter((line) => line.startsWith('label'))).toEqual([])
      expect(complaints).toEqual([])
      await context.close()
    },
  )
})
