import { el } from '../element.js'

/** From this many UTF-16 units on, what browsers do for comfort at every key would freeze the page. */
const HUGE = 20_000

/** Spelling helpers of browsers and their extensions send what is typed to their makers. */
export const UNWATCHED = {
  spellcheck: 'false',
  autocomplete: 'off',
  translate: 'no',
  'data-gramm': 'false',
  'data-gramm_editor': 'false',
  'data-enable-grammarly': 'false',
}

/** Scripts that run from right to left, by what their first letter says. */
const RTL =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
const FIRST_LETTER = /\p{L}/u

/**
 * What dir="auto" does, which takes browsers minutes in a field that holds a megabyte of lines.
 *
 * @param {string} text
 */
function directionOf(text) {
  const letter = FIRST_LETTER.exec(text.slice(0, 1000))
  return letter && RTL.test(letter[0]) ? 'rtl' : 'ltr'
}

/**
 * A field for many words, up to a megabyte of them.
 *
 * @param {string} value
 * @param {Record<string, string>} about
 * @param {boolean} first the field that the form is about
 */
export function drawLongtext(value, about, first) {
  const area = el('textarea', { ...about, ...UNWATCHED, rows: first ? 7 : 3, class: first ? 'first' : '' })
  const settle = () => {
    const text = area.value
    area.classList.toggle('huge', text.length > HUGE)
    area.dir = directionOf(text)
  }
  area.addEventListener('input', settle)
  area.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text.length < HUGE) return
    // Pasted by the browser, a megabyte of emoji takes minutes; set as a value, about a second.
    event.preventDefault()
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
    settle()
  })
  area.value = value
  settle()
  return area
}
