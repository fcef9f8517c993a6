import { withEmoji } from './emoji.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
/** `<https://a.example|shown>`, `<@U1|sarah>`, `<#C1|general>`, `<!here>`, `<mailto:a@b.example|a@b.example>`. */
const MARKUP = /<([@#!]?)([^<>|]{1,2000})(?:\|([^<>]{0,500}))?>/g

/**
 * Slack's way of writing a message, back to what the person typed. A link keeps its address unless other words
 * stand in its place; a person stays a handle, since a tag is something that a draft must not hide.
 * https://docs.slack.dev/messaging/formatting-message-text
 * @param blocks of the same message, if there are any
 */
export function plainWords(text: string, blocks?: unknown): string {
  return withEmoji(text, blocks)
    .replace(MARKUP, (_whole, sort: string, target: string, label: string | undefined) => {
      // "<!date^…|Friday>" is words alone; the name of a group brings its "@" along.
      if (sort === '!' && target.startsWith('date^')) return label ?? ''
      if (sort === '!') return `@${(label ?? target.replace(/^subteam\^/, '')).replace(/^@/, '')}`
      if (sort !== '') return `${sort}${label || target}`
      return label || target.replace(/^mailto:|^tel:/, '')
    })
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] as string)
}

/** Without the app's own name, which somebody wrote to call it. */
export function withoutMention(text: string, botUser: string): string {
  return text
    .replace(new RegExp(`<@${botUser}(?:\\|[^<>]{0,100})?>`, 'g'), ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}
