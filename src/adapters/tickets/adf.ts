import type { MirroredTicket } from '../../bot/outside/tickets.ts'

/** Atlassian Document Format, as far as a ticket needs it (developer.atlassian.com, "Atlassian Document Format"). */
interface Node {
  type: string
  content?: Node[]
  text?: string
  attrs?: Record<string, unknown>
}

const text = (words: string): Node => ({ type: 'text', text: words })
const paragraph = (words: string): Node => ({ type: 'paragraph', content: [text(words)] })
const cell = (type: 'tableHeader' | 'tableCell', words: string): Node => ({
  type,
  content: [paragraph(words)],
})
const row = (type: 'tableHeader' | 'tableCell', ...words: readonly string[]): Node => ({
  type: 'tableRow',
  content: words.map((one) => cell(type, one)),
})

/** What the ticket says, for people who work in Jira. */
export function documentOf({ lines, clocks, number, version }: MirroredTicket) {
  const table: Node[] =
    clocks.length === 0
      ? []
      : [
          {
            type: 'table',
            content: [
              row('tableHeader', 'Clock', 'Due', 'Act by'),
              ...clocks.map(({ what, state, due, actBy }) =>
                row('tableCell', state ? `${what} (${state})` : what, due, actBy),
              ),
            ],
          },
        ]
  return {
    version: 1 as const,
    type: 'doc' as const,
    content: [
      ...lines.map(paragraph),
      ...table,
      paragraph(`Mirrored from Chaperone: ${number}, version ${version}. What it is about stays there.`),
    ],
  }
}
