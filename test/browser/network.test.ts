import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, noBrowser } from './browser.ts'
import { OPENING, STOP_DRAFT, stopReply } from './samples.ts'
import { barriers, openPage, openStage, usualBot } from './stage.ts'

/** What the person sees when the line breaks, and that nothing happens twice. */

describe.skipIf(noBrowser)('the chat page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  const button = (page: Page) => page.getByRole('button', { name: 'Check it' })
  const idsSent = (page: Page) => {
    const ids: string[] = []
    page.on('request', (request) => {
      const sent = request.postDataJSON() as { id: string } | null
      if (sent) ids.push(sent.id)
    })
    return ids
  }

  it('keeps the words when it is offline, and sends the same event again', async () => {
    const stage = await openStage()
    const { page, context } = await openPage(browser, stage)
    const ids = idsSent(page)
    await page.getByLabel('Your draft').fill(STOP_DRAFT)
    await context.setOffline(true)
    await button(page).click()
    const line = page.getByRole('alert').filter({ hasText: 'cannot be reached' })
    await line.waitFor()
    expect(await line.innerText()).not.toContain('\n')
    expect(await page.getByLabel('Your draft').inputValue()).toBe(STOP_DRAFT)
    expect(await barriers(page)).toEqual([])
    await context.setOffline(false)
    await button(page).click()
    await page.locator('.verdict').waitFor()
    expect(new Set(ids).size).toBe(1)
    expect(ids).toHaveLength(2)
    expect(stage.events.filter(({ body }) => body.type === 'form')).toHaveLength(1)
    await context.close()
    await stage.stop()
  })

  it('gets the answer that was lost on its way, without a second check', async () => {
    const stage = await openStage()
    const { page, context } = await openPage(browser, stage)
    const ids = idsSent(page)
    const lose = async (route: Route) => {
      await route.fetch()
      await route.abort('connectionreset')
    }
    await page.route('**/api/event', lose, { times: 1 })
    await page.getByLabel('Your draft').fill(STOP_DRAFT)
    await button(page).click()
    await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor()
    await button(page).click()
    await page.locator('.verdict').waitFor()
    expect(new Set(ids).size).toBe(1)
    expect(stage.events.filter(({ body }) => body.type === 'form')).toHaveLength(1)
    await context.close()
    await stage.stop()
  })

  it('makes a new event of changed words', async () => {
    const stage = await openStage()
    const { page, context } = await openPage(browser, stage)
    const ids = idsSent(page)
    await page.route('**/api/event', (route) => route.abort(), { times: 1 })
    await page.getByLabel('Your draft').fill('one')
    await button(page).click()
    await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor()
    await page.getByLabel('Your draft').fill('two')
    await button(page).click()
    await page.locator('.verdict').waitFor()
    expect(new Set(ids).size).toBe(2)
    await context.close()
    await stage.stop()
  })

  it.each([
    [
      'fails',
      { status: 500, json: { error: { code: 'failed', message: 'It could not be done.' } } },
      'It could not be done.',
    ],
    [
      'refuses',
      { status: 413, json: { error: { code: 'too_large', message: 'That is too long.' } } },
      'That is too long.',
    ],
    [
      'answers in another tongue',
      { status: 200, body: '<html>proxy</html>' },
      'The answer could not be read.',
    ],
  ])('says one line when the server %s', async (_name, answer, words) => {
    const stage = await openStage()
    const { page, context } = await openPage(browser, stage)
    await page.route('**/api/event', (route) => route.fulfill(answer))
    await page.getByLabel('Your draft').fill('kept')
    await button(page).click()
    await page.getByRole('alert').filter({ hasText: words }).waitFor()
    expect(await page.getByLabel('Your draft').inputValue()).toBe('kept')
    expect(await button(page).innerText()).toBe('Check it')
    await context.close()
    await stage.stop()
  })

  it('sends once however often the button is pressed, and holds the words meanwhile', async () => {
    const gate = Promise.withResolvers<void>()
    const stage = await openStage(async (event) => {
      if (event.body.type === 'opened') return OPENING
      await gate.promise
      return stopReply(STOP_DRAFT)
    })
    const { page, context } = await openPage(browser, stage)
    const ids = idsSent(page)
    await page.getByLabel('Your draft').fill(STOP_DRAFT)
    await button(page).dblclick()
    await page.keyboard.press('Control+Enter')
    const reading = page.getByRole('button', { name: 'Reading…' })
    await reading.click()
    expect(await page.getByLabel('Your draft').isEditable()).toBe(false)
    gate.resolve()
    await page.locator('.verdict').waitFor()
    expect(ids).toHaveLength(1)
    await context.close()
    await stage.stop()
  })

  it('that finds nobody at first can try again', async () => {
    let fails = true
    const stage = await openStage((event) => {
      if (!fails) return usualBot(event)
      fails = false
      throw new Error('not yet')
    })
    const { page, context } = await openPage(browser, stage)
    await page.getByRole('alert').waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByLabel('Your draft').waitFor()
    await context.close()
    await stage.stop()
  })

  it('opens under no other name, even one that leads to this machine', async () => {
    const stage = await openStage()
    const context = await browser.newContext()
    const page = await context.newPage()
    // The browser resolves every name below localhost to this machine: what a rebound name does.
    const rebound = await page.goto(`http://evil.localhost:${stage.port}/`)
    expect(rebound?.status()).toBe(403)
    await context.close()
    await stage.stop()
  })

  it('cannot be used by another site’s page', async () => {
    const [stage, other] = await Promise.all([openStage(), openStage()])
    const { page, context } = await openPage(browser, other)
    // The other site's own policy would stop it first; an attacker sends none.
    await page.route(`${other.url}/evil`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>evil' }),
    )
    await page.goto(`${other.url}/evil`)
    const before = stage.events.length
    const sent = (
      type: string,
      mode: string,
    ) => `fetch('${stage.url}/api/event', { method: 'POST', mode: '${mode}',
      headers: { 'content-type': '${type}' }, body: '{"id":"x","session":"y","body":{"type":"opened"}}' })
      .then((r) => r.type + r.status, () => 'refused')`
    expect(await page.evaluate(sent('application/json', 'cors'))).toBe('refused')
    expect(await page.evaluate(sent('text/plain', 'cors'))).toBe('refused')
    await page.evaluate(sent('text/plain', 'no-cors'))
    expect(stage.events).toHaveLength(before)
    await context.close()
    await Promise.all([stage.stop(), other.stop()])
  })
})
