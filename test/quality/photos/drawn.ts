import { desk, monitor, type Scene, sheet } from '../../vision/pictures/offices.ts'
import type { Photo } from './labels.ts'

/** Pictures that are drawn for measuring, the same every time. */
export function drawnPhotos(): Photo[] {
  return [
    ...MONITORS.map((options) => photo(`monitor ${options.seed}`, () => monitor(options))),
    ...SHEETS.map((options) => photo(`sheet ${options.seed}`, () => sheet(options))),
    ...[21, 22, 23].map((seed) => photo(`desk ${seed}`, () => desk({ seed }))),
  ]
}

const MONITORS = [
  { seed: 1, share: 0.45, type: 24, lean: 8, side: 0.15 },
  { seed: 2, share: 0.35, type: 26, lean: -12, side: 0.25 },
  { seed: 3, share: 0.3, type: 22, lean: 15, side: 0.1 },
  { seed: 4, share: 0.6, type: 18, lean: 5, side: 0.2 },
  { seed: 5, share: 0.5, type: 20, lean: -20, side: -0.2 },
  { seed: 6, share: 0.8, type: 26, lean: 3, side: 0.3, width: 1600, height: 1200 },
]

const SHEETS = [
  { seed: 11, lean: 4 },
  { seed: 12, lean: -17 },
  { seed: 13, lean: 6, quarter: 90 as const },
  { seed: 14, lean: -5, quarter: 180 as const },
]

function photo(name: string, draw: () => Promise<Scene>): Photo {
  let drawn: Promise<Scene> | undefined
  const scene = () => {
    drawn ??= draw()
    return drawn
  }
  return {
    name,
    people: false,
    bytes: async () => (await scene()).jpeg,
    printed: async () => {
      const { words, identifiers } = await scene()
      return { words: words.join(' '), identifiers: [...identifiers] }
    },
  }
}
