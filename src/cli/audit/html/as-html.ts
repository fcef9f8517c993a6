import { oneLine } from '../report/say.ts'

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Words of a post as text of a page, inside and outside of attributes; control and bidi characters made visible. */
export function asHtml(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (sign) => SIGNS[sign] as string)
}
