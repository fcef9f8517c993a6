import { withEmoji } from '../incoming/emoji.ts'
import type { File, State } from '../incoming/payload.ts'

export interface Filled {
  values: Record<string, string | string[] | boolean>
  files: File[]
}

/** What somebody filled in, by the names of our fields (block ids). Left empty: not there at all. */
export function readState(state: Readonly<Record<string, Readonly<Record<string, State>>>>): Filled {
  const values: Filled['values'] = {}
  const files: File[] = []
  for (const [name, elements] of Object.entries(state)) {
    for (const one of Object.values(elements)) {
      if (one.files) files.push(...one.files)
      const typed = one.type === 'plain_text_input' && one.value ? withEmoji(one.value) : one.value
      const value = typed ?? one.selected_option?.value ?? one.selected_date ?? undefined
      if (value) values[name] = value
      else if (one.selected_options?.length) values[name] = one.selected_options.map((option) => option.value)
    }
  }
  return { values, files }
}
