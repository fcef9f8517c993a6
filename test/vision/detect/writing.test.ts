import { describe, expect, it } from 'vitest'
import { alphabet } from '../../../src/adapters/vision/detect/text/alphabet.ts'
import { closeUps } from '../../../src/adapters/vision/detect/text/close-ups.ts'
import { findText } from '../../../src/adapters/vision/detect/text/find.ts'
import type { Reader } from '../../../src/adapters/vision/detect/text/reader.ts'
import {
  around,
  type Point,
  type Rectangle,
  upright,
} from '../../../src/adapters/vision/detect/text/rectangle.ts'
import { regions } from '../../../src/adapters/vision/detect/text/regions.ts'

describe('the smallest rectangle', () => {
  const turned = (degrees: number): Point[] => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
    return [
      [-50, -10],
      [50, -10],
      [50, 10],
      [-50, 10],
      [0, 0],
    ].map(([x = 0, y = 0]) => [200 + x * cos - y * sin, 100 + x * sin + y * cos])
  }
  for (const degrees of [0, 12, -30, 44])
    it(`leans as what it holds: ${degrees}°`, () => {
      const { x, y, width, height, angle } = around(turned(degrees))
      expect([x, y, width, height].map(Math.round)).toEqual([200, 100, 100, 20])
      expect((angle * 180) / Math.PI).toBeCloseTo(degrees, 3)
    })

  it('stands where the writing runs down', () => {
    const { width, height } = around(turned(90))
    expect([width, height].map(Math.round)).toEqual([20, 100])
  })
})

describe('where the detector sees writing', () => {
  const map = (width: number, height: number, lit: (x: number, y: number) => number) =>
    Float32Array.from({ length: width * height }, (_, at) => lit(at % width, Math.floor(at / width)))

  it('is one region for each line, with some room around it', () => {
    const two = map(100, 60, (x, y) =>
      x >= 20 && x < 80 && (y === 15 || (y >= 10 && y < 16) || (y >= 40 && y < 46)) ? 0.9 : 0,
    )
    const found = regions(two, 100, 60)
    expect(found.map(({ rectangle }) => upright(rectangle)).map(({ y }) => Math.round(y))).toEqual([6, 36])
    for (const { rectangle } of found) expect(rectangle.width).toBeGreaterThan(60)
  })

  it('is nowhere where it is hardly certain, or only a speck', () => {
    expect(
      regions(
        map(50, 50, (x, y) => (x > 10 && x < 40 && y > 20 && y < 30 ? 0.35 : 0)),
        50,
        50,
      ),
    ).toEqual([])
    expect(
      regions(
        map(50, 50, (x, y) => (x === 9 && y === 9 ? 0.99 : 0)),
        50,
        50,
      ),
    ).toEqual([])
  })
})

describe('letters out of slivers', () => {
  const KEYS = ['a', 'b', '中', '：']
  const SIGNS = ['', ...KEYS, ' ']
  const words = (slivers: readonly Readonly<Record<string, number>>[]) => {
    const data = Float32Array.from(slivers.flatMap((chances) => SIGNS.map((sign) => chances[sign] ?? 0)))
    return alphabet(KEYS).words({ data, dims: [1, slivers.length, SIGNS.length] })[0]
  }
  const cases: [string, readonly Readonly<Record<string, number>>[], string][] = [
    ['a letter held for long is one', [{ a: 0.9 }, { a: 0.9 }, { b: 0.9 }], 'ab'],
    ['with a gap it is two', [{ a: 0.9 }, { '': 0.9 }, { a: 0.9 }], 'aa'],
    ['a hint of a space is a space', [{ a: 0.9 }, { '': 0.9, ' ': 0.05 }, { b: 0.9 }], 'a b'],
    ['less than a hint is none', [{ a: 0.9 }, { '': 0.9, ' ': 0.01 }, { b: 0.9 }], 'ab'],
    ['no space in front', [{ '': 0.5, ' ': 0.4 }, { b: 0.9 }], 'b'],
    ['what nobody writes here is not read', [{ 中: 0.6, a: 0.3 }], 'a'],
    ['wide signs become plain ones', [{ '：': 0.9 }], ':'],
  ]
  for (const [name, slivers, text] of cases) it(name, () => expect(words(slivers)?.text).toBe(text))
})

describe('which places are worth a closer look', () => {
  const raster = { rgb: new Uint8Array(0), width: 4000, height: 3000 }
  const scale = 1280 / 4000
  const line = (x: number, y: number) => ({ x, y, width: 200, height: 30 })

  it('small lines that stand together are one place', () => {
    const places = closeUps(
      raster,
      { small: [line(1000, 1000), line(1000, 1060), line(1250, 1030)], screens: [] },
      scale,
    )
    expect(places).toHaveLength(1)
  })
  it('screens come first', () => {
    const screen = { x: 2500, y: 2000, width: 900, height: 600 }
    const [first] = closeUps(raster, { small: [line(100, 100)], screens: [screen] }, scale)
    expect(first?.x).toBeGreaterThan(2000)
  })
  it('a picture that has no more pixels to show is not looked at again', () => {
    const small = { ...raster, width: 1280, height: 960 }
    expect(closeUps(small, { small: [{ x: 0, y: 0, width: 1200, height: 900 }], screens: [] }, 1)).toEqual([])
  })
})

describe('reading', () => {
  const raster = { rgb: new Uint8Array(1280 * 960 * 3), width: 1280, height: 960 }
  const at = (x: number, y: number): Rectangle => ({ x, y, width: 200, height: 30, angle: 0 })
  const reader = (lines: readonly (readonly [Rectangle, string, number])[]): Reader => ({
    regions: async () => lines.map(([rectangle]) => ({ rectangle, score: 0.9 })),
    read: async (_, asked) =>
      asked.map((rectangle) => {
        const [, text = '', score = 0] =
          lines.find(([own]) => own.x === rectangle.x && own.y === rectangle.y) ?? []
        return { text, score }
      }),
  })

  it('goes row by row from the left', async () => {
    const lines = reader([
      [at(900, 100), 'second', 0.9],
      [at(300, 104), 'first', 0.9],
      [at(300, 300), 'third', 0.9],
    ])
    const { text } = await findText(lines, raster, [], () => false)
    expect(text.map((line) => line.text)).toEqual(['first', 'second', 'third'])
  })

  it('leaves out what cannot be read, and lone signs', async () => {
    const lines = reader([
      [at(300, 100), 'name', 0.9],
      [at(300, 200), 'nqrx', 0.3],
      [at(300, 300), 'l', 0.7],
    ])
    const { text, incomplete } = await findText(lines, raster, [], () => false)
    expect(text.map((line) => line.text)).toEqual(['name'])
    expect(incomplete).toBe(false)
  })

  it('says when there was more than could be read', async () => {
    const many = Array.from({ length: 230 }, (_, row) => [at(300, row * 4 + 2), `line ${row}`, 0.9] as const)
    expect((await findText(reader(many), raster, [], () => false)).incomplete).toBe(true)
  })
})
