import type { Metadata } from '../../../../bot/pictures.ts'
import { aboutOf } from './fields.ts'

const MOST_WORDS = 300
const LONGEST = 20_000
/** What cameras write where nothing was typed. */
const NOTHING =
  /^(?:[\s\0.*_-]*|unknown|default|none|untitled|(?:OLYMPUS|SONY|MINOLTA|SAMSUNG|KODAK|KONICA MINOLTA)(?: CORPORATION)? ?(?:DIGITAL CAMERA|DSC)|screenshot|\d{1,2})$/i

/** Gathers what the parts of a file tell; values stay in here, but for words that the text rules read. */
export class Facts {
  private readonly fields = new Set<string>()
  private readonly words = new Set<string>()
  private readonly found = { gps: false, taken: false, device: false, person: false }
  /** Some of it could not be read. */
  damaged = false

  /** `value`: anything that shows whether the field is empty; only typed words are kept. */
  add(name: string, value = 'set'): void {
    const about = aboutOf(name)
    const text = value.replaceAll('\0', '').trim()
    if (about === undefined || text === '') return
    if (about === 'words') {
      if (text !== 'set') this.addWords(text)
      return
    }
    this.fields.add(name)
    this.found[about] = true
  }

  /** Typed under a name that no table knows: a key of somebody's own. */
  addWords(text: string): void {
    if (NOTHING.test(text)) return
    if (this.words.size >= MOST_WORDS || text.length > LONGEST) this.damaged = true
    if (this.words.size < MOST_WORDS) this.words.add(text.slice(0, LONGEST))
  }

  metadata(): Metadata {
    return { ...this.found, fields: [...this.fields].sort(), words: [...this.words] }
  }
}
