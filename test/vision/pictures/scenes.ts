import sharp from 'sharp'

/** Something to look at: colours, edges and noise, other ones for every seed. */
export async function scene(seed: number, width = 480, height = 360): Promise<Buffer> {
  let state = seed * 2_654_435_761 + 1
  const next = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
  const colour = (): string => `rgb(${next(256)},${next(256)},${next(256)})`
  const shapes = Array.from({ length: 60 }, () => {
    const [x, y, w, h] = [next(width), next(height), 10 + next(width / 4), 10 + next(height / 4)]
    return next(2) === 0
      ? `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${colour()}" transform="rotate(${next(90)} ${x} ${y})"/>`
      : `<ellipse cx="${x}" cy="${y}" rx="${w / 2}" ry="${h / 2}" fill="${colour()}"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour()}"/>${shapes.join('')}</svg>`
  return sharp(Buffer.from(svg)).removeAlpha().png().toBuffer()
}

/** Red, green; blue, white: whoever turns or mirrors it shows it. */
export async function quarters(width = 240, height = 160): Promise<Buffer> {
  const [w, h] = [width / 2, height / 2]
  const field = (x: number, y: number, fill: string): string =>
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${field(0, 0, '#dc1414')}${field(w, 0, '#14c814')}${field(0, h, '#1414dc')}${field(w, h, '#f0f0f0')}</svg>`
  return sharp(Buffer.from(svg)).removeAlpha().png().toBuffer()
}

/** What stands in the four quarters of a picture, read like a page. */
export function readQuarters(rgb: Uint8Array, width: number, height: number): string {
  const at = (x: number, y: number): string => {
    const i = 3 * (Math.floor(y * height) * width + Math.floor(x * width))
    const [r, g, b] = [rgb[i] as number, rgb[i + 1] as number, rgb[i + 2] as number]
    if (r > 160 && g > 160 && b > 160) return 'W'
    return r > g && r > b ? 'R' : g > b ? 'G' : 'B'
  }
  return at(0.25, 0.25) + at(0.75, 0.25) + at(0.25, 0.75) + at(0.75, 0.75)
}

/** Frames of an animation, one scene each. */
export async function animation(format: 'gif' | 'webp', count: number, delay = 100): Promise<Buffer> {
  const [width, height] = [96, 64]
  const frames = await Promise.all(
    Array.from({ length: count }, async (_, i) =>
      sharp(await scene(i + 1, width, height))
        .ensureAlpha()
        .raw()
        .toBuffer(),
    ),
  )
  const stack = sharp(Buffer.concat(frames), {
    raw: { width, height: height * count, channels: 4, pageHeight: height },
  })
  const options = { delay: frames.map(() => delay), loop: 0 }
  return format === 'gif' ? stack.gif(options).toBuffer() : stack.webp(options).toBuffer()
}
