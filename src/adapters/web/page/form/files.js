/** @import { Field } from '../../../../bot/reply.ts' */
import { clip } from '../draft/cut.js'
import { el, freshId } from '../element.js'

const MOST = 10
const PICTURES = 'image/*,video/*,.heic,.heif,.avif'
const HINT = 'Choose, drop or paste them. They stay on this computer.'
/** Browsers that do not know a type leave it empty. @type {Readonly<Record<string, string>>} */
const TYPES = { heic: 'image/heic', heif: 'image/heif', avif: 'image/avif', mov: 'video/quicktime' }

/** @param {File} file */
const typeOf = (file) => file.type || TYPES[file.name.split('.').pop()?.toLowerCase() ?? ''] || ''
/** @param {File} file */
const isPicture = (file) => /^(?:image|video)\//.test(typeOf(file))

/** Photos that go with a form, by their names; the form itself takes what is dropped or pasted onto it. */
export class Photos {
  /** @type {File[]} */
  files = []

  /** @param {Field} field */
  constructor({ label, hint }) {
    const [labelId, hintId, errorId] = [freshId(), freshId(), freshId()]
    this.input = el('input', { type: 'file', accept: PICTURES, multiple: true, hidden: true, tabindex: -1 })
    this.button = el(
      'button',
      { type: 'button', class: 'button plain', 'aria-describedby': `${labelId} ${hintId} ${errorId}` },
      'Choose photos',
    )
    this.button.addEventListener('click', () => this.input.click())
    this.input.addEventListener('change', () => {
      this.add(this.input.files ?? [])
      // So that the same file can be chosen again after it was taken away.
      this.input.value = ''
    })
    this.list = el('ul', { class: 'photos' })
    this.error = el('p', { class: 'trouble', id: errorId, role: 'alert' })
    this.node = el(
      'div',
      { class: 'field wide drop' },
      el('span', { class: 'label', id: labelId }, label),
      el('p', { class: 'hint', id: hintId }, hint ?? HINT),
      this.input,
      this.button,
      this.list,
      this.error,
    )
  }

  /** @param {Iterable<File>} given */
  add(given) {
    const all = [...given]
    const pictures = all.filter(isPicture)
    this.files = [...this.files, ...pictures].slice(0, MOST)
    const left = pictures.length > 0 && this.files.length === MOST
    this.error.textContent =
      pictures.length < all.length
        ? 'I look at photos and short videos. Another kind of file, please let a colleague read.'
        : left
          ? `${MOST} photos at a time are the most.`
          : ''
    this.draw()
  }

  draw() {
    const rows = this.files.map((file, index) => {
      const name = clip(file.name || 'Pasted photo', 60)
      const away = () => {
        this.files = this.files.filter((_, at) => at !== index)
        this.draw()
        this.button.focus()
      }
      const remove = {
        type: 'button',
        class: 'button plain remove',
        'aria-label': `Remove ${name}`,
        onclick: away,
      }
      return el('li', {}, el('span', { dir: 'auto', translate: 'no' }, name), el('button', remove, '×'))
    })
    this.list.replaceChildren(...rows)
    this.button.textContent = this.files.length > 0 ? 'Choose more' : 'Choose photos'
  }

  /** Takes pictures that are dropped or pasted anywhere on this. @param {HTMLElement} place */
  listen(place) {
    /** @param {DragEvent} event */
    const holds = (event) => event.dataTransfer?.types.includes('Files') ?? false
    place.addEventListener('dragover', (event) => {
      if (!holds(event)) return
      event.preventDefault()
      this.node.classList.add('over')
    })
    place.addEventListener('dragleave', () => this.node.classList.remove('over'))
    place.addEventListener('drop', (event) => {
      this.node.classList.remove('over')
      if (!holds(event)) return
      event.preventDefault()
      this.add(event.dataTransfer?.files ?? [])
    })
    place.addEventListener('paste', (event) => {
      const files = event.clipboardData?.files
      if (!files?.length) return
      event.preventDefault()
      this.add(files)
    })
  }

  /** @param {boolean} on */
  hold(on) {
    this.button.disabled = on
    for (const button of this.list.querySelectorAll('button')) button.disabled = on
  }
}

/**
 * A field of photos, as a form knows fields.
 *
 * @param {Field} field
 */
export function drawFiles(field) {
  const photos = new Photos(field)
  return {
    node: photos.node,
    name: field.name,
    label: field.label,
    photos,
    value: () => /** @type {string[]} */ ([]),
    focus: () => photos.button.focus(),
    changed: () => photos.files.length > 0,
    complete: () => true,
    hold: (/** @type {boolean} */ on) => photos.hold(on),
  }
}
export { typeOf }
