/** Buttons that the adapter itself answers; all others are "skill/intent". */
export const FORM_ACTION = 'slack/form'
export const COPY_ACTION = 'slack/copy'
/** A choice among buttons of one action: the option carries what the button would. */
export const PICK_ACTION = 'slack/pick'
/** In an action id: what comes behind only keeps ids apart. */
export const APART = '|'

/** What an option of a choice carries; undefined: it does not fit into one. */
export function writePick(action: string, value: string, max: number): string | undefined {
  const text = `${action} ${value}`
  return text.length <= max ? text : undefined
}

export function readPick(text: string): { action: string; value: string } {
  const at = text.indexOf(' ')
  return at === -1 ? { action: text, value: '' } : { action: text.slice(0, at), value: text.slice(at + 1) }
}
