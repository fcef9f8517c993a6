import { columns, percent } from '../print.ts'
import type { Share } from '../score.ts'
import type { PhotoResult } from './measure.ts'

/** The table of what photos have to reach, with what was reached. */
export function photosText({ name, photos, score, first, each, blind, held, memory }: PhotoResult): string {
  const row = (what: string, share: Share, aim: string) => [
    what,
    `${share.hits} of ${share.of}`,
    percent(share),
    aim,
  ]
  const rows = [
    ['', '', '', 'aim'],
    row('photos with people in which one is found', score.somebody, '≥ 99 %'),
    row('faces of 40 pixels and more', score.facesLarge, '≥ 97 %'),
    row('faces, all of them', score.faces, '≥ 94 %'),
    row('photos without people flagged for one', score.nobody, '≤ 8 %'),
    row('printed words read', score.words, '≥ 94 %'),
    row('names, birth dates and record numbers read', score.identifiers, '≥ 90 %'),
    row('place', score.place, '≥ 98 %'),
    row('time', score.time, '≥ 98 %'),
    row('author, owner, device', score.person, '≥ 90 %'),
    row('clean copies with something left', score.leftInCopies, '0'),
    ['one photo, at the median', '', `${milliseconds(median(each))}`, '≤ 1500 ms'],
    ['the first one', '', `${milliseconds(first)}`, '≤ 4000 ms'],
    ['everything else held up for', '', `${milliseconds(held)}`, '≤ 50 ms'],
    ['memory at the most', '', memory === undefined ? '–' : `${memory.toFixed(0)} MB`, '≤ 1000 MB'],
  ]
  const measured = rows.filter(([, , share]) => share !== '–')
  const missed = blind.map((line) => `  could not look for everything: ${line}`)
  return [`photos ${name}: ${photos}`, columns(measured), ...missed].join('\n')
}

function milliseconds(time: number | undefined): string {
  return time === undefined ? '–' : `${time.toFixed(0)} ms`
}

function median(times: readonly number[]): number | undefined {
  return [...times].sort((a, b) => a - b)[times.length >> 1]
}
