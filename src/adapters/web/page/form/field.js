/** @import { Field } from '../../../../bot/reply.ts' */
import { el, freshId } from '../element.js'
import { drawFiles } from './files.js'
import { drawLongtext, UNWATCHED } from './longtext.js'

/**
 * @typedef {object} Drawn
 * @property {string} label
 * @property {string} name
 * @property {HTMLElement} node
 * @property {() => string | string[]} value
 * @property {() => boolean} changed differs from what the form starts with
 * @property {() => boolean} complete says so on the page when something is missing
 * @property {() => void} focus
 * @property {(on: boolean) => void} hold nothing may change while it is being sent
 * @property {import('./files.js').Photos} [photos] what it holds instead of words
 *
 * @typedef {Record<string, string>} About attributes that tie a control to its hint and its error
 */

/** @param {Field} field @param {string} value @param {About} about */
function drawSelect(field, value, about) {
  const options = field.options ?? []
  const select = el('select', about)
  // Without this the browser would choose the first option for somebody who chose nothing.
  if (!options.some((option) => option.value === value))
    select.append(el('option', { value: '' }, 'Please choose'))
  for (const option of options) {
    select.append(el('option', { value: option.value, selected: option.value === value }, option.label))
  }
  return select
}

/** @param {Field} field @param {string} value @param {About} about */
function drawInput({ type }, value, about) {
  const kind = type === 'number' || type === 'date' ? { type } : { type: 'text', dir: 'auto' }
  const input = el('input', { ...about, ...UNWATCHED, ...kind })
  input.value = value
  return input
}

/** @param {Field} field @param {string} value @param {boolean} first */
function drawOne(field, value, first) {
  const [id, hintId, errorId] = [freshId(), freshId(), freshId()]
  const needed = field.required ? { 'aria-required': 'true' } : {}
  const about = { id, 'aria-describedby': `${hintId} ${errorId}`, ...needed }
  const control =
    field.type === 'choice'
      ? drawSelect(field, value, about)
      : field.type === 'longtext'
        ? drawLongtext(value, about, first)
        : drawInput(field, value, about)
  const select = control instanceof HTMLSelectElement
  const error = el('p', { class: 'trouble', id: errorId })
  const wide = field.type === 'longtext' || field.type === 'text' ? 'wide' : ''
  const node = el(
    'div',
    { class: `field ${wide}` },
    el('label', { for: id, class: 'label' }, field.label),
    el('p', { class: 'hint', id: hintId }, field.hint ?? ''),
    select ? el('div', { class: 'select' }, control) : control,
    error,
  )
  return {
    node,
    value: () => control.value,
    focus: () => control.focus(),
    /** @param {string} line */
    complain(line) {
      error.textContent = line
      control.setAttribute('aria-invalid', String(line !== ''))
    },
    /** Read-only keeps the focus and the cursor where they are; a select knows only "disabled". @param {boolean} on */
    hold(on) {
      if (select) control.disabled = on
      else control.readOnly = on
    },
  }
}

/** @param {Field} field @param {readonly string[]} values */
function drawSeveral(field, values) {
  const [hintId, errorId] = [freshId(), freshId()]
  const error = el('p', { class: 'trouble', id: errorId })
  const boxes = (field.options ?? []).map((option) => ({
    box: el('input', { type: 'checkbox', value: option.value, checked: values.includes(option.value) }),
    label: option.label,
  }))
  const node = el(
    'fieldset',
    { class: 'field wide', 'aria-describedby': `${hintId} ${errorId}` },
    el('legend', { class: 'label' }, field.label),
    el('p', { class: 'hint', id: hintId }, field.hint ?? ''),
    el(
      'div',
      { class: 'ticks' },
      ...boxes.map(({ box, label }) => el('label', { class: 'tick' }, box, label)),
    ),
    error,
  )
  return {
    node,
    value: () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value),
    focus: () => boxes[0]?.box.focus(),
    /** @param {string} line */
    complain(line) {
      error.textContent = line
    },
    /** @param {boolean} on */
    hold(on) {
      node.disabled = on
    },
  }
}

/**
 * @param {Field} field
 * @param {string | string[] | undefined} initial
 * @param {boolean} first the field that the form is about
 * @returns {Drawn}
 */
export function drawField(field, initial, first) {
  if (field.type === 'files') return drawFiles(field)
  const values = [initial ?? []].flat()
  const drawn = field.type === 'choices' ? drawSeveral(field, values) : drawOne(field, values[0] ?? '', first)
  const start = String(field.initial ?? '')
  return {
    ...drawn,
    name: field.name,
    label: field.label,
    changed: () => String(drawn.value()) !== start,
    complete() {
      const missing = field.required && String(drawn.value()).trim() === ''
      drawn.complain(missing ? 'Please fill this in.' : '')
      return !missing
    },
  }
}
