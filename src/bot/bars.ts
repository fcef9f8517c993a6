import type { BlockDraft } from './reply.ts'

type Chart = Extract<BlockDraft, { type: 'chart' }>

/** As wide as a phone shows beside a word, in characters. */
const WIDEST = 16

/** A chart as lines of letters, for surfaces that draw nothing else. */
export function barsOf({ labels, series }: Pick<Chart, 'labels' | 'series'>): string {
  const most = Math.max(1, ...series.flatMap(({ values }) => values))
  const width = Math.max(...series.map(({ name }) => name.length))
  return labels
    .flatMap((label, index) => [
      label,
      ...series.map(({ name, values }) => {
        const value = values[index] ?? 0
        // What is there shows, however small it is beside the rest.
        const length = value === 0 ? 0 : Math.max(1, Math.round((value / most) * WIDEST))
        return `  ${name.padEnd(width)} ${'█'.repeat(length)}${length > 0 ? ' ' : ''}${value}`
      }),
    ])
    .join('\n')
}
