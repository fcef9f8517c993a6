/** @import { Body, FileRef } from '../../../bot/event.ts' */
/** @import { Reply } from '../../../bot/reply.ts' */
/** @import { Filled, Form, Values } from './form/form.js' */
import { postEvent, postFiles } from './api.js'
import { createReason } from './draft/reason.js'
import { drawReply } from './draw.js'
import { el } from './element.js'
import { drawForm } from './form/form.js'

/** Where the bot opens without any form, words still have a way in. @type {Form} */
const COMPOSER = {
  type: 'form',
  form: '',
  title: 'Write to Chaperone',
  submit: 'Send',
  fields: [{ name: 'text', label: 'Your message', type: 'longtext', required: true }],
}

/** @param {Filled} filled @param {FileRef[]} refs @returns {Body} */
const toBody = ({ form, values }, refs) => {
  const files = refs.length > 0 ? { files: refs } : {}
  return form === COMPOSER
    ? { type: 'message', text: String(values.text ?? ''), ...files }
    : { type: 'form', form: form.form, values, ...files }
}

/** @param {string} said @param {string} [choices] */
const drawYou = (said, choices) =>
  el(
    'article',
    { class: 'turn you', 'aria-label': 'You' },
    el('p', { dir: 'auto', translate: 'no' }, said),
    choices ? el('p', { class: 'hint' }, choices) : null,
  )

/** @param {readonly HTMLElement[]} nodes */
const drawThem = (nodes) =>
  el('article', { class: 'turn', 'aria-label': 'Chaperone', tabindex: -1 }, ...nodes)

/** Takes a form away, and the words that only led to it. @param {HTMLElement} form */
function leave(form) {
  const turn = form.closest('.turn')
  form.remove()
  if (!turn?.querySelector('.verdict, .card, .buttons')) turn?.remove()
}

/** Whether an answer says by itself how to go on. @param {readonly Reply[]} replies */
const goesOn = (replies) =>
  replies.some(({ blocks }) =>
    blocks.some(
      (block) =>
        block.type === 'form' ||
        (block.type === 'buttons' && block.buttons.some(({ does }) => does === 'send')),
    ),
  )

/**
 * The conversation: what was said on both sides, one event at a time. All of it lives in this page's memory and
 * goes with the tab.
 *
 * @param {HTMLElement} root
 * @param {HTMLElement} live an element with role "status"
 */
