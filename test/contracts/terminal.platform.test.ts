import { createTerminal } from '../../src/adapters/terminal/platform.ts'
import { platformContract, type Stage } from './platform.contract.ts'

/** Everything that a terminal could obey or reorder, other than the newline. */
const ACTING = /(?!\n)\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]|\p{Cs}/gu
const OUR_COLOURS = /\p{Cc}\[\d+(?:;\d+)*m/gu

function open(colour: boolean): () => Promise<Stage> {
  return async () => {
    let raw = ''
    const platform = createTerminal({ write: (text) => (raw += text) }, { columns: 60, colour })
    const own = (text: string) => (colour ? text.replace(OUR_COLOURS, '') : text)
    return {
      platform,
      drawn: () => own(raw),
      acting: () => own(raw).match(ACTING) ?? [],
      close: async () => {},
    }
  }
}

platformContract('terminal (plain)', open(false))
platformContract('terminal (colour)', open(true))
