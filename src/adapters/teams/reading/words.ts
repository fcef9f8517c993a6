import type { Activity } from './payload.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
  nbsp: ' ',
}

/** One pass, so that what somebody typed as "&amp;lt;" stays what it was. */
function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|apos|nbsp);/g, (_whole, name: string) => ENTITIES[name] as string)
}

/** Whether somebody called us by name in a place that others read too. */
export function isCalled({ entities, recipient }: Activity): boolean {
  return (entities ?? []).some(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id)
}

/**
 * What the person typed: without our own name, with other people's as handles, since a tag is something that a
 * draft must not hide.
 */
export function plainWords(activity: Activity): string {
  let text = activity.text ?? ''
  for (const { type, mentioned, text: shown } of activity.entities ?? [])
    if (type === 'mention' && mentioned?.id === activity.recipient.id && shown)
      text = text.replaceAll(shown, ' ')
  const handles = text.replace(
    /<at(?:\s[^<>]{0,200})?>([^<>]{0,200})<\/at>/gi,
    (_whole, name: string) => `@${name}`,
  )
  return decoded(handles).replace(/ {2,}/g, ' ').trim()
}

/** The words of a message that arrives as HTML, as a message action brings it. */
export function ofHtml(html: string): string {
  const lines = html
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/blockquote)\b[^<>]{0,500}>/gi, '\n')
    .replace(/<at(?:\s[^<>]{0,200})?>([^<>]{0,200})<\/at>/gi, (_whole, name: string) => `@${name}`)
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '')
  return decoded(lines)
    .replace(/[ \u00a0]{2,}/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
