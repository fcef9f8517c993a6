import type { Prospects } from './prospects.ts'
import type { Wanted } from './search.ts'

/** Phrases of which each is found by itself, wherever it stands: the cues of a rule, its turns of phrase. */
export class Each {
  private readonly phrases: readonly Wanted[]
  private readonly prospects: Prospects
  private readonly group: number
  private readonly made: (RegExp | undefined)[] = []
  /** Those worth trying. One piece of memory for all drafts, most of which leave it empty. */
  private readonly worth: number[] = []

  constructor(phrases: readonly Wanted[], prospects: Prospects) {
    this.phrases = phrases
    this.prospects = prospects
    this.group = prospects.add(phrases.map(({ needs }) => needs))
  }

  /** Places in the list of those that the text in hand has the words for, in order. Good until it is asked again. */
  fitting(): readonly number[] {
    const { prospects, group, worth } = this
    const count = prospects.fits(group)
    worth.length = 0
    if (count === undefined) for (let i = 0; i < this.phrases.length; i++) worth.push(i)
    else
      for (let i = 0; i < count; i++) {
        const place = prospects.place(group, i)
        let at = worth.push(place) - 1
        for (; at > 0 && (worth[at - 1] as number) > place; at--) worth[at] = worth[at - 1] as number
        worth[at] = place
      }
    return worth
  }

  /** The expression of one of them, written out when it is first tried. */
  expression(place: number): RegExp {
    let made = this.made[place]
    if (made === undefined) {
      made = new RegExp((this.phrases[place] as Wanted).write(), 'g')
      this.made[place] = made
    }
    return made
  }

  /** Tells every place where one of the phrases stands, phrase by phrase. */
  find(code: string, found: (from: number, to: number) => void): void {
    for (const place of this.fitting()) {
      const expression = this.expression(place)
      expression.lastIndex = 0
      for (let m = expression.exec(code); m !== null; m = expression.exec(code)) {
        if (m[0] === '') expression.lastIndex++
        else found(m.index, m.index + m[0].length)
      }
    }
  }
}
