import { compilePhrases, defineRule, type Hit, type Matcher, type Sight } from '../kit.ts'
import { isOwnLink, ownOf } from '../reading/own.ts'
import { LINK } from '../reading/tokens.ts'
import { KINDS } from '../vocabulary.ts'
import { contactOf } from './clues/contact.ts'
import { houseOf } from './clues/house.ts'
import { codeAt, hitAt } from './clues/place.ts'
import { grave } from './clues/weight.ts'

/** Pages that one person has. */
const PROFILE =
  /(?:^|[/.])(?:instagram|facebook|fb|tiktok|twitter|x|linkedin|threads|snapchat|pinterest|strava|myspace|onlyfans|patreon|venmo|cash)\.(?:com|net|me|app)\/(?!p\/|reel|reels|share|watch|groups|events|hashtag|explore|company)[@$]?[\w.-]{2,40}|(?:linkedin\.com\/in|youtube\.com\/@)[\w./-]{2,40}/i
/** Pages about one person in need. */
const APPEAL =
  /(?:^|[/.])(?:gofundme|caringbridge|givesendgo|mealtrain|takethemameal|legacy|tributearchive)\.(?:com|org)\/./i
/** "/p/anita-salazar-88", "?patient=20771" */
const PERSON_PATH = /\/(?:p|patients?|clients?|profiles?|users?|u|members?|charts?|people)\/([\w.-]{3,60})/i
const PERSON_QUERY = /[?&](?:patient|client|name|user|mrn|dob|email|chart|pid|patient_?id)=[^&]{2}/i

const find: Matcher = (vocabulary) => {
  const whose = contactOf(vocabulary)
  const house = houseOf(vocabulary)
  const posted = compilePhrases(['(posted|shared|uploaded|sent) ..5 {link}'], vocabulary, '')
  const somebody = (link: string) => {
    if (PERSON_QUERY.test(link)) return true
    const slug = PERSON_PATH.exec(link)?.[1]
    if (slug === undefined) return false
    const words = slug.split(/[-_.\d]{1,9}/).filter((word) => word.length > 1)
    // A number, or two words that the trade does not know: "anita-salazar", and not "new-patients".
    if (words.length === 0) return /\d{3}/.test(slug)
    return words.length > 1 && words.every((word) => vocabulary.code(word) === undefined)
  }
  return (sight: Sight) => {
    const { reading, practice } = sight
    const { tokens, normalized } = reading
    const hits: Hit[] = []
    let sent: boolean | undefined
    for (let i = tokens.kind.indexOf(LINK); i >= 0; i = tokens.kind.indexOf(LINK, i + 1)) {
      const from = tokens.start[i] as number
      // The word ends at a question mark; the address goes on.
      const link = /^\S{1,200}/.exec(normalized.text.slice(from, from + 200))?.[0] ?? ''
      const own = isOwnLink(ownOf(practice), tokens.word[i] as string)
      if (own && !somebody(link)) continue
      const who = whose(sight, codeAt(reading, from), undefined)
      const personal = PROFILE.test(link) || APPEAL.test(link)
      sent ??= !house(reading) && posted.test(reading.code)
      const shared = sent && who !== 'ours'
      const told = (practice.urls?.length ?? 0) + (practice.handles?.length ?? 0) > 0
      if (
        somebody(link) ||
        who === 'theirs' ||
        shared ||
        (personal && (who === 'perhaps theirs' || who === 'unclear' || (told && who !== 'ours')))
      )
        hits.push(hitAt(reading, from, tokens.end[i] as number))
    }
    return hits
  }
}

export default defineRule({
  id: 'identifier/url',
  category: 'url',
  severity: grave,
  kinds: KINDS,
  says: 'This links to the page or profile of one person.',
  why: 'One tap on the link shows who it is.',
  instead: 'Take the link out, or link to a page of the practice that is about everybody.',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(N)' }],
  since: '0.1.0',
  redLine: true,
  match: find,
})