export function createTalk(root, live) {
  const session = crypto.randomUUID()
  const reason = createReason()
  const next = el('div', { class: 'buttons next' })
  let busy = false
  /** The event of which nobody knows whether it was done. @type {{ key: string, id: string } | undefined} */
  let unanswered
  /** What the bot opened with: "Check another" draws it again. @type {Form} */
  let opening = COMPOSER
  /** Forms on the page that nobody sent. @type {ReturnType<typeof drawForm>[]} */
  let forms = []

  /** @param {string} line */
  const announce = (line) => {
    // Emptied first, so that the same words twice are still two announcements.
    live.textContent = ''
    requestAnimationFrame(() => {
      live.textContent = line
    })
  }

  /** @param {Body} body @returns {Promise<Reply[] | string>} a string is the line that says what went wrong */
  async function ask(body) {
    if (busy) return 'Chaperone is still reading. One moment, please.'
    busy = true
    const key = JSON.stringify(body)
    const id = unanswered?.key === key ? unanswered.id : crypto.randomUUID()
    const answer = await postEvent({ id, session, body })
    busy = false
    unanswered = answer.ok || !answer.again ? undefined : { key, id }
    return answer.ok ? answer.replies : answer.line
  }

  /** Photos that were handed in and not asked about yet: trying again must be the same event. */
  /** @type {{ files: readonly File[], refs: FileRef[] }} */
  let kept = { files: [], refs: [] }

  /** @param {readonly File[]} files @returns {Promise<FileRef[] | string>} */
  async function handedIn(files) {
    if (files.length === kept.files.length && files.every((file, i) => file === kept.files[i]))
      return kept.refs
    const refs = await postFiles(session, files)
    if (typeof refs !== 'string') kept = { files: [...files], refs }
    return refs
  }

  /** @param {Form} form @param {Values} [values] @param {boolean} [titled] */
  function ownForm(form, values = {}, titled = false) {
    const submit = async (/** @type {Filled} */ filled) => {
      const refs = await handedIn(filled.files)
      if (typeof refs === 'string') return refs
      const replies = await ask(toBody(filled, refs))
      if (typeof replies === 'string') return replies
      leave(drawn.node)
      say(drawYou(filled.said, filled.choices), replies, filled)
      return undefined
    }
    const drawn = drawForm(form, values, submit, titled)
    forms.push(drawn)
    return drawn
  }

  /** One empty form is enough; one in which somebody wrote stays. @param {HTMLElement} newest */
  function clearForms(newest) {
    if (!newest.querySelector('form')) return
    for (const { node, untouched } of forms) if (!newest.contains(node) && untouched()) leave(node)
    forms = forms.filter(({ node }) => node.isConnected)
  }

  /** Draws a form at the end and goes there. @param {Form} form @param {Values} [values] */
  function fillIn(form, values) {
    const drawn = ownForm(form, values)
    const turn = drawThem([drawn.node])
    next.remove()
    root.append(turn)
    clearForms(turn)
    drawn.focus()
    drawn.node.scrollIntoView({ block: 'start' })
  }

  /** A way on, where the answer itself offers none. @param {readonly Reply[]} replies @param {Filled} [filled] */
  function offerNext(replies, filled) {
    next.remove()
    if (goesOn(replies)) return
    /** @param {string} label @param {() => void} onclick */
    const button = (label, onclick) => el('button', { type: 'button', class: 'button plain', onclick }, label)
    const another = button('Check another', () => fillIn(opening))
    const change = filled && button('Change this draft', () => fillIn(filled.form, filled.values))
    next.replaceChildren(...(change ? [change, another] : [another]))
    root.append(next)
  }

  /** @param {HTMLElement} mine @param {Reply[]} replies @param {Filled} [filled] */
  function say(mine, replies, filled) {
    const theirs = drawThem(replies.flatMap((reply) => drawReply(reply, hands)))
    root.append(mine, theirs)
    clearForms(theirs)
    offerNext(replies, filled)
    // A verdict is read first; where there is none, a form is what the person asked for.
    const verdict = theirs.querySelector('.verdict h2')
    const form = forms.find(({ node }) => theirs.contains(node))
    if (verdict instanceof HTMLElement) verdict.focus({ preventScroll: true })
    else if (form) form.focus()
    else theirs.focus({ preventScroll: true })
    mine.scrollIntoView({ block: 'start' })
    announce(replies.map((reply) => reply.summary).join(' '))
  }

  /** @type {import('./draw.js').Hands} */
  const hands = {
    reason,
    announce,
    form: (form, titled) => ownForm(form, {}, titled).node,
    press: async (button, node) => {
      node.setAttribute('aria-busy', 'true')
      const replies = await ask({ type: 'button', action: button.action, value: button.value })
      node.setAttribute('aria-busy', 'false')
      const row = node.parentElement
      row?.querySelector('.trouble')?.remove()
      if (typeof replies === 'string') row?.append(el('p', { class: 'trouble', role: 'alert' }, replies))
      else say(drawYou(button.label), replies)
      return typeof replies !== 'string'
    },
  }

  /** Says that the page is open, and draws what the bot opens with. */
  async function open() {
    const replies = await ask({ type: 'opened' })
    if (typeof replies === 'string') {
      const again = el('button', { type: 'button', class: 'button primary', onclick: open }, 'Try again')
      const trouble = el('p', { class: 'trouble', role: 'alert' }, replies)
      root.replaceChildren(drawThem([trouble, el('div', { class: 'buttons' }, again)]))
      return
    }
    const form = replies.flatMap((reply) => reply.blocks).find((block) => block.type === 'form')
    if (form) opening = form
    root.replaceChildren(drawThem(replies.flatMap((reply) => drawReply(reply, hands))))
    if (!form) root.append(drawThem([ownForm(COMPOSER).node]))
    // A finger would get the keyboard over half of the screen before it asked for it.
    if (matchMedia('(pointer: fine)').matches) root.querySelector('textarea')?.focus()
  }

  return { open }
}
