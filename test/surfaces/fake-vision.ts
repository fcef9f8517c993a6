import { ChaperoneError } from '../../src/bot/errors.ts'
import type { FileRef } from '../../src/bot/event.ts'
import type { Box, Files, Looked, Picture, Sighting, Vision } from '../../src/bot/pictures.ts'

/** What a test says of a picture; left out: nothing of the kind. `stubborn`: found again however it is covered. */
type Told = Omit<Partial<Looked>, 'metadata'> & { metadata?: Partial<Looked['metadata']>; stubborn?: boolean }

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height })
const seen = (...at: Parameters<typeof box>): Sighting => ({ box: box(...at), score: 0.9 })
const read = (text: string, ...at: Parameters<typeof box>) => ({ text, ...seen(...at) })

/** Pictures that transcripts attach by name; the name says what there is to see. */
const PICTURES: Readonly<Record<string, Told>> = {
  'chairs.jpg': {},
  'lobby-with-face.jpg': { faces: [seen(40, 60, 90, 120)], people: [seen(20, 50, 200, 600)] },
  'team.jpg': {
    faces: [
      seen(100, 100, 90, 120),
      seen(400, 100, 90, 120),
      seen(800, 110, 90, 120),
      seen(1000, 90, 80, 110),
    ],
  },
  'back-of-head.jpg': { people: [seen(500, 200, 200, 600)] },
  'dog-and-schedule.jpg': {
    screens: [seen(600, 100, 400, 300)],
    text: [
      read('9:30', 620, 120, 40, 14),
      read('Smith,Sarah', 680, 121, 90, 14),
      read('Botox', 800, 120, 50, 14),
      read('10:00', 620, 150, 40, 14),
      read('Jones,Tom', 680, 151, 80, 14),
      read('DOB06/30/1944', 800, 150, 110, 14),
      read('MRN00482913', 620, 190, 110, 14),
    ],
  },
  'holiday.jpg': {
    metadata: {
      gps: true,
      taken: true,
      device: true,
      fields: ['GPSLatitude', 'DateTimeOriginal', 'SerialNumber'],
    },
    hidden: ['thumbnail'],
  },
  'captioned.jpg': {
    metadata: { person: true, fields: ['Artist'], words: ['Our patient Sarah Smith after her tummy tuck'] },
  },
  'before-after.jpg': { pair: true, barred: [seen(100, 100, 80, 40), seen(700, 100, 80, 40)] },
  'review.png': {
    format: 'png',
    text: [
      read('★★★★★ 2 weeks ago', 20, 20, 200, 20),
      read('Dr. Lee fixed my smile, I love my veneers', 20, 60, 400, 20),
      read('Response from the owner', 20, 100, 220, 20),
    ],
  },
  'half-seen.jpg': { faces: [seen(40, 60, 90, 120)], blind: ['text'] },
  'half-seen-schedule.jpg': { text: [read('MRN00482913', 620, 190, 110, 14)], blind: ['text'] },
  'stubborn.jpg': { faces: [seen(40, 60, 90, 120)], stubborn: true },
  'reel.mp4': {
    format: 'mp4',
    faces: [{ ...seen(40, 60, 90, 120), at: 2000 }],
    frames: { at: [0, 1000, 2000, 3000], duration: 4000 },
  },
  'Sarah-Smith-after.jpg': {},
}

export interface FakeVision extends Vision {
  /** Every look and every copy, in order. */
  asked: string[]
  /** Takes the optional parts away. */
  missing(): void
}

/** Bytes that tell the fake which picture they are, and what has been done to it. */
interface Faked {
  name: string
  clean?: boolean
  boxes?: Box[]
}
const HEAD = [0xff, 0xd8, 0xff, 0xe0]

export function bytesOf(name: string): Uint8Array {
  return pack({ name })
}

function pack(faked: Faked): Uint8Array {
  return new Uint8Array([...HEAD, ...new TextEncoder().encode(JSON.stringify(faked))])
}

function unpack(bytes: Uint8Array): Faked {
  try {
    return JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD.length))) as Faked
  } catch {
    throw new ChaperoneError('photo_unreadable', 'no picture')
  }
}

/** The smallest picture that a browser draws. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export function fakeVision(): FakeVision {
  const asked: string[] = []
  let available = true
  const size = { width: 1200, height: 900 }

  const look = (faked: Faked): Looked => {
    const told = Object.hasOwn(PICTURES, faked.name) ? PICTURES[faked.name] : undefined
    if (told === undefined) throw new ChaperoneError('photo_unreadable', 'no picture')
    const uncovered = <T extends Sighting>(list: readonly T[] = []): T[] =>
      told.stubborn
        ? [...list]
        : list.filter(({ box }) => !(faked.boxes ?? []).some((over) => inside(box, over)))
    const none = { gps: false, taken: false, device: false, person: false, fields: [], words: [] }
    return {
      format: 'jpeg',
      ...size,
      hidden: [],
      pair: false,
      fingerprint: [`print-of-${faked.name}`],
      blind: [],
      ...told,
      ...(faked.clean ? { hidden: [] } : {}),
      metadata: faked.clean ? none : { ...none, ...told.metadata },
      faces: uncovered(told.faces),
      people: uncovered(told.people),
      screens: uncovered(told.screens),
      text: uncovered(told.text),
      // As the real one does: a box over a face looks like a bar over one.
      barred: [...uncovered(told.barred), ...(faked.boxes ?? []).map((box) => ({ box, score: 0.6 }))],
    }
  }
  const copy = (faked: Faked): Picture => ({ bytes: pack(faked), mime: 'image/jpeg', ...size })

  return {
    asked,
    missing: () => {
      available = false
    },
    get available() {
      return available
    },
    async look(bytes) {
      const faked = unpack(bytes)
      asked.push(`look ${faked.name}${faked.boxes ? ' covered' : ''}${faked.clean ? ' clean' : ''}`)
      return look(faked)
    },
    async clean(bytes) {
      asked.push('clean')
      return copy({ ...unpack(bytes), clean: true })
    },
    async cover(bytes, boxes) {
      asked.push(`cover ${boxes.length}`)
      const faked = unpack(bytes)
      return copy({ ...faked, clean: true, boxes: [...(faked.boxes ?? []), ...boxes] })
    },
    async outline(_bytes, boxes) {
      asked.push(`outline ${boxes.length}`)
      return {
        bytes: Uint8Array.from(atob(DOT), (one) => one.charCodeAt(0)),
        mime: 'image/png',
        width: 1,
        height: 1,
      }
    },
    nearness: () => 'other',
    close: async () => {},
  }
}

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

const MIME: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
}

/** A file as an event names it; its id is its name. */
export function fileRef(name: string): FileRef {
  const mime = MIME[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  return { id: name, name, mime, bytes: bytesOf(name).length }
}

/** Hands out every file whose id is the name of a picture here. */
export const fakeFiles: Files = {
  async read({ id }, _from, { maxBytes }) {
    if (id.startsWith('gone')) throw new ChaperoneError('file_unreachable', 'gone')
    const bytes = bytesOf(id)
    if (bytes.length > maxBytes) throw new ChaperoneError('file_refused', 'too large')
    return bytes
  },
}
