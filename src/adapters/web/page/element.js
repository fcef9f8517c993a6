/**
 * Builds elements. Strings become text nodes and nothing else, so a draft that is HTML shows as its letters.
 *
 * @typedef {string | number | boolean | undefined | ((event: any) => void)} Prop
 * @typedef {Node | string | null | undefined} Child
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, Prop>} [props] attributes; `true` sets an empty one, `onclick` and the like listen
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') node.addEventListener(name.slice(2), value)
    else node.setAttribute(name, value === true ? '' : String(value))
  }
  for (const child of children) if (child !== null && child !== undefined) node.append(child)
  return node
}

let counter = 0
/** An id that is unique on this page, to tie labels and hints to their fields. */
export function freshId() {
  counter += 1
  return `x${counter}`
}

/** What people typed: its own direction whatever the language around it, and never sent to a translator. */
export const TYPED = { dir: 'auto', translate: 'no' }
