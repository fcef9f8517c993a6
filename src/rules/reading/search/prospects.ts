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
/** A code unit has so many values. */
const CODES = 0x10000

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

  /** Lists that a code is in; phrases that ask for a list before all others; what else they ask for. */
  private ofCode: Rows = { starts: new Int32Array(1), items: new Uint16Array(0) }
  private ofList = this.ofCode
  private ofPhrase = this.ofCode
  /** Places that fit, a stretch for each group: the sure ones, then those that were found to fit. */
  private fitting = this.ofCode
  private groupOf = new Int32Array(0)
  private placeOf = new Int32Array(0)
  private leading = 0
  private packed = -1

  /** 0 while no texts are in hand: then every phrase may fit. */
  private round = 0
  private rounds = 0
  private readonly codeSeen = new Int32Array(CODES)
  private listSeen = new Int32Array(0)
  private touched = new Int32Array(0)
  private groupSeen = new Int32Array(0)
  private counts = new Int32Array(0)
  private sures = new Int32Array(0)

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
    const byList: number[][] = this.lists.map(() => [])
    this.phrases.forEach(({ lists }, i) => {
      byList[order[lists[0] as number] as number]?.push(i)
    })
    this.ofCode = rows(byCode)
    this.ofList = rows(byList)
    this.ofPhrase = rows(this.phrases.map(({ lists }) => lists.slice(1).map((list) => order[list] as number)))
    this.groupOf = Int32Array.from(this.phrases, ({ group }) => group)
    this.placeOf = Int32Array.from(this.phrases, ({ place }) => place)
    this.fitting = rows(
      this.sure.map((sure, i) => [...sure, ...new Array((this.sizes[i] as number) - sure.length).fill(0)]),
    )
    this.listSeen = new Int32Array(this.lists.length)
    this.touched = new Int32Array(this.lists.length)
    this.groupSeen = new Int32Array(this.sure.length)
    this.sures = Int32Array.from(this.sure, (sure) => sure.length)
    this.counts = new Int32Array(this.sure.length)
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
    let touched = 0
    for (const text of texts) touched = this.look(text, touched)
    const { starts, items } = this.ofList
    for (let t = 0; t < touched; t++) {
      const list = this.touched[t] as number
      const end = starts[list + 1] as number
      for (let i = starts[list] as number; i < end; i++) this.consider(items[i] as number)
    }
  }

  private look(text: string, already: number): number {
    const { round, codeSeen, listSeen, touched, leading } = this
    const { starts, items } = this.ofCode
    let count = already
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (codeSeen[code] === round || code + 1 >= starts.length) continue
      codeSeen[code] = round
      const end = starts[code + 1] as number
      for (let k = starts[code] as number; k < end; k++) {
        const list = items[k] as number
        if (listSeen[list] === round) continue
        listSeen[list] = round
        if (list < leading) touched[count++] = list
      }
    }
    return count
  }

  private consider(phrase: number): void {
    const { round, listSeen } = this
    const { starts, items } = this.ofPhrase
    const end = starts[phrase + 1] as number
    for (let i = starts[phrase] as number; i < end; i++) if (listSeen[items[i] as number] !== round) return
    const group = this.groupOf[phrase] as number
    if (this.groupSeen[group] !== round) {
      this.groupSeen[group] = round
      this.counts[group] = this.sures[group] as number
    }
    const count = this.counts[group] as number
    this.fitting.items[(this.fitting.starts[group] as number) + count] = this.placeOf[phrase] as number
    this.counts[group] = count + 1
  }

  release(): void {
    this.round = 0
  }

  /** How many phrases of a group the texts in hand have room for; undefined: no telling. */
  fits(group: number): number | undefined {
    if (this.round === 0 || group < 0) return undefined
    return (this.groupSeen[group] === this.round ? this.counts : this.sures)[group]
  }

  /** The place of one of them in its group. */
  place(group: number, i: number): number {
    return this.fitting.items[(this.fitting.starts[group] as number) + i] as number
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
