import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { createWeb, type Web } from '../../src/adapters/web/server.ts'
import type { Reply } from '../../src/bot/reply.ts'
import { launch, noBrowser } from '../browser/browser.ts'
import { quietLog, testClock } from '../browser/stage.ts'
import { platformContract, type Stage } from './platform.contract.ts'

/** Through the server as a page would ask for it, drawn by the page's own modules in a real browser. */

const LOAD = `Promise.all(['draw', 'draft/reason', 'form/form'].map((name) => import('/page/' + name + '.js')))
  .then(([{ drawReply }, { createReason }, { drawForm }]) => {
    const hands = { reason: createReason(), announce() {}, press() {}, form: (form) => drawForm(form, {}, async () => {}).node }
    globalThis.show = (id) => fetch('/api/event', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, session: 'contract', body: { type: 'opened' } }),
    }).then((response) => response.json())
      .then(({ replies }) => document.querySelector('main').replaceChildren(...replies.flatMap((r) => drawReply(r, hands))))
  })`

/** The letters on the page, those in fields, lists and behind pictures, and the numbers that the style sheet draws. */
const DRAWN = `[
  // One press away counts as readable.
  ...[...document.querySelectorAll('.fold[aria-expanded=false]')].map((fold) => fold.click()),
  document.querySelector('main').innerText,
  ...[...document.querySelectorAll('main textarea, main option')].map((node) => node.value + ' ' + node.text),
  ...[...document.querySelectorAll('[data-number]')].map((node) => node.dataset.number),
  ...[...document.querySelectorAll('main img')].map((node) => node.alt),
].join('\\n')`

/** What the page never makes of words: other elements, and attributes that load or run something; a picture is no words. */
const ACTING = `[...document.querySelectorAll('main *')]
  .filter((node) => !(node.localName === 'img' && /^data:image\\/(png|jpeg);base64,/.test(node.src)))
  .filter((node) => /^(a|script|img|iframe|object|embed|style|link|base|video|audio|b)$/.test(node.localName)
    || [...node.attributes].some(({ name }) => /^(on|src|href|style|action)/.test(name)))
  .map((node) => node.outerHTML.slice(0, 200))`

if (noBrowser) describe.skip('the web platform', () => it('needs a browser'))
else {
  let browser: Browser
  let web: Web
  let page: Page
  let next: Reply | undefined
  let shown = 0
  let complaints: string[] = []

  beforeAll(async () => {
    web = createWeb({
      handle: async (event, platform) => {
        if (next) await platform.deliver(next, event as Parameters<typeof platform.deliver>[1])
        return 'done'
      },
      clock: testClock,
      ids: { next: () => 'unused' },
      health: { ready: async () => ({}) },
      host: '127.0.0.1',
      port: 0,
      log: quietLog,
    })
    browser = await launch()
    page = await browser.newPage()
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('dialog', (dialog) => {
      complaints.push(dialog.message())
      void dialog.dismiss()
    })
    const { port } = await web.start()
    await page.goto(`http://127.0.0.1:${port}`)
    await page.evaluate(LOAD)
  })
  afterAll(async () => {
    await browser.close()
    await web.stop()
  })

  platformContract('web', async (): Promise<Stage> => {
    let drawn = ''
    let acting: string[] = []
    complaints = []
    return {
      platform: {
        async deliver(reply) {
          next = reply
          shown += 1
          await page.evaluate(`show('s${shown}')`)
          drawn = await page.evaluate<string>(DRAWN)
          acting = [...(await page.evaluate<string[]>(ACTING)), ...complaints]
        },
      },
      drawn: () => drawn,
      acting: () => acting,
      close: async () => {},
    }
  })
}
