import type { Hidden, Metadata } from '../../../../bot/pictures.ts'
import type { Part, Walk } from '../containers/walk.ts'
import { readExif } from './exif.ts'
import { Facts } from './facts.ts'
import { isJpeg, readIptc, readResources } from './iptc.ts'
import { readXmp } from './xmp.ts'

export interface Gathered {
  metadata: Metadata
  hidden: Set<Hidden>
  /** Pictures in the picture that somebody has to look at to know whether they show more. */
  pictures: { bytes: Uint8Array; as: 'thumbnail' | 'second-picture' }[]
  /** Something could not be read: there may be more than is told here. */
  damaged: boolean
}

/** Base64 of more than this is not unpacked, only told. */
const MOST_BASE64 = 8_000_000

/** Everything that the parts of a file tell, and the parts inside of those. */
export function gather(walk: Walk): Gathered {
  const facts = new Facts()
  const gathered: Gathered = {
    metadata: facts.metadata(),
    hidden: new Set(walk.hidden),
    pictures: [],
    damaged: false,
  }
  const queue: Part[] = [...walk.parts]
  for (let i = 0; i < queue.length && i < 4_000; i++) read(queue[i] as Part, facts, gathered, queue, walk)
  gathered.metadata = facts.metadata()
  gathered.damaged = facts.damaged || walk.damaged
  return gathered
}

function read(part: Part, facts: Facts, gathered: Gathered, queue: Part[], walk: Walk): void {
  if (part.kind === 'exif') {
    const whole = walk.format === 'tiff'
    const inside = readExif(part.bytes, facts, whole)
    for (const bytes of inside.xmp) queue.push({ kind: 'xmp', bytes })
    for (const bytes of inside.iptc) queue.push({ kind: 'iptc', bytes })
    for (const bytes of inside.resources) queue.push({ kind: 'resources', bytes })
    if (inside.thumbnail && isJpeg(inside.thumbnail)) {
      gathered.pictures.push({ bytes: inside.thumbnail, as: 'thumbnail' })
    }
  } else if (part.kind === 'xmp') {
    const { pictures, motion } = readXmp(part.bytes, facts)
    for (const { name, base64 } of pictures) {
      const as = name === 'xmpGImg:image' ? 'thumbnail' : 'second-picture'
      if (base64.length > MOST_BASE64) gathered.hidden.add(as)
      else gathered.pictures.push({ bytes: Buffer.from(base64.replace(/&#x[aA];/g, ''), 'base64'), as })
    }
    if (motion && walk.hidden.has('trailer')) gathered.hidden.add('video')
  } else if (part.kind === 'iptc') readIptc(part.bytes, facts)
  else if (part.kind === 'resources') {
    const { thumbnail, exif, xmp } = readResources(part.bytes, facts)
    for (const bytes of exif) queue.push({ kind: 'exif', bytes })
    for (const bytes of xmp) queue.push({ kind: 'xmp', bytes })
    if (thumbnail && isJpeg(thumbnail)) gathered.pictures.push({ bytes: thumbnail, as: 'thumbnail' })
  } else if (part.kind === 'field') readField(part.name, part.text, facts)
  else gathered.pictures.push(part)
}

/** A PNG's texts have names of their writer's choosing; those that no table knows are typed words to us. */
function readField(name: string, text: string, facts: Facts): void {
  if (!name.startsWith('PNG-')) {
    facts.add(name, text)
    return
  }
  const keyword = name.slice(4).replaceAll(' ', '')
  const known = PNG_KEYWORDS[keyword.toLowerCase()]
  if (known === null) return
  if (known !== undefined) facts.add(known, text)
  else facts.addWords(text)
}

const PNG_KEYWORDS: Readonly<Record<string, string | null>> = {
  title: 'Title',
  author: 'Author',
  artist: 'Artist',
  description: 'Description',
  copyright: 'Copyright',
  creationtime: 'CreationTime',
  'create-date': 'CreateDate',
  'date:create': 'CreateDate',
  'date:modify': 'ModifyDate',
  'date:timestamp': 'ModifyDate',
  'modify-date': 'ModifyDate',
  timestamp: 'TimeStamp',
  software: 'Software',
  source: 'Source',
  disclaimer: 'Disclaimer',
  warning: 'Warning',
  comment: 'Comment',
  model: 'Model',
  make: 'Make',
  camera: 'Model',
  location: 'Location',
  gps: 'GPSPosition',
  signature: null,
  'exif:datetimeoriginal': 'DateTimeOriginal',
  'exif:datetime': 'ModifyDate',
  'exif:datetimedigitized': 'CreateDate',
  'exif:gpslatitude': 'GPSLatitude',
  'exif:gpslongitude': 'GPSLongitude',
  'exif:make': 'Make',
  'exif:model': 'Model',
  'exif:software': 'Software',
}
