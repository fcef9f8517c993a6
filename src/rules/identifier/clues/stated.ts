import type { Hit, Reading, Vocabulary } from '../../kit.ts'
import { CODE } from '../../reading/lexicon.ts'
import { SIGNS } from '../../reading/words/signs.ts'
import { codeAt, hitAt } from './place.ts'

/** A name that the text itself calls one; no list has to know it. */
const WORDS = "((?:[A-Z]\\. ?)?[A-Z][\\w'-]{1,20}(?: (?:[A-Z]\\.? )?[A-Z][\\w'-]{1,20}){0,3})"
const CALLED = new RegExp(
  `\\b(?:(?:[Nn]ame|[Nn]ames|[Ss]urname)(?: is|'s|:|\\?|\\? User:| on the (?:account|form|chart|file|label|box)(?:\\?|:| is)(?: User:)?)|named (?:him|her|them|the baby|their (?:son|daughter|baby|boy|girl))|(?:was|is) called|call(?:s|ed)? (?:me|him|her)|goes by|[Bb]illing address:|[Pp]atient(?: name)?:|[Cc]lient(?: name)?:|belong(?:s|ing) to|labell?ed|it(?:'s| is) under|change it to|aka)\\s{0,8}(?:my |our |a )?${WORDS}`,
  'g',
)
/** "J.M.", "T.W.", "K. T.": behind a word that makes them somebody, or in front of a comma at the end of a quote. */
const INITIALS =
  /(?:\b(?:about|for|from|girl|guy|client|patient|meet|our|by|is|congrats|thank you|thanks|love you|proud of|bride|mom|mama|case|named)|[-–—~]|^|")[ ,]{0,3}([A-Z]\.[ ]?[A-Z]\.)(?![A-Z\w])/gm
const TWO_LETTERS = /[A-Z]\. ?[A-Z]\./
const NO_INITIALS =
  /^(?:U\.S|D\.C|M\.D|D\.O|P\.A|P\.T|R\.N|N\.P|O\.D|D\.M|A\.M|P\.M|I\.V|L\.A|T\.V|B\.S|B\.A|M\.S|N\.Y|N\.J|S\.C|N\.C|P\.O|P\.S|Q\.A|I\.D|E\.R|O\.R|I\.Q)/
/** "my kid Lukas", "her husband Oleg": kin make an unknown word a name. */
const KIN =
  /\b(?:my|her|his|your|their|our patient's|'s) (?:late |dear |little |big |oldest |youngest |sweet )?(?:kid|son|daughter|husband|wife|mom|mother|dad|father|brother|sister|baby|twins?|friend|neighbor|grandma|grandpa|grandson|granddaughter|partner|fiance|fiancee|boyfriend|girlfriend|uncle|aunt|nephew|niece|cousin),? ([A-Z][a-z'-]{2,20}(?:-[A-Z]?[a-z]{2,20})?)(?! (?:Dental|Clinic|Medical|Spa|Day|Center|Health))/g
/** Two capitals that no list knows. Only where no practice speaks: brands and machines look the same. */
const PAIR =
  /(?<![\w.'-])(?<!\b(?:[Tt]he|[Aa]t|[Ff]or|[Ii]n|[Ss]outhern|[Nn]orthern) )([A-Z][a-z'-]{1,20}(?: [A-Z]\.?)? (?:(?:de|da|van|ten|von|del) )?[A-Z][a-z'-]{1,20})(?! ?(?:[A-Z&]|Inc|LLC|Ltd|PLC|Corp|Group|Street|Club|Country|in the)|[\w@])/g
/** What else is written with two capitals. */
export const THING =
  /\b(?:Control|Cent(?:er|re)|Council|Association|Institute|Society|Department|Administration|Network|Services?|League|Park|Day|Week|Month|Year|Festival|Fair|Church|School|College|University|Hospital|Trot|Run|Walk|Ride|Drive|Sale|Club|Bank|Store|Market|Street|County|City|Beach|Lake|River|Island|Valley|Springs|Heights|Health|Care|News|Times|Post|Guide|Program|Project|Fund|Prevention|Lifeline|Hotline|Line|Cross|Awareness|American|National|International|Bay|Christmas|Easter|Thanksgiving|Halloween|Hanukkah|Eve|Merry|Happy|Go|Team|Class|Hello|Best|Big|Great|New|El|La|Los|Las|San|Santa|Saint|St|Fort|Mount|Port)\b/
/** Only people live somewhere, shout and say. */
const SUBJECT =
  /(?<![\w.'-])([A-Z][a-z'-]{2,20})(?= (?:lives?|lived|shouted|whispered|said|says|is from|comes from|had given|began writing|spent a year)\b)|^([A-Z][a-z'-]{2,20})(?=, (?:can|could|would|will|may) (?:I|we|you)\b)|\b(?:said|says|shouted at|asked) ([A-Z][a-z'-]{2,20})(?= ?(?:[.,!?:]|to\b))/gm
export function statedNames(
  vocabulary: Vocabulary,
): (reading: Reading, house: boolean) => { hit: Hit; code: number }[] {
  const unknown = (name: string) =>
    !THING.test(name) &&
    vocabulary.code(name.toLowerCase()) === undefined &&
    name.split(' ').every((word) => word.length < 3 || vocabulary.code(word.toLowerCase()) === undefined)
  return (reading, house) => {
    const { text } = reading.normalized
    const found: { hit: Hit; code: number }[] = []
    const add = (from: number, name: string) => {
      const code = codeAt(reading, from)
      const c = reading.code.charCodeAt(code)
      // Staff and the practice itself are known already, and so is what another rule reads as a name.
      if (c === CODE.staff || c === CODE.own || c === CODE.name) return
      // So is what the lists have as one expression: "Dua Lipa".
      if (reading.first[code] !== reading.last[code]) return
      found.push({ hit: hitAt(reading, from, from + name.length), code })
    }
    const { signs } = reading.tokens
    CALLED.lastIndex = 0
    for (let m = signs & SIGNS.called ? CALLED.exec(text) : null; m !== null; m = CALLED.exec(text)) {
      const name = m[1] as string
      const known = name.split(' ').some((word) => vocabulary.code(word.toLowerCase()) !== undefined)
      if (!known && name.toUpperCase() !== name) add(m.index + m[0].length - name.length, name)
    }
    for (const expression of house ? [KIN] : [KIN, PAIR, SUBJECT]) {
      if (expression === KIN && !(signs & SIGNS.kin)) continue
      expression.lastIndex = 0
      for (let m = expression.exec(text); m !== null; m = expression.exec(text)) {
        const name = (m[1] ?? m[2] ?? m[3]) as string
        if (unknown(name)) add(m.index + m[0].indexOf(name), name)
      }
    }
    INITIALS.lastIndex = 0
    for (let m = TWO_LETTERS.test(text) ? INITIALS.exec(text) : null; m !== null; m = INITIALS.exec(text)) {
      const name = m[1] as string
      if (!NO_INITIALS.test(name.replace(' ', ''))) add(m.index + m[0].length - name.length, name)
    }
    return found
  }
}
