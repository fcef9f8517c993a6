import { defineRule, type Hit, type Matcher, type Sight } from '../kit.ts'
import { KINDS } from '../vocabulary.ts'
import { hitAt } from './clues/place.ts'
import { grave } from './clues/weight.ts'

const FILE =
  /(?<![\w/.-])(\w[\w.()-]{2,80})\.(?:jpe?g|png|heic|heif|gif|webp|tiff?|bmp|raw|dng|cr2|nef|mp4|mov|avi|m4a|mp3|wav|dcm|dicom|stl|ply|pdf|docx?|xlsx?|csv|zip)(?!\w)/gi
/** What cameras and designers call their files. */
const DULL =
  /^(?:img|image|images|dsc|dscn|dscf|pxl|mvi|vid|video|photo|photos|pic|pics|picture|screenshot|screen|shot|scan|copy|final|v|ver|version|draft|edit|edited|new|old|logo|banner|flyer|poster|post|story|reel|cover|header|thumbnail|template|graphic|design|canva|untitled|file|page|slide|menu|price|prices|list|form|forms|consent|intake|guide|brochure|sheet|handout|info|infographic|calendar|schedule|hours|team|staff|office|clinic|practice|lobby|building|social|instagram|facebook|insta|ad|ads|promo|sale|spring|summer|fall|autumn|winter|holiday|christmas|halloween|web|website|home|hero|icon|mask|stock|model|sample|example|test|min|max|small|large|square|wide|hd|full|crop|cropped|whatsapp|signal|at|am|pm|and|the|of|for|with|a|by|in|on|to|our|my|x|p)$/i

/** 03-14, 0314, 2024-03-14 */
const DAY = /(?<!\d)(?:(?:19|20)\d\d[-_.]?)?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01])(?!\d{3})/
const LIKELY = /\w\.(?:jp|pn|he|gi|we|ti|bm|ra|dn|cr|ne|mp|mo|av|m4|wa|dc|di|st|pl|pd|do|xl|cs|zi)/i

const find: Matcher = (vocabulary) => {
  const telling = (name: string) => {
    const words = name.split(/[^a-z]/i).filter((word) => word.length > 2)
    const unknown = words.filter(
      (word) => !DULL.test(word) && vocabulary.code(word.toLowerCase()) === undefined,
    )
    const day = DAY.test(name)
    const treated = words.some((word) =>
      vocabulary.has(word.toLowerCase(), 'procedure', 'body', 'condition', 'product', 'patient'),
    )
    return (
      unknown.length > 1 ||
      (unknown.length === 1 && (day || treated || /\d{5}/.test(name))) ||
      /dob|mrn|patient_?\d/i.test(name)
    )
  }
  return ({ reading }: Sight) => {
    const { text } = reading.normalized
    if (!LIKELY.test(text)) return []
    const hits: Hit[] = []
    FILE.lastIndex = 0
    for (let m = FILE.exec(text); m !== null; m = FILE.exec(text))
      if (telling(m[1] as string)) hits.push(hitAt(reading, m.index, m.index + m[0].length))
    return hits
  }
}

export default defineRule({
  id: 'identifier/file-name',
  category: 'metadata',
  severity: grave,
  kinds: KINDS,
  says: 'This file name tells who the picture shows, or when it was taken.',
  why: 'Names and dates in a file name stay with the picture when it is shared or downloaded.',
  instead: 'Rename the file to something dull ("photo-1.jpg") and leave its name out of the text.',
  citations: [{ article: 'photos-and-metadata', source: '45 CFR 164.514(b)(2)(i)(R)' }],
  since: '0.1.0',
  match: find,
})
