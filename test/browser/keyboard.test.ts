import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, noBrowser } from './browser.ts'
import { EVERYTHING, OPENING, STOP_DRAFT } from './samples.ts'
import { check, openPage, openStage, type Stage } from './stage.ts'

/** For hands that use no mouse, and for ears that read the page. */

const focus = (page: Page) => page.locator(':focus')
/** What a screen reader would call the thing that has the focus: `button "Copy"`. */
const focusName = async (page: Page) => {
  const [first = ''] = (await focus(page).ariaSnapshot()).split('\n')
  return /^- '?([a-z]+ "[^"]*")/.exec(first)?.[1] ?? first
}

describe.skipIf(noBrowser)('the chat page', () => {
  let browser: Browser
  let stage: Stage
  beforeAll(async () => {
    browser = await launch()
    stage = await openStage()
  })
  afterAll(async () => {
    await browser.close()
    await stage.stop()
  })

  it('goes by keyboard alone from an empty page to the words that may be posted', async () => {
    const { page, context, complaints } = await openPage(browser, stage)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])

    expect(await focusName(page)).toContain('textbox "Your draft"')
    await page.keyboard.insertText(STOP_DRAFT)
    await page.keyboard.press('Enter')
    await page.keyboard.type('See you soon')
    expect(await focus(page).inputValue()).toBe(`${STOP_DRAFT}\nSee you soon`)
    await page.keyboard.press('Control+Enter')

    await page.locator('.verdict h2:focus').waitFor()
    expect(await focusName(page)).toContain('heading "Stop Do not post this reply"')
    await page.keyboard.press('Tab')
    expect(await focusName(page)).toBe('button "Sarah. Finding 1: Stop"')

    const reason = page.getByRole('dialog')
    await page.keyboard.press('Enter')
    await reason.waitFor()
    expect(await reason.innerText()).toContain('Leave the name out')
    expect(await focusName(page)).toContain('dialog "1 Stop Sarah"')
    await page.keyboard.press('Escape')
    await reason.waitFor({ state: 'hidden' })
    expect(await focusName(page)).toBe('button "Sarah. Finding 1: Stop"')

    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await focusName(page)).toBe('button "last Tuesday. Findings 4, 3: Caution, Stop"')
    await page.keyboard.press('Space')
    expect(await reason.innerText()).toMatch(/day of a visit[\s\S]*came to you/)
    await page.keyboard.press('Tab')
    expect(await focusName(page)).toBe('button "Close"')
    await page.keyboard.press('Enter')
    await reason.waitFor({ state: 'hidden' })

    await page.keyboard.press('Tab')
    expect(await focusName(page)).toBe('button "Copy"')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^Thank you for your feedback\./)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('says a new result aloud, politely, and without the words of the draft', async () => {
    const { page, context } = await openPage(browser, stage)
    await check(page, STOP_DRAFT)
    const live = page.getByRole('status')
    await live.getByText('4 things in this draft').waitFor()
    expect((await live.getAttribute('aria-live')) ?? 'polite').toBe('polite')
    expect(await live.innerText()).not.toContain('Sarah')
    await context.close()
  })

  it('has a name for everything that a screen reader meets', async () => {
    const { page, context } = await openPage(browser, stage)
    const form = page.getByRole('form', { name: 'What are you about to post?' })
    expect(await form.getByRole('textbox', { name: 'Your draft' }).getAttribute('aria-required')).toBe('true')
    expect(await form.getByRole('combobox', { name: 'What is it?' }).inputValue()).toBe('auto')
    expect(await form.getByRole('combobox', { name: 'Where will it go?' }).inputValue()).toBe('auto')
    await form.getByText('More:').click()
    const answering = form.getByRole('textbox', { name: 'What are you answering?' })
    expect(await answering.ariaSnapshot()).toContain('textbox')
    expect(
      await page.locator(`#${(await answering.getAttribute('aria-describedby'))?.split(' ')[0]}`).innerText(),
    ).toBe('The review or comment, if there is one.')
    await check(page, STOP_DRAFT)
    expect(await page.getByRole('article', { name: 'You' }).innerText()).toContain('Thank you, Sarah!')
    const them = page.getByRole('article', { name: 'Chaperone' })
    expect(await them.getByRole('region', { name: 'Stop Do not post this reply' }).count()).toBe(1)
    expect(await them.getByRole('group', { name: 'Your draft' }).getByRole('button').count()).toBe(4)
    const findings = them.getByRole('region', { name: 'What was found' })
    expect(await findings.getByRole('listitem').count()).toBe(4)
    expect(await findings.getByRole('heading', { name: '4 Caution last Tuesday' }).count()).toBe(1)
    for (const term of ['What it says', 'Why it is a risk', 'Instead', 'Source']) {
      expect(await findings.getByRole('term').filter({ hasText: term }).count()).toBe(4)
    }
    await context.close()
  })

  it('opens a reason by click, closes it by a second one, and by a click elsewhere', async () => {
    const { page, context } = await openPage(browser, stage)
    await check(page, STOP_DRAFT)
    const mark = page.getByRole('button', { name: /Finding 2/ })
    const reason = page.getByRole('dialog')
    await mark.click()
    expect(await mark.getAttribute('aria-expanded')).toBe('true')
    await mark.click()
    await reason.waitFor({ state: 'hidden' })
    expect(await mark.getAttribute('aria-expanded')).toBe('false')
    await mark.click()
    await page.getByRole('button', { name: /Finding 1/ }).click()
    expect(await reason.innerText()).toContain('by a name')
    expect(await mark.getAttribute('aria-expanded')).toBe('false')
    await page.locator('footer').click()
    await reason.waitFor({ state: 'hidden' })
    await context.close()
  })

  it('goes on after an answer: through the bot’s own buttons, or by its own', async () => {
    const short = await openStage(({ body }) =>
      body.type === 'opened'
        ? OPENING
        : { blocks: [{ type: 'text', text: 'There are no words here.' }], summary: 'None.' },
    )
    const { page, context } = await openPage(browser, short)
    await page.getByLabel('What is it?').selectOption('review_reply')
    await page.getByLabel('Your draft').fill('?!')
    await page.keyboard.press('Control+Enter')
    await page.getByText('There are no words here.').waitFor()
    expect(await page.getByRole('article', { name: 'You' }).innerText()).toMatch(
      /\?![\s\S]*A reply to a review/,
    )

    await page.getByRole('button', { name: 'Change this draft' }).click()
    expect(await focusName(page)).toContain('textbox "Your draft"')
    expect(await focus(page).inputValue()).toBe('?!')
    expect(await page.getByLabel('What is it?').inputValue()).toBe('review_reply')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Check another' }).click()
    expect(await focus(page).inputValue()).toBe('')
    expect(await page.locator('form').count()).toBe(1)
    expect(await page.evaluate('localStorage.length + sessionStorage.length + document.cookie.length')).toBe(
      0,
    )
    await context.close()
    await short.stop()
  })

  it('fills in every kind of field, and says which one is missing', async () => {
    const every = await openStage(() => EVERYTHING)
    const { page, context } = await openPage(browser, every)
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await focusName(page)).toContain('textbox "Short text"')
    expect(await focus(page).getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByText('Please fill this in').count()).toBe(5)
    await page.getByLabel('Short text').fill('a b')
    await page.getByLabel('Day').fill('2026-11-21')
    await page.getByLabel('How many').fill('3')
    await page.getByLabel('One of two').selectOption('X')
    await page.getByRole('group', { name: 'Any of these' }).getByLabel('Blue').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('article', { name: 'You' }).waitFor()
    await page.getByRole('button', { name: 'Go on' }).last().click()
    await page.getByRole('article', { name: 'You' }).nth(1).waitFor()
    const values = { who: 'a b', when: '2026-11-21', many: '3', one: 'x', some: ['blue'] }
    expect(every.events.map(({ body }) => body)).toEqual([
      { type: 'opened' },
      { type: 'form', form: 'a/all', values },
      { type: 'button', action: 'a/go', value: '' },
    ])
    await context.close()
    await every.stop()
  })

  it('opens “More…” by keyboard, closes it by Escape, and after a choice', async () => {
    const every = await openStage(() => EVERYTHING)
    const { page, context } = await openPage(browser, every)
    const more = page.getByRole('button', { name: 'More…' }).first()
    const hidden = page.getByRole('button', { name: 'Something else' }).first()
    expect([await more.getAttribute('aria-expanded'), await hidden.isVisible()]).toEqual(['false', false])

    await more.focus()
    await page.keyboard.press('Enter')
    expect([await more.getAttribute('aria-expanded'), await hidden.isVisible()]).toEqual(['true', true])
    const list = page.locator(`#${await more.getAttribute('aria-controls')}`)
    expect(await list.getByRole('button').count()).toBe(3)
    // What opened comes next.
    await page.keyboard.press('Tab')
    expect(await focusName(page)).toBe('button "Something else"')
    await page.keyboard.press('Escape')
    expect(await hidden.isVisible()).toBe(false)
    expect(await focusName(page)).toContain('button "More…"')

    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('article', { name: 'You' }).waitFor()
    expect(every.events.at(-1)?.body).toEqual({ type: 'button', action: 'a/other', value: 'x' })
    expect(await more.getAttribute('aria-expanded')).toBe('false')
    expect(await focus(page).isVisible()).toBe(true)
    await context.close()
    await every.stop()
  })

  it('has one copy button for one suggestion', async () => {
    const text = 'Thank you for your feedback.'
    const copy = { action: 'a/copy', label: 'Copy these words', value: text, does: 'copy' as const }
    const twice = await openStage(() => ({
      blocks: [
        { type: 'suggestion', label: 'Instead', text },
        { type: 'note', text: 'Taken out: a name' },
        { type: 'buttons', buttons: [copy] },
        { type: 'buttons', buttons: [copy, { action: 'a/go', label: 'Other words' }] },
      ],
      summary: 'Words.',
    }))
    const { page, context } = await openPage(browser, twice)
    await page.getByRole('button', { name: 'Other words' }).waitFor()
    expect(await page.getByRole('button', { name: /^Copy/ }).allInnerTexts()).toEqual(['Copy'])
    await context.close()
    await twice.stop()
  })

  it('takes plain messages where the bot opens without a form', async () => {
    const plain = await openStage(() => ({ blocks: [{ type: 'text', text: 'Hello.' }], summary: 'Hello.' }))
    const { page, context } = await openPage(browser, plain)
    await page.getByLabel('Your message').fill('can I repost this?')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('article', { name: 'You' }).waitFor()
    expect(plain.events.at(-1)?.body).toEqual({ type: 'message', text: 'can I repost this?' })
    await context.close()
    await plain.stop()
  })
})
