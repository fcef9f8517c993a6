import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../../src/knowledge/load.ts'
import { type Language, languageOf, SMALL_WORDS } from '../../src/rules/reading/language.ts'
import { Vocabulary } from '../../src/rules/reading/lexicon.ts'
import { namesOf } from '../../src/rules/reading/names.ts'
import { normalize } from '../../src/rules/reading/normalize.ts'
import { markOwn, ownOf } from '../../src/rules/reading/own.ts'
import { compilePhrases, triggersOf } from '../../src/rules/reading/pattern.ts'
import { markPeople } from '../../src/rules/reading/people.ts'
import { encode, PERSON, STAFF, spanOf, takeApart } from '../../src/rules/reading/reading.ts'
import { tokenize } from '../../src/rules/reading/tokens.ts'

const lexicon = loadLexicon()
const vocabulary = new Vocabulary(lexicon)
vocabulary.markSmall(SMALL_WORDS)
const names = namesOf(lexicon.names)

describe('what looks alike is read alike, and found again in the text as given', () => {
  test.each([
    ['Thank you', 'Thank you'],
    ['“Thank you” – it’s', '"Thank you" - it\'s'],
    ['Ѕаrаh', 'Sarah'],
    ['S\u200bar\u00adah', 'Sarah'],
    ['𝐒𝐚𝐫𝐚𝐡', 'Sarah'],
    ['Ｓａｒａｈ', 'Sarah'],
    ['José Núñez', 'Jose Nunez'],
    ['Jose\u0301', 'Jose'],
    ['Спасибо', 'Спасибо'],
    ['a\u{e0041}b', 'ab'],
  ])('%j is read as %j', (given, read) => {
    const normalized = normalize(given)
    expect(normalized.text).toBe(read)
    // The whole of it maps back to the whole of what was given, invisible characters at the edges aside.
    expect(given.slice(normalized.start(0), normalized.end(normalized.text.length))).toBe(given)
  })

  test('a span in the middle keeps its place behind invisible and double-width characters', () => {
    const given = '🎉\u200b Thank you, S\u200barah 💛'
    const normalized = normalize(given)
    const at = normalized.text.indexOf('Sarah')
    expect(given.slice(normalized.start(at), normalized.end(at + 5))).toBe('S\u200barah')
  })
})

describe('words are taken apart as people mean them', () => {
  const words = (text: string) => {
    const { word, kind } = tokenize(text)
    return word.map((w, i) => `${w}/${kind[i]}`).join(' ')
  }
  test.each([
    ["we're so glad you don't", 'we/1 are/1 so/1 glad/1 you/1 do/1 not/1'],
    ['dont worry', 'do/1 not/1 worry/1'],
    ["Sarah's", "sarah/1 's/1"],
    ['soooo good', 'so/1 good/1'],
    ['3.5 mL at 2:30', '3.5/2 ml/1 at/1 2/2 :/3 30/2'],
    ['call us at clinic.example/book.', 'call/1 us/1 at/1 clinic.example/book/7 ./4'],
    ['mail jane@mail.example now', 'mail/1 jane@mail.example/8 now/1'],
    ['@janedoe #BeforeAndAfter', '@janedoe/5 #beforeandafter/6'],
    ['Dr. Lee and J.M. came.', 'dr/1 ./3 lee/1 and/1 j/1 ./3 m/1 ./3 came/1 ./4'],
    ['<p>Hi <b>Sarah</b></p>', '</4 hi/1 sarah/1 </4'],
    ['I <3 you', 'i/1 </3 3/2 you/1'],
  ])('%j', (text, expected) => expect(words(text)).toBe(expected))
})

