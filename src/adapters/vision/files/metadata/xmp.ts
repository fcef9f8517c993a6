import type { Facts } from './facts.ts'

/** XMP of more tags than this is not followed any further. */
const MOST_TAGS = 60_000
const LONGEST_VALUE = 20_000
const DEEPEST = 40

/** What XMP calls otherwise than exiftool. */
const RENAMED: Readonly<Record<string, string>> = {
  'exif:DateTimeDigitized': 'CreateDate',
  'tiff:DateTime': 'ModifyDate',
  'aux:Lens': 'Lens',
  'photoshop:Headline': 'Headline',
  'exifEX:BodySerialNumber': 'SerialNumber',
  'exifEX:CameraOwnerName': 'OwnerName',
  'mwg-rs:Name': 'RegionName',
  'mwg-rs:Description': 'RegionDescription',
  'MPReg:PersonDisplayName': 'RegionPersonDisplayName',
  'MPReg:PersonEmailDigest': 'RegionPersonEmailDigest',
  'MPReg:PersonLiveIdCID': 'RegionPersonLiveIdCID',
  'Iptc4xmpCore:CiEmailWork': 'CreatorWorkEmail',
  'Iptc4xmpCore:CiTelWork': 'CreatorWorkTelephone',
  'Iptc4xmpCore:CiUrlWork': 'CreatorWorkURL',
  'Iptc4xmpCore:CiAdrExtadr': 'CreatorAddress',
  'Iptc4xmpCore:CiAdrCity': 'CreatorCity',
  'Iptc4xmpExt:Sublocation': 'LocationShownSublocation',
  'Iptc4xmpExt:City': 'LocationShownCity',
  'Iptc4xmpExt:ProvinceState': 'LocationShownProvinceState',
  'Iptc4xmpExt:CountryName': 'LocationShownCountryName',
  'Iptc4xmpExt:LocationName': 'LocationShownLocationName',
  'stEvt:when': 'HistoryWhen',
  'stEvt:softwareAgent': 'HistorySoftwareAgent',
  'plus:ImageCreatorName': 'ImageCreatorName',
  'digiKam:TagsList': 'TagsList',
  'lr:hierarchicalSubject': 'HierarchicalSubject',
}
/** Names that mean a person or words only where these families use them; elsewhere they name tools and settings. */
const ONLY = {
  Name: /^$/,
  Title: /^(?:dc|photoshop|xmpDM|pdf|Iptc4xmpCore|getty|acdsee)$/,
  Description: /^(?:dc|tiff|Iptc4xmpCore|exif|GCamera)$/,
  Source: /^(?:dc|photoshop)$/,
  Label: /^xmp$/,
  Category: /^photoshop$/,
  Subject: /^(?:dc|pdf)$/,
  Event: /^Iptc4xmpExt$/,
  Keywords: /^(?:pdf|dc|acdsee|microsoft|MicrosoftPhoto)$/,
  Marked: /^$/,
  DateTime: /^$/,
} as const

/** What stands in XMP of a second picture, of depth, of a film. */
export interface XmpHints {
  /** Base64 pictures: xmp:Thumbnails, GImage, GDepth. */
  pictures: { name: string; base64: string }[]
  motion: boolean
}

export function readXmp(bytes: Uint8Array, facts: Facts): XmpHints {
  const hints: XmpHints = { pictures: [], motion: false }
  const text = decode(bytes)
  const open: string[] = []
  let tags = 0
  let at = text.indexOf('<')
  while (at >= 0 && tags++ < MOST_TAGS) {
    if (text.startsWith('<!--', at)) at = after(text, '-->', at)
    else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at)
    else {
      const end = text.indexOf('>', at)
      if (end < 0) break
      readTag(text, at, end, open, facts, hints)
      const next = text.indexOf('<', end)
      const name = nearest(open)
      if (name !== undefined && next > end + 1) value(name, text.slice(end + 1, next), facts, hints)
      at = end
    }
    at = text.indexOf('<', at + 1)
  }
  if (at >= 0) facts.damaged = true
  return hints
}

function after(text: string, mark: string, at: number): number {
  const end = text.indexOf(mark, at)
  return end < 0 ? text.length : end
}

function readTag(text: string, at: number, end: number, open: string[], facts: Facts, hints: XmpHints): void {
  if (text[at + 1] === '/') {
    open.pop()
    return
  }
  if (text[at + 1] === '?' || text[at + 1] === '!') return
  const inside = text.slice(at + 1, end)
  const name = /^[^\s/>]{1,120}/.exec(inside)?.[0] ?? ''
  for (const [, attribute, double, single] of inside.matchAll(
    /\s([\w.-]{1,60}:[\w.-]{1,80})\s{0,8}=\s{0,8}(?:"([^"]*)"|'([^']*)')/g,
  )) {
    const key = attribute as string
    if (/^(?:xmlns|xml|rdf|x):/.test(key)) continue
    value(key, double ?? single ?? '', facts, hints)
  }
  if (inside.endsWith('/')) return
  if (open.length < DEEPEST) open.push(name)
  else facts.damaged = true
}

/** Lists and alternatives are XMP's own packaging: a text belongs to what they stand in. */
function nearest(open: readonly string[]): string | undefined {
  for (let i = open.length - 1; i >= 0; i--) {
    const name = open[i] as string
    if (!/^(?:rdf|x):/.test(name)) return name
  }
  return undefined
}

function value(name: string, raw: string, facts: Facts, hints: XmpHints): void {
  const text = raw.trim()
  if (text === '') return
  const [family = '', local = ''] = name.split(':')
  if (/^(?:MotionPhoto|MicroVideo)$/.test(local) && text !== '0') hints.motion = true
  if (/^(?:Semantic|Mime)$/.test(local) && /MotionPhoto|video\//.test(text)) hints.motion = true
  if ((/^(?:GImage|GDepth)$/.test(family) && local === 'Data') || name === 'xmpGImg:image') {
    hints.pictures.push({ name, base64: text })
    return
  }
  const capital = local.charAt(0).toUpperCase() + local.slice(1)
  const only = ONLY[capital as keyof typeof ONLY] as RegExp | undefined
  if (RENAMED[name] === undefined && only !== undefined && !only.test(family)) return
  facts.add(RENAMED[name] ?? capital, unescaped(text.slice(0, LONGEST_VALUE)))
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function decode(bytes: Uint8Array): string {
  const [first, second] = [bytes[0] ?? 0, bytes[1] ?? 0]
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))
    return new TextDecoder('utf-16be').decode(bytes)
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0))
    return new TextDecoder('utf-16le').decode(bytes)
  return new TextDecoder().decode(bytes)
}
