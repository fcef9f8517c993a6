/** Codes of which one must stand in every text that a phrase fits. */
export interface Need {
  codes: readonly number[]
  /** How often drafts have one of them, as a number to compare. */
  weight: number
}

/** Needs that are kept of each phrase: the two rarest say most, a third hardly ever says anything new. */
export const NEEDS = 2
/** Small lists are compared by what is in them, large ones are the same only if they are one object. */
const COMPARED = 24

interface Phrase {
  group: number
  place: number
  /** Numbers of the lists that it asks for, rarest first. */
  lists: readonly number[]
}

/** Rows of numbers in one piece of memory: a draft is looked through in a microsecond or two. */
interface Rows {
  starts: Int32Array
  items: Uint16Array | Uint32Array
}

/** What is asked of one thing together lies together: in a busy server every line of memory has to be fetched anew. */
const CODE = { start: 0, others: 1, seen: 2, size: 3 } as const
const PHRASE = { other: 0, group: 1, place: 2, size: 3 } as const
const GROUP = { seen: 0, count: 1, sure: 2, start: 3, size: 4 } as const

const NONE: readonly number[] = []

/**
 * Tells which phrases can stand in the texts in hand, by the words that they cannot do without: a text is looked
 * through once, and of some thousand phrases a few are left that are worth trying.
 */
export class Prospects {
  private readonly lists: (readonly number[])[] = []
  private readonly numbers = new Map<readonly number[] | string, number>()
  private readonly phrases: Phrase[] = []
  /** Of each group: how many phrases it has, and those that nothing can be said about. */
  private readonly sizes: number[] = []
  private readonly sure: (readonly number[])[] = []

  /**
   * For each code where the lists that it is in begin, those of them that no phrase asks for first, and in which
   * round it was last seen.
   */
  private codes = new Int32Array(2 * CODE.size)
  private listsOfCodes: Rows['items'] = new Uint16Array(0)
  /** Where the phrases of a list begin: those that ask for it before all others. */
  private ofList = new Int32Array(1)
  /** What else each phrase asks for (or the list that every text has), its group, its place there. */
  private inOrder = new Int32Array(0)
  /** Of each group: in which round it was last seen, how many phrases fit, how many are sure to, where its places are. */
  private groups = new Int32Array(0)
  /** Places that fit, a stretch for each group: the sure ones, then those that were found to fit. */
  private fitting: Rows['items'] = new Uint16Array(0)
  private leading = 0
  private packed = -1

  /** 0 while no texts are in hand: then every phrase may fit. */
  private round = 0
  private rounds = 0
  private listSeen = new Int32Array(0)
  private touched = new Int32Array(0)

  /** A group of phrases, each with what it needs. Its number is for `fits`. */
  add(phrases: readonly (readonly Need[])[]): number {
    // Made in the middle of a check: whoever made it had a reason to try it.
    if (this.round !== 0) return -1
    const group = this.sure.length
    const sure: number[] = []
    phrases.forEach((needs, place) => {
      const lists = rarestFirst(needs).map(({ codes }) => this.numberOf(codes))
      if (lists.length === 0) sure.push(place)
      else this.phrases.push({ group, place, lists })
    })
    this.sure.push(sure)
    this.sizes.push(phrases.length)
    this.packed = -1
    return group
  }

  private numberOf(codes: readonly number[]): number {
    const key = codes.length > COMPARED ? codes : [...codes].sort((a, b) => a - b).join()
    let number = this.numbers.get(key)
    if (number === undefined) {
      number = this.lists.length
      this.numbers.set(key, number)
      this.lists.push(codes)
    }
    return number
  }

  private pack(): void {
    const order = this.leadersFirst()
    let codes = 0
    for (const list of this.lists) for (const code of list) codes = Math.max(codes, code + 1)
    const byCode: (number[] | undefined)[] = new Array(codes).fill(undefined)
    this.lists.forEach((members, list) => {
      for (const code of new Set(members)) {
        const row = byCode[code]
        const number = order[list] as number
        if (row === undefined) byCode[code] = [number]
        else row.push(number)
      }
    })
    const byList: Phrase[][] = Array.from({ length: this.leading }, () => [])
    for (const phrase of this.phrases) byList[order[phrase.lists[0] as number] as number]?.push(phrase)
    for (const row of byCode) row?.sort((a, b) => a - b)
    const lists = rows(byCode)
    this.listsOfCodes = lists.items
    this.codes = new Int32Array(lists.starts.length * CODE.size)
    lists.starts.forEach((start, code) => {
      const leaders = byCode[code]?.filter((list) => list < this.leading) ?? NONE
      this.codes[code * CODE.size + CODE.start] = start
      this.codes[code * CODE.size + CODE.others] = start + leaders.length
    })
    this.ofList = new Int32Array(this.leading + 1)
    byList.forEach((phrases, list) => {
      this.ofList[list + 1] = (this.ofList[list] as number) + phrases.length
    })
    this.inOrder = Int32Array.from(
      byList
        .flat()
        .flatMap(({ lists: [, other], group, place }) => [
          other === undefined ? this.lists.length : (order[other] as number),
          group,
          place,
        ]),
    )
    const fitting = rows(
      this.sure.map((sure, i) => [...sure, ...new Array((this.sizes[i] as number) - sure.length).fill(0)]),
    )
    this.fitting = fitting.items
    this.groups = Int32Array.from(
      this.sure.flatMap(({ length }, i) => [0, length, length, fitting.starts[i] as number]),
    )
    this.listSeen = new Int32Array(this.lists.length + 1)
    this.touched = new Int32Array(this.lists.length + 1)
    this.packed = this.sure.length
  }