describe('the language of phrases', () => {
  const found = (phrase: string, text: string) => {
    compilePhrases([phrase], vocabulary)
    const expression = compilePhrases([phrase], vocabulary)
    const reading = encode(text, takeApart(text, vocabulary))
    const m = expression.exec(reading.code)
    if (m === null) return null
    const { start, end } = spanOf(reading, m.index, m.index + m[0].length)
    return text.slice(start, end)
  }
  test.each([
    ['thank you for {visit}', 'So: thank you for visits!', 'thank you for visits'],
    ['your {soft}*2 tummy tuck', 'Your very lovely tummy-tuck healed', 'Your very lovely tummy-tuck'],
    ['~come in', 'Thanks for coming in today', 'coming in'],
    ['(we|our team) ~treat you', 'our team treated you', 'our team treated you'],
    ['patient ..2 {procedure}', 'a patient with new veneers', 'patient with new veneers'],
    ['patient ..2 {procedure}', 'a patient. And veneers', null],
    ['^glad', 'So glad. Glad it works', 'Glad'],
    ['you$', 'you know, thank you!', 'you'],
    ['see you !(can|may)', 'I see you can', null],
    ['see you !(can|may)', 'I see you soon', 'see you'],
    ['your {^body} skin', 'your soft skin', 'your soft skin'],
  ])('%j in %j', (phrase, text, expected) => expect(found(phrase, text)).toBe(expected))

  test.each([
    ['thank (you', 'a bracket stays open'],
    ['thank you)', 'a bracket closes'],
    ['thank {nosuchlist}', 'no word list is called {nosuchlist}'],
    ['thank § you', 'not part of the language'],
    ['thank !..2 you', 'put brackets around'],
  ])('%j is refused with a reason', (phrase, reason) => {
    expect(() => compilePhrases([phrase], vocabulary)).toThrow(reason)
  })

  test('a phrase names the words without which it cannot fit', () => {
    const code = vocabulary.put('crown')
    expect(triggersOf(['your (new|old)? crown ..3 (is|was)?'], vocabulary)).toEqual(new Set([code]))
    expect(triggersOf(['crown', 'the? {^body}'], vocabulary)).toBeUndefined()
  })
})

describe('who is named, and who works here', () => {
  const marked = (text: string, practice = {}) => {
    const parts = takeApart(text, vocabulary)
    markOwn(parts.tokens, parts.marks, ownOf(practice))
    markPeople(parts, names, vocabulary)
    const out: string[] = []
    parts.marks.forEach((mark, i) => {
      if (mark === PERSON || mark === STAFF) out.push(`${parts.tokens.word[i]}${mark === STAFF ? '*' : ''}`)
    })
    return out.join(' ')
  }
  test.each([
    ['Thank you, Sarah!', 'sarah'],
    ['thank you sarah, we love it', 'sarah'],
    ['THANK YOU SARAH!', 'sarah'],
    ['Thank you, Xochitl!', 'xochitl'],
    ['Hi Grace, thanks', 'grace'],
    ['Give yourself some grace this week', ''],
    ['Hope you have a great day', ''],
    ['May is skin cancer awareness month', ''],
    ['Mark your calendars', ''],
    ['Botox or Dysport?', ''],
    ['Meet Dr. Rivera, our plastic surgeon', 'rivera*'],
    ['Our hygienist Lucy baked a cake', 'lucy*'],
    ['Congratulations to Bella, RN, on five years', 'bella*'],
    ['Root canal, in plain English', ''],
    ['Happy Thanksgiving from Austin, Texas', ''],
    ['Mrs. Kowalczyk brought us cookies', 'kowalczyk'],
    ['Anh-Thu Nguyen and Jose de la Cruz', 'anh thu nguyen jose de la cruz'],
    ['We light a candle for St. Apollonia', ''],
    ['Maple Street is closed on Friday', ''],
  ])('%j: %j', (text, expected) => expect(marked(text).replace(/ - /g, ' ')).toBe(expected))

  test('the roster of the practice decides: staff with names that are also words', () => {
    const practice = { staff: ['Hope Adams', 'Faith', 'Dr. Ana Rivera, DDS'] }
    expect(marked('Happy birthday to Hope, Faith and Dr. Rivera! We hope for cake.', practice)).toBe(
      'hope* faith* rivera*',
    )
  })
})

describe('a language that is not read in full is known as such', () => {
  test.each<[string, Language]>([
    ['Thank you for the kind words!', 'english'],
    ['Glowing!', 'english'],
    ['Botox party', 'english'],
    ['Gracias por venir a su cita de ayer', 'spanish'],
    ['Спасибо за отзыв', 'unknown'],
    ['Deine Zähne sehen toll aus', 'unknown'],
    ['谢谢您的好评', 'unknown'],
    ['🦷✨', 'none'],
    ['12 / 34', 'none'],
    ['xkcdqwv zzrtp', 'unknown'],
  ])('%j is %s', (text, language) => expect(languageOf(takeApart(text, vocabulary), names)).toBe(language))
})
