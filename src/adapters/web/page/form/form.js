/** @import { Block, Field } from '../../../../bot/reply.ts' */
import { clip } from '../draft/cut.js'
import { el, freshId } from '../element.js'
import { drawField } from './field.js'

/**
 * @typedef {Extract<Block, { type: 'form' }>} Form
 * @typedef {Record<string, string | string[]>} Values
 * @typedef {{ form: Form, values: Values, files: File[], said: string, choices: string }} Filled
 */

/** From when on somebody who waits is told what for, in milliseconds. */
const WAITING_MS = 2000

const NOTHING = 'Write or paste your words, or choose a photo.'

/** Fields that one screen can hold; further ones that nobody has to fill in fold away. */
const ALWAYS = 3
const SAID_CHARS = 110

const APPLE = /Mac|iPhone|iPad/.test(navigator.platform)

/**
 * What the person said, for their side of the conversation: the long words, and each choice that they changed.
 *
 * @param {Form} form
 * @param {Values} values
 * @param {readonly File[]} files
 */
function recap(form, values, files) {
  const long = form.fields.find((field) => field.type === 'longtext' && values[field.name])
  const chosen = form.fields.flatMap((field) => {
    const value = values[field.name]
    if (field === long || !value?.length || String(value) === String(field.initial ?? '')) return []
    const labels = [value].flat().map((one) => field.options?.find((o) => o.value === one)?.label ?? one)
    return clip(labels.join(', '), 80)
  })
  const words = long ? String(values[long.name]) : ''
  const photos = files.length === 0 ? [] : [files.length === 1 ? 'A photo' : `${files.length} photos`]
  const [alone = form.title] = photos
  return {
    said: words.trim() ? clip(words, SAID_CHARS) : alone,
    choices: [...(words.trim() ? photos : []), ...chosen].join(' · '),
  }
}

/**
 * @param {Form} form
 * @param {Values} given what stands in the fields at first, over their own `initial`
 * @param {(filled: Filled) => Promise<string | undefined>} submit resolves with a line when it did not go through
 * @param {boolean} [titled] a heading stands right above: the form's own title is for those who do not see it
 */
export function drawForm(form, given, submit, titled = false) {
  const fields = form.fields.map((field, index) =>
    drawField(field, given[field.name] ?? field.initial, index === 0),
  )
  const folds = (/** @type {Field} */ field, /** @type {number} */ index) =>
    index >= ALWAYS && !field.required && field.type !== 'files'
  const open = fields.filter((_, index) => !folds(/** @type {Field} */ (form.fields[index]), index))
  const folded = fields.filter((one) => !open.includes(one))

  const troubleId = freshId()
  const trouble = el('p', { class: 'trouble', id: troubleId, role: 'alert' })
  const button = el(
    'button',
    { type: 'submit', class: 'button primary', 'aria-describedby': troubleId },
    form.submit,
  )
  const keys = el('span', { class: 'keys', 'aria-hidden': 'true' }, APPLE ? '⌘ Return' : 'Ctrl + Enter')
  const titleId = freshId()
  const node = el(
    'form',
    // Off: a browser that offers to restore a form writes what was typed to its disk.
    { class: 'card form', novalidate: true, autocomplete: 'off', 'aria-labelledby': titleId },
    el('h2', { id: titleId, class: titled ? 'unseen' : '' }, form.title),
    el('div', { class: 'fields' }, ...open.map((field) => field.node)),
  )
  if (folded.length > 0) {
    const labels = folded.map(({ label }) => label).join(' · ')
    const filled = folded.some(({ changed }) => changed())
    const summary = el('summary', {}, el('span', {}, 'More: '), labels)
    const inner = el('div', { class: 'fields' }, ...folded.map((field) => field.node))
    node.append(el('details', { open: filled }, summary, inner))
  }
  node.append(el('div', { class: 'go' }, button, keys), trouble)

  for (const { photos } of fields) photos?.listen(node)
  const photos = () => fields.flatMap((field) => field.photos?.files ?? [])

  let sending = false
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting
  /** @param {boolean} on */
  const hold = (on) => {
    sending = on
    node.setAttribute('aria-busy', String(on))
    button.textContent = on ? 'Reading…' : form.submit
    clearTimeout(waiting)
    const looking = () => {
      button.textContent = 'Looking at the photo…'
    }
    if (on && photos().length > 0) waiting = setTimeout(looking, WAITING_MS)
    for (const field of fields) field.hold(on)
  }
  node.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (sending) return
    const missing = fields.filter((field) => !field.complete())
    if (missing[0]) return missing[0].focus()
    const files = photos()
    const words = String(fields[0]?.value() ?? '').trim()
    if (files.length === 0 && words === '' && fields.some((field) => field.photos)) {
      trouble.textContent = NOTHING
      return fields[0]?.focus()
    }
    /** @type {Values} */
    const values = {}
    for (const field of fields) if (field.value().length > 0) values[field.name] = field.value()
    trouble.textContent = ''
    hold(true)
    const line = await submit({ form, values, files, ...recap(form, values, files) })
    hold(false)
    if (line) trouble.textContent = line
  })
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    node.requestSubmit()
  })
  const untouched = () => !sending && fields.every((field) => !field.changed())
  return { node, untouched, focus: () => fields[0]?.focus() }
}
