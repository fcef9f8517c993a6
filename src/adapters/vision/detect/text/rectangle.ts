/** A leaning rectangle around a line of text: `width` runs along the writing. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
  /** Of the writing against the horizontal, clockwise, in radians. */
  angle: number
}

export type Point = readonly [number, number]

/** The smallest rectangle around points. */
export function around(points: readonly Point[]): Rectangle {
  const hull = hullOf(points)
  let best: Rectangle | undefined
  for (const [index, [ax, ay]] of hull.entries()) {
    const [bx, by] = hull[(index + 1) % hull.length] ?? [ax + 1, ay]
    const angle = Math.atan2(by - ay, bx - ax)
    const found = boxAt(hull, angle)
    if (!best || found.width * found.height < best.width * best.height) best = found
  }
  return level(best ?? { x: 0, y: 0, width: 0, height: 0, angle: 0 })
}

function boxAt(points: readonly Point[], angle: number): Rectangle {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [x, y] of points) {
    const along = x * cos + y * sin
    const across = y * cos - x * sin
    left = Math.min(left, along)
    right = Math.max(right, along)
    top = Math.min(top, across)
    bottom = Math.max(bottom, across)
  }
  const along = (left + right) / 2
  const across = (top + bottom) / 2
  return {
    x: along * cos - across * sin,
    y: along * sin + across * cos,
    width: right - left,
    height: bottom - top,
    angle,
  }
}

/** The same rectangle with an angle within a quarter turn around the horizontal. */
function level({ x, y, width, height, angle }: Rectangle): Rectangle {
  const quarters = Math.round(angle / (Math.PI / 2))
  const lies = quarters % 2 === 0
  return {
    x,
    y,
    width: lies ? width : height,
    height: lies ? height : width,
    angle: angle - (quarters * Math.PI) / 2,
  }
}

function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort(([ax, ay], [bx, by]) => ax - bx || ay - by)
  if (sorted.length < 3) return sorted
  const half = (ordered: readonly Point[]) => {
    const chain: Point[] = []
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain.at(-2) as Point, chain.at(-1) as Point, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

function turn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

export function corners({ x, y, width, height, angle }: Rectangle): Point[] {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([right = 0, down = 0]) => {
    const along = (right * width) / 2
    const across = (down * height) / 2
    return [x + along * cos - across * sin, y + along * sin + across * cos]
  })
}

/** The upright box around it. */
export function upright(rectangle: Rectangle): { x: number; y: number; width: number; height: number } {
  const points = corners(rectangle)
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
