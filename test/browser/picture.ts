import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Event } from '../../src/bot/event.ts'
import type { SkillContext } from '../../src/bot/skill.ts'
import { openEngine } from '../../src/library.ts'
import { createCheck } from '../../src/skills/check/skill.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'
import { launch } from './browser.ts'
import { DESK, openPage, openStage } from './stage.ts'

/**
 * Takes the picture that the README shows: what the rules of today say of one reply to a review.
 * `node test/browser/picture.ts` writes docs/chat-page.png.
 */
const DRAFT =
  "Thank you, Sarah! We're so glad your tummy tuck turned out beautifully! See you at your follow-up on Tuesday."
const FILE = fileURLToPath(new URL('../../docs/chat-page.png', import.meta.url))

const check = createCheck(openEngine())
const ports = fakePorts()
const stage = await openStage(async (given) => {
  const event = Event.parse(given)
  const { body } = event
  const values = body.type === 'form' ? body.values : {}
  const context = { event, practice: {}, roles: new Set(['staff']), ports } as unknown as SkillContext
  const intent = { skill: 'check', name: body.type === 'form' ? 'draft' : 'open', text: '', values }
  const [reply] = await check.run(intent, context)
  if (!reply) throw new Error('the check skill said nothing')
  return reply
})
const browser = await launch()
const { page } = await openPage(browser, stage, { ...DESK, colorScheme: 'light' })
await page.locator('textarea').first().fill(DRAFT)
await page.locator('select').first().selectOption('review_reply')
await page.keyboard.press('Control+Enter')
await page.locator('.verdict').waitFor()
await page.evaluate('scrollTo(0, 0)')
mkdirSync(new URL('../../docs/', import.meta.url), { recursive: true })
await page.screenshot({ path: FILE })
await browser.close()
await stage.stop()
