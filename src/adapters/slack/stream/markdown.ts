import { clean } from '../render/text.ts'

/** U+2060: cannot be seen, and nothing is a link or a mention across it. */
const JOINER = '\u2060'

/** What begins a style, a link, a list or a heading: https://docs.slack.dev/reference/block-kit/blocks/markdown-block */
const STYLED = /[\\`*_{}[\]()#]/g
/** A list, and a line under a heading, only where a line begins. */
const LISTED = /^(\s*)([-+=])/gm
const NUMBERED = /^(\s*\d{1,9})([.)])/gm
/** Two of them strike through. */
const STRUCK = /~(?=~)/g
/** "@channel", "name@evil.example", "://", "evil.example", ":smile:": Slack would make something of each by itself. */
const CALLING = /@/g
const SCHEME = /:(?=\/\/|[a-z0-9_+'-]{1,60}:)/gi
const DOMAIN = /(?<=[\p{L}\p{N}-])\.(?=\p{L}{2})/gu

/**
 * Words as letters in Slack's markdown, which streams alone cannot do without: nothing in them calls anybody, leads
 * anywhere or looks like more than text.
 */
export function asMarkdown(text: string): string {
  return clean(text)
    .replace(CALLING, `@${JOINER}`)
    .replace(SCHEME, `:${JOINER}`)
    .replace(DOMAIN, `${JOINER}.`)
    .replace(STRUCK, `~${JOINER}`)
    .replace(STYLED, '\\$&')
    .replace(LISTED, '$1\\$2')
    .replace(NUMBERED, '$1\\$2')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
