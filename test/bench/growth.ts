import type { Kind } from '../../src/rules/vocabulary.ts'
import { columns } from '../quality/print.ts'
import type { Contender } from './contenders.ts'
import { longDraft, openDrafts } from './drafts.ts'
import { short } from './figures.ts'

const KB = 1024
const SIZES = Array.from({ length: 11 }, (_, i) => KB * 2 ** i)
const ROUNDS = 5
/** Beyond this nobody waits for the next doubling. */
const LONGEST_MS = 2500

/** Best time of several for each size; `ratio` against half the size. */
export interface Growth {
  contenders: {
    name: string
    sizes: { characters: number; ms: number; ratio: number | null; unchecked: boolean }[]
  }[]
}

/** How time grows with the draft: linear means that twice the text takes twice as long. */
export function measureGrowth(contenders: readonly Contender[]): Growth {
  const { drafts } = openDrafts()
  const texts = SIZES.map((size) => longDraft(drafts, size))
  const runs = contenders.flatMap(({ name, check }) => {
    // A reply is read another way than a post: each must be linear.
    const kinds: Kind[] = name === 'chaperone' ? ['caption', 'review_reply'] : ['caption']
    return kinds.map((kind) => ({
      name: kinds.length > 1 ? `${name}, ${kind}` : name,
      check: (text: string) => check({ id: '', text, kind, label: 'ok', rules: [] }),
      best: [] as number[],
      unchecked: [] as boolean[],
    }))
  })
  for (let round = 0; round < ROUNDS; round++) {
    for (const { check, best, unchecked } of runs) {
      for (const [i, text] of texts.entries()) {
        if ((best[i - 1] ?? 0) > LONGEST_MS) break
        // Short texts often enough that the clock can see them.
        const times = Math.max(1, Math.ceil((64 * KB) / text.length))
        const before = performance.now()
        for (let time = 1; time < times; time++) check(text)
        const result = check(text)
        best[i] = Math.min(best[i] ?? Number.POSITIVE_INFINITY, (performance.now() - before) / times)
        unchecked[i] = overran(result)
      }
    }
  }
  return {
    contenders: runs.map(({ name, best, unchecked }) => ({
      name,
      sizes: best.map((ms, i) => ({
        characters: SIZES[i] as number,
        ms,
        ratio: i === 0 ? null : ms / (best[i - 1] as number),
        unchecked: unchecked[i] === true,
      })),
    })),
  }
}

/** A check that gave up half-way would look fast. */
function overran(result: unknown): boolean {
  const { verdict } = (typeof result === 'object' && result !== null ? result : {}) as { verdict?: unknown }
  return verdict === 'unchecked'
}

export function growthText({ contenders }: Growth): string {
  const rows = SIZES.map((size, i) => [
    size >= KB * KB ? `${size / KB / KB} MB` : `${size / KB} kB`,
    ...contenders.flatMap(({ sizes }) => {
      const at = sizes[i]
      if (!at) return ['–', '']
      return [
        `${short(at.ms)}${at.unchecked ? ' (gave up)' : ''}`,
        at.ratio === null ? '' : `${short(at.ratio)} ×`,
      ]
    }),
  ])
  const worst = contenders.flatMap(({ sizes }) => {
    const ratios = sizes.flatMap(({ ratio }) => ratio ?? [])
    return ['', `${short(Math.max(...ratios))} ×`]
  })
  return [
    'Growth: milliseconds, and how many times as long as half the text (best of several rounds)',
    columns([['', ...contenders.flatMap(({ name }) => [name, ''])], ...rows, ['worst doubling', ...worst]]),
  ].join('\n')
}
