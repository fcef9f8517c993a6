import type { Box } from '../../bot/pictures.ts'

const ROWS = ['upper', 'middle', 'lower'] as const
const COLUMNS = ['left', 'middle', 'right'] as const

/** Where in the picture: "upper left", "middle", "lower right". */
export function placeOf(box: Box, { width, height }: { width: number; height: number }): string {
  const third = (at: number, whole: number) =>
    Math.min(2, Math.max(0, Math.floor((at * 3) / Math.max(1, whole))))
  const row = ROWS[third(box.y + box.height / 2, height)] as string
  const column = COLUMNS[third(box.x + box.width / 2, width)] as string
  if (row === 'middle') return column === 'middle' ? 'middle' : column
  return column === 'middle' ? row : `${row} ${column}`
}

/** Of a video: "at 0:07". */
export function momentOf(at: number): string {
  const seconds = Math.floor(at / 1000)
  return `at ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
