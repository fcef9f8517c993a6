import { el } from './element.js'
import { icon } from './icons.js'

/** @param {string} text @returns {Promise<boolean>} */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Refused, or a browser without it: the old way needs the words in a field that is on the page.
    const field = el('textarea', { class: 'unseen', 'aria-hidden': 'true', tabindex: -1 })
    field.value = text
    const before = document.activeElement
    document.body.append(field)
    field.select()
    const copied = document.execCommand('copy')
    field.remove()
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    return copied
  }
}

/**
 * @param {string} label
 * @param {string} text what lands on the clipboard
 * @param {(line: string) => void} announce
 * @param {string} [style]
 */
export function copyButton(label, text, announce, style = 'plain') {
  const words = el('span', {}, label)
  const button = el('button', { type: 'button', class: `button ${style}` }, icon('copy'), words)
  button.addEventListener('click', async () => {
    const copied = await toClipboard(text)
    words.textContent = copied ? 'Copied' : 'Select the text and copy it yourself'
    announce(
      copied ? 'Copied.' : 'This browser does not let the page copy. Select the text and copy it yourself.',
    )
  })
  // The word goes back when the person moves on: no clock decides how fast somebody reads.
  button.addEventListener('blur', () => {
    words.textContent = label
  })
  return button
}
