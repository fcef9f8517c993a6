/** @import { Block } from '../../../bot/reply.ts' */
import { el } from './element.js'

/** @typedef {Extract<Block, { type: 'picture' }>} Picture */

/** The bytes go from the answer to a file of the person's own, and through no address. @param {Picture} picture */
function save({ data, mime, name }) {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: mime }))
  const link = el('a', { href: address, download: name })
  link.click()
  // Once the browser has begun to write it.
  requestAnimationFrame(() => URL.revokeObjectURL(address))
}

/** A picture, told in words to whoever does not see it; with a name it is there to be kept. @param {Picture} picture */
export function drawPicture(picture) {
  const { mime, data, width, height, alt, name } = picture
  const image = el('img', { src: `data:${mime};base64,${data}`, alt, width, height })
  const button =
    name &&
    el(
      'button',
      { type: 'button', class: 'button primary', onclick: () => save(picture) },
      'Save the picture',
    )
  return el('figure', { class: 'picture' }, image, button || null)
}
