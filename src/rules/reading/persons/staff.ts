import type { Vocabulary } from '../lexicon.ts'
import { ALLCAPS, CAPITAL, NUMBER, STOP, type Tokens, WORD } from '../tokens.ts'
import { at, CREDENTIALS, PROVIDER, set, starts } from './surroundings.ts'

/** A sentence with one of these speaks of somebody at work. */
const WORK = set(
  'joins joining hired hiring intern internship retires retirement retiring retired promoted promotion credentials certified certification residency founder cofounder coworker colleague colleagues employee coworkers graduate shift payroll teammate onboarding coordinator receptionist hygienists nurses',
)
/** What somebody here does; behind "our", or behind a name and "is". */
const ROLE = set(
  'hygienist receptionist injector esthetician aesthetician assistant assistants manager provider surgeon practitioner dentist orthodontist dermatologist therapist technician doctor physician optometrist chiropractor podiatrist psychologist counselor pediatrician owner director nurse optician midwife doula trainer specialist coordinators tech',
)
const LINKS = set('is as our my new newest your senior lead head former a an was be became')
/** "Book with Jenna", "ask for Tori", "lashes by Bri". */
const DESK = set(
  'book booking schedule reserve call text message ask openings spots slots dm yoga class classes workshop webinar seminar talk live event pilates meditation lunch chat q&a training',
)
const OPENINGS = set(
  'opening openings availability spots slots appointments accepting taking booking offering offers performs specializes cancellation cancellations maternity vacation hosting presenting teaching',
)

/** "Kim, Tasha and Bree, our hygienists": what is said behind the last of them is said of all. */
function listEnd(tokens: Tokens, to: number): number {
  let end = to
  for (let k = to + 1; k <= to + 9; k++) {
    if (/^(?:,|and|&)$/.test(at(tokens, k))) continue
    if (tokens.kind[k] !== WORD || !((tokens.flags[k] as number) & CAPITAL) || CREDENTIALS.has(at(tokens, k)))
      break
    end = k
  }
  return end
}

