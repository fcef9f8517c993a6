/** A generated file: where it goes and what must stand in it. */
export interface Page {
  path: string
  text: string
}

const NOTE = 'Written by `npm run gen`. Change what it is made from, then run that again.'

export const MARKDOWN_NOTE = `<!-- ${NOTE} -->`
export const CODE_NOTE = `// ${NOTE}`

/** Escapes what Markdown would take for its own: words come from rules and examples, not from us. */
export function plain(text: string): string {
  return text
    .replaceAll(/([\\`*_[\]<>#|])/g, '\\$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** As code, whatever is inside; a cell of a table must not hold a bar. */
export function code(text: string): string {
  const ticks = text.includes('`') ? '``' : '`'
  const pad = ticks === '``' ? ' ' : ''
  return `${ticks}${pad}${text.replaceAll('|', '\\|')}${pad}${ticks}`
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Blocks of Markdown with an empty line between them and one newline at the end. */
export function page(path: string, blocks: readonly (string | undefined)[]): Page {
  return { path, text: `${blocks.filter((block) => block !== undefined && block !== '').join('\n\n')}\n` }
}
