import type { Need, Prospects } from './prospects.ts'

export interface Wanted {
  /** The expression, written out when it is first tried. */
  write: () => string
  needs: readonly Need[]
}

/** Phrases that are tried one by one; of more than this, all are tried at once. */
const FEW = 8
/** Beyond this, trying one by one could cost the square of the text. */
const SHORT = 1200

/**
 * Many phrases as one expression: the first that fits, at the first place where one does. Only those are tried that
 * the text in hand has the words for, and each is compiled when it is first tried.
 */
export class Search extends RegExp {
  private readonly phrases: readonly Wanted[]
  private readonly prospects: Prospects
  private readonly group: number
  private readonly single: (RegExp | undefined)[] = []
  private whole: RegExp | undefined

  constructor(phrases: readonly Wanted[], flags: string, prospects: Prospects) {
    super('(?!)', flags)
    this.phrases = phrases
    this.prospects = prospects
    this.group = prospects.add(phrases.map(({ needs }) => needs))
  }

  override get source(): string {
    return this.phrases.map(({ write }) => `(?:${write()})`).join('|')
  }

  private all(): RegExp {
    this.whole ??= new RegExp(this.source, this.flags)
    return this.whole
  }

  /** One of those that may fit. */
  private one(i: number): RegExp {
    const place = this.prospects.place(this.group, i)
    let made = this.single[place]
    if (made === undefined) {
      made = new RegExp((this.phrases[place] as Wanted).write(), this.flags)
      this.single[place] = made
    }
    return made
  }

  override exec(text: string): RegExpExecArray | null {
    const count = this.prospects.fits(this.group)
    if (count === 0) {
      this.lastIndex = 0
      return null
    }
    if (count === undefined || count > FEW || (count > 1 && text.length > SHORT))
      return this.run(this.all(), text)
    if (count === 1) return this.run(this.one(0), text)
    const from = this.lastIndex
    let best: RegExpExecArray | null = null
    let bestPlace = 0
    let end = 0
    for (let i = 0; i < count; i++) {
      this.lastIndex = from
      const found = this.run(this.one(i), text)
      if (found === null) continue
      const place = this.prospects.place(this.group, i)
      if (best === null || found.index < best.index || (found.index === best.index && place < bestPlace)) {
        best = found
        bestPlace = place
        end = this.lastIndex
      }
    }
    this.lastIndex = best === null ? 0 : end
    return best
  }

  private run(expression: RegExp, text: string): RegExpExecArray | null {
    expression.lastIndex = this.lastIndex
    const found = expression.exec(text)
    this.lastIndex = expression.lastIndex
    return found
  }

  override test(text: string): boolean {
    if (this.global || this.sticky) return this.exec(text) !== null
    const count = this.prospects.fits(this.group)
    if (count === undefined || count > FEW) return this.all().test(text)
    for (let i = 0; i < count; i++) if (this.one(i).test(text)) return true
    return false
  }

  override [Symbol.replace](
    text: string,
    by: string | ((found: string, ...rest: unknown[]) => string),
  ): string {
    const count = this.prospects.fits(this.group)
    if (count === 0) return text
    if (count === 1) return text.replace(this.one(0), by as string)
    if (
      count === undefined ||
      count > FEW ||
      text.length > SHORT ||
      !this.global ||
      typeof by !== 'string' ||
      by.includes('$')
    )
      return text.replace(this.all(), by as string)
    let out = ''
    let from = 0
    this.lastIndex = 0
    for (let found = this.exec(text); found !== null; found = this.exec(text)) {
      out += text.slice(from, found.index) + by
      from = found.index + found[0].length
      if (found[0] === '') this.lastIndex++
    }
    return out + text.slice(from)
  }
}
