/** Linear Display P3 to linear sRGB: both have the same white and the same curve. */
const MATRIX = [
  [1.224_940_2, -0.224_940_2, 0],
  [-0.042_056_9, 1.042_056_9, 0],
  [-0.019_637_6, -0.078_636_1, 1.098_273_7],
] as const
const STEPS = 4096

/** Display P3 becomes sRGB, in place: what sRGB does not have becomes the nearest that it has. */
export function toSrgb(data: Uint8Array, channels: number): void {
  const linear = Float32Array.from({ length: 256 }, (_, value) => {
    const part = value / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const back = Uint8Array.from({ length: STEPS + 1 }, (_, step) => {
    const part = step / STEPS
    return Math.round(255 * (part <= 0.003_130_8 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055))
  })
  for (let at = 0; at + 2 < data.length; at += channels) {
    const r = linear[data[at] as number] as number
    const g = linear[data[at + 1] as number] as number
    const b = linear[data[at + 2] as number] as number
    for (let i = 0; i < 3; i++) {
      const row = MATRIX[i] as readonly [number, number, number]
      const part = row[0] * r + row[1] * g + row[2] * b
      data[at + i] = back[Math.round(STEPS * Math.min(1, Math.max(0, part)))] as number
    }
  }
}