  /** New numbers, by which it shows whether any phrase asks for a list first. */
  private leadersFirst(): Int32Array {
    const leads = new Set(this.phrases.map(({ lists }) => lists[0] as number))
    const order = new Int32Array(this.lists.length)
    let leading = 0
    let others = leads.size
    for (let list = 0; list < order.length; list++) order[list] = leads.has(list) ? leading++ : others++
    this.leading = leading
    return order
  }

  /** Takes texts in hand. Until `release`, only they (and parts of them) may be searched. */
  take(texts: readonly string[]): void {
    if (this.packed !== this.sure.length) this.pack()
    this.round = ++this.rounds
    this.listSeen[this.lists.length] = this.round
    let touched = 0
    for (const text of texts) touched = this.look(text, touched)
    this.consider(touched)
  }

  /** Which lists have a word in a text. As few questions as can be: what a processor cannot foresee is what costs. */
  private look(text: string, already: number): number {
    const { round, codes, listsOfCodes, listSeen, touched } = this
    const last = codes.length - CODE.size
    let count = already
    for (let i = 0; i < text.length; i++) {
      const row = text.charCodeAt(i) * CODE.size
      if (row >= last || codes[row + CODE.seen] === round) continue
      codes[row + CODE.seen] = round
      const others = codes[row + CODE.others] as number
      for (let k = codes[row] as number; k < others; k++) {
        const list = listsOfCodes[k] as number
        touched[count] = list
        count += listSeen[list] === round ? 0 : 1
        listSeen[list] = round
      }
      const end = codes[row + CODE.size] as number
      for (let k = others; k < end; k++) listSeen[listsOfCodes[k] as number] = round
    }
    return count
  }

  /** Which phrases that ask first for one of the lists that were touched have the other one too. */
  private consider(count: number): void {
    const { round, touched, listSeen, ofList, inOrder, groups, fitting } = this
    for (let t = 0; t < count; t++) {
      const list = touched[t] as number
      const end = (ofList[list + 1] as number) * PHRASE.size
      for (let row = (ofList[list] as number) * PHRASE.size; row < end; row += PHRASE.size) {
        if (listSeen[inOrder[row] as number] !== round) continue
        const group = (inOrder[row + PHRASE.group] as number) * GROUP.size
        const before = groups[group] === round ? GROUP.count : GROUP.sure
        const at = groups[group + before] as number
        groups[group] = round
        groups[group + GROUP.count] = at + 1
        fitting[(groups[group + GROUP.start] as number) + at] = inOrder[row + PHRASE.place] as number
      }
    }
  }

  release(): void {
    this.round = 0
  }

  /** How many phrases of a group the texts in hand have room for; undefined: no telling. */
  fits(group: number): number | undefined {
    if (this.round === 0 || group < 0) return undefined
    const row = group * GROUP.size
    return this.groups[row + (this.groups[row] === this.round ? GROUP.count : GROUP.sure)]
  }

  /** The place of one of them in its group. */
  place(group: number, i: number): number {
    return this.fitting[(this.groups[group * GROUP.size + GROUP.start] as number) + i] as number
  }
}

/** Of all needs, as many as are kept. */
export function rarestFirst(needs: readonly Need[]): readonly Need[] {
  return needs.length < 2 ? needs : [...needs].sort((a, b) => a.weight - b.weight).slice(0, NEEDS)
}

function rows(lists: readonly (readonly number[] | undefined)[]): Rows {
  const starts = new Int32Array(lists.length + 1)
  let size = 0
  for (let i = 0; i < lists.length; i++) {
    size += (lists[i] ?? NONE).length
    starts[i + 1] = size
  }
  const few = lists.every((list) => list === undefined || list.every((item) => item <= 0xffff))
  const items = few ? new Uint16Array(size) : new Uint32Array(size)
  for (let i = 0; i < lists.length; i++) items.set(lists[i] ?? NONE, starts[i])
  return { starts, items }
}
