import { describe, expect, it } from 'vitest'
import { layersOf, read } from '../../../src/adapters/vision/detect/anchors.ts'
import { covered, distinct, likeness, within } from '../../../src/adapters/vision/detect/boxes.ts'
import { conv, depthwise, rows, stack } from '../../../src/adapters/vision/detect/onnx/layers.ts'
import { Network } from '../../../src/adapters/vision/detect/onnx/network.ts'
import { answer, openRuntime } from '../../../src/adapters/vision/detect/onnx/runtime.ts'
import { turned, turnedBack } from '../../../src/adapters/vision/detect/raster.ts'

/** Runs a network over a picture of 2 × 2 pixels whose three channels are alike. */
async function run(draw: (net: Network) => void): Promise<number[]> {
  const net = new Network()
  draw(net)
  const model = await openRuntime(1).open(net.model())
  const pixels = Uint8Array.from([255, 255, 255, 0, 0, 0, 0, 0, 0, 255, 255, 255])
  return [...answer(await model.run('picture', pixels, [1, 2, 2, 3]), 'out').data]
}

describe('networks put together from weights', () => {
  it('see a picture from -1 to 1, channels first', async () => {
    const out = await run((net) => net.output('out', net.signedPicture()))
    expect(out).toEqual([1, -1, -1, 1, 1, -1, -1, 1, 1, -1, -1, 1])
  })

  it('take weights in the order of TensorFlow, with a bias, and pick channels', async () => {
    // 1 × 1, three channels in, two out: the second is picked, ten times the first channel less the last, and one.
    const weights = { shape: [1, 1, 3, 2], data: Float32Array.of(5, 10, 5, 0, 5, -4) }
    const bias = { shape: [2], data: Float32Array.of(9, 1) }
    const out = await run((net) =>
      net.output('out', conv(net, net.signedPicture(), weights, { bias, pick: [1] })),
    )
    expect(out).toEqual([7, -5, -5, 7])
  })

  it('put the margin of an even picture below and to the right, as TensorFlow does', async () => {
    const ones = { shape: [3, 3, 3, 1], data: new Float32Array(27).fill(1) }
    const out = await run((net) => net.output('out', depthwise(net, net.signedPicture(), ones, 2)))
    // All four pixels and no fifth: 1 - 1 - 1 + 1.
    expect(out).toEqual([0, 0, 0])
  })

  it('list anchors place by place', async () => {
    const out = await run((net) => {
      const planes = net.signedPicture()
      net.output('out', stack(net, [rows(net, planes, 1), rows(net, planes, 1)]))
    })
    expect(out).toHaveLength(24)
    expect(out.slice(0, 6)).toEqual([1, 1, 1, -1, -1, -1])
  })
})

describe('boxes out of anchors', () => {
  // One layer of 2 × 2 places with one square of 20 pixels, for a picture of 32.
  const anchors = Float32Array.from(
    [0.25, 0.75].flatMap((y) =>
      [0.25, 0.75].flatMap((x) => [y - 0.3125, x - 0.3125, y + 0.3125, x + 0.3125]),
    ),
  )
  const layers = layersOf(anchors, 32, 16, [1])

  it('knows their sizes', () => expect(layers).toEqual([[[20, 20]]]))

  it('moves and stretches them, and leaves out what is not certain', () => {
    const boxes = new Float32Array(16)
    boxes.set([1, -1, 0, 5 * Math.log(2)], 4)
    const scores = Float32Array.of(-9, 2, -9, -9)
    const found = read(layers, { width: 32, height: 32 }, { boxes, scores, classes: 1 }, [0.5])
    expect(found).toHaveLength(1)
    // The second place, at 24 and 8: a tenth of the size up and left, twice as wide.
    expect(found[0]?.box).toMatchObject({ x: expect.closeTo(2, 3), y: expect.closeTo(0, 3), height: 20 })
    expect(found[0]?.box.width).toBeCloseTo(40, 3)
    expect(found[0]?.score).toBeCloseTo(0.88, 2)
  })
})

describe('boxes', () => {
  const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })

  it('are alike as far as they cover the same', () => {
    expect(likeness(box(0, 0, 10, 10), box(0, 0, 10, 10))).toBe(1)
    expect(likeness(box(0, 0, 10, 10), box(5, 0, 10, 10))).toBeCloseTo(1 / 3)
    expect(likeness(box(0, 0, 10, 10), box(20, 0, 10, 10))).toBe(0)
    expect(covered(box(0, 0, 10, 10), box(2, 2, 2, 2))).toBe(1)
  })

  it('of the same thing become the best of them', () => {
    const [a, b, c] = [box(0, 0, 10, 10), box(1, 0, 10, 10), box(50, 0, 10, 10)]
    const sightings = [a, b, c].map((each, index) => ({ box: each, score: 0.5 + index / 10 }))
    expect(distinct(sightings).map((sighting) => sighting.box)).toEqual([c, b])
  })

  it('end where the picture ends', () => {
    expect(within(box(-3.2, 5.5, 10, 10), { width: 100, height: 12 })).toEqual(box(0, 5, 7, 7))
    expect(within(box(200, 0, 10, 10), { width: 100, height: 100 }).width).toBe(0)
  })

  for (const turn of [90, 270] as const)
    it(`of a picture turned by ${turn}° come back to their place`, async () => {
      const rgb = new Uint8Array(4 * 3 * 3)
      // One white pixel: the third from the left in the second row.
      rgb.fill(255, (1 * 4 + 2) * 3, (1 * 4 + 3) * 3)
      const picture = { rgb, width: 4, height: 3 }
      const other = await turned(picture, turn)
      const at = other.rgb.indexOf(255) / 3
      const found = box(at % other.width, Math.floor(at / other.width), 1, 1)
      expect(turnedBack(found, turn, picture)).toEqual(box(2, 1, 1, 1))
    })
})