/** "Dr. Rivera", "Bella, RN", "our hygienist Lucy", "meet Ana, our new injector", "Jenna has openings". */
export function worksHere(tokens: Tokens, from: number, to: number, vocabulary: Vocabulary): boolean {
  const before = at(tokens, from - 1) === '.' ? at(tokens, from - 2) : at(tokens, from - 1)
  if (PROVIDER.has(before)) return true
  const staffed = (i: number) =>
    vocabulary.has(at(tokens, i), 'staffword') && !vocabulary.has(at(tokens, i), 'patient')
  if (staffed(from - 1) || (/^[,:]$/.test(at(tokens, from - 1)) && staffed(from - 2))) return true
  const next = at(tokens, to + 1)
  if (
    (next === ',' || next === '(' || next === '-') &&
    (CREDENTIALS.has(at(tokens, to + 2)) || staffed(to + 2))
  )
    return true
  if (next === '(' && DUTY.test(at(tokens, to + 2))) return true
  // "Sarah, Practice Manager"
  if (next === ',' && OFFICE.test(at(tokens, to + 2)) && [to + 2, to + 3].some(staffed)) return true
  if (CREDENTIALS.has(next) && ((tokens.flags[to + 1] as number) & ALLCAPS) !== 0) return true
  const end = listEnd(tokens, to)
  if (/^[,(-]$/.test(at(tokens, end + 1)) && /^(?:our|my|the|a|an|your|one)$/.test(at(tokens, end + 2))) {
    for (let k = end + 3; k <= end + 7; k++)
      if (staffed(k) || /^(?:privacy|compliance|billing)$/.test(at(tokens, k))) return true
  }
  if (next === 'at' && at(tokens, to + 2) === 'the' && /^(?:front|desk)$/.test(at(tokens, to + 3)))
    return true
  return booked(tokens, from, to, vocabulary) || atWork(tokens, from, to, vocabulary)
}

/** "Imani (front desk)" */
const DUTY = /^(?:front|billing|reception|assisting|hygiene|scheduling|admin|insurance|marketing)$/
const OFFICE = /^(?:practice|office|front|clinic|lead|patient|treatment|head|privacy|compliance|billing)$/
const ADVISES =
  /^(?:tips?|picks?|corner|advice|favorites|column|recommendations?|recipes?|playlist|must|haves)$/

function booked(tokens: Tokens, from: number, to: number, vocabulary: Vocabulary): boolean {
  const before = at(tokens, from - 1)
  if (before === 'own' && /^(?:our|very)$/.test(at(tokens, from - 2))) return true
  if (before === 'know' && at(tokens, from - 2) === 'to' && at(tokens, from - 3) === 'get') return true
  if (at(tokens, to + 1) === "'s" && [to + 2, to + 3, to + 4].some((k) => ADVISES.test(at(tokens, k))))
    return true
  if (before === 'by' && vocabulary.has(at(tokens, from - 2), 'procedure', 'body', 'product', 'outcome'))
    return true
  if (before === 'by' && /^(?:injected|performed|done|created|treated)$/.test(at(tokens, from - 2)))
    return true
  if (before === 'with' || before === 'for')
    for (let k = from - 2; k >= Math.max(0, from - 8) && tokens.kind[k] !== STOP; k--)
      if (DESK.has(at(tokens, k)) && (starts(tokens, k) || before === 'with')) return true
  if (/^(?:has|have|is|now|only|still|just)$/.test(at(tokens, to + 1)))
    for (let k = to + 2; k <= to + 5 && tokens.kind[k] !== STOP; k++)
      if (OPENINGS.has(at(tokens, k))) return true
  return false
}

const STUDIES =
  /^(?:training|certification|course|courses|degree|fellowship|masterclass|boards|exam|license|bootcamp)$/
const STUDIED = /^(?:completed|completing|earned|attended|passed|passing|finished)$/

/** A whole sentence about somebody at work here, with nobody treated in it. */
function atWork(tokens: Tokens, from: number, to: number, vocabulary: Vocabulary): boolean {
  let near = false
  let hired = false
  const look = (k: number) => {
    const word = at(tokens, k)
    if (WORK.has(word)) near = hired = true
    else if (
      word === 'team' ||
      word === 'staff' ||
      word === 'crew' ||
      word === 'practice' ||
      word === 'office' ||
      word === 'clinic'
    )
      near ||= ofTeam(tokens, k, to)
    else if (ROLE.has(word)) near ||= hasRole(tokens, k, from, to)
    else if (STUDIES.test(word)) {
      for (let j = k - 1; j >= Math.max(0, k - 6); j--) near ||= STUDIED.test(at(tokens, j))
    } else if (word === 'anniversary')
      near ||= /^(?:work|year)$/.test(at(tokens, k - 1)) || tokens.kind[k - 2] === NUMBER
  }
  for (let k = from - 1; k >= Math.max(0, from - 25) && tokens.kind[k] !== STOP; k--) look(k)
  for (let k = to + 1; k < Math.min(tokens.length, to + 26) && tokens.kind[k] !== STOP; k++) {
    look(k)
    if (vocabulary.has(at(tokens, k), 'patient')) return false
    if (!hired && vocabulary.has(at(tokens, k), 'procedure', 'condition', 'outcome')) return false
  }
  return near
}

/** "joins our team", "welcome to the practice", "team member"; not "thanks to our team", "our team is proud of". */
function ofTeam(tokens: Tokens, k: number, to: number): boolean {
  if (/^(?:members?|spotlight|leader|lead)$/.test(at(tokens, k + 1))) return true
  let i = k - 1
  while (i > k - 4 && !/^(?:our|the|this)$/.test(at(tokens, i))) i--
  if (i === k - 4) return false
  if (/^(?:joined|joins|join|joining)$/.test(at(tokens, i - 1))) return true
  // "Kim from our billing team" works there; "happy birthday Kim, from our team" says nothing of her.
  if (/^(?:on|of|from|behind|leads|runs|led)$/.test(at(tokens, i - 1))) return i - 2 === to
  if (at(tokens, i - 1) !== 'to' || /^(?:practice|office|clinic)$/.test(at(tokens, k))) return false
  for (let j = i - 2; j >= Math.max(0, i - 8) && tokens.kind[j] !== STOP; j--)
    if (/^(?:welcome|welcomed|welcoming|addition|back|joined)$/.test(at(tokens, j))) return true
  return false
}

/** A role that is the named one's own: "Amy is our hygienist", "our injector of the year, Amy". */
function hasRole(tokens: Tokens, k: number, from: number, to: number): boolean {
  let i = k - 1
  while (i > k - 4 && !LINKS.has(at(tokens, i))) i--
  if (i === k - 4) return false
  if (k < from) return from - k <= 6 && /^(?:our|my|new|newest|senior|lead|head)$/.test(at(tokens, i))
  for (let j = to + 1; j < i; j++)
    if (
      /^(?:loves?|loved|told|tells|hugged|thanked|saw|sees|met|with|by|of|asked|gave|for|to|says|said|when|after|before)$/.test(
        at(tokens, j),
      )
    )
      return false
  return i - to <= 6
}
