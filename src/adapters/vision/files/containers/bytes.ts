import { unreadable } from './walk.ts'

/** Reads numbers of either byte order; whatever lies outside of the bytes is one of our own errors. */
export class Numbers {
  readonly bytes: Uint8Array
  private readonly view: DataView
  little: boolean

  constructor(bytes: Uint8Array, little = false) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.little = little
  }

  get length(): number {
    return this.bytes.length
  }

  u8(at: number): number {
    return this.view.getUint8(this.within(at, 1))
  }

  u16(at: number): number {
    return this.view.getUint16(this.within(at, 2), this.little)
  }

  u24(at: number): number {
    const [a, b, c] = [this.u8(at), this.u8(at + 1), this.u8(at + 2)]
    return this.little ? a + b * 256 + c * 65_536 : a * 65_536 + b * 256 + c
  }

  u32(at: number): number {
    return this.view.getUint32(this.within(at, 4), this.little)
  }

  /** As a double: sizes beyond 2^53 are beyond every file anyway. */
  u64(at: number): number {
    return Number(this.view.getBigUint64(this.within(at, 8), this.little))
  }

  slice(at: number, length: number): Uint8Array {
    this.within(at, length)
    return this.bytes.subarray(at, at + length)
  }

  private within(at: number, length: number): number {
    if (at >= 0 && length >= 0 && at + length <= this.bytes.length) return at
    throw unreadable('the file ends before something that it announces')
  }
}

export function ascii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, Math.min(bytes.length, at + Math.min(length, 1024))))
}

export function startsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  if (at + text.length > bytes.length) return false
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** Where `text` stands first at or after `from`, or -1. */
export function find(bytes: Uint8Array, text: string, from = 0): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(text, from, 'latin1')
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const latin1 = new TextDecoder('latin1')

/** UTF-8 where it is, else what old software meant; cut at the first NUL. */
export function readText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  const shown = end < 0 ? bytes : bytes.subarray(0, end)
  try {
    return utf8.decode(shown).trim()
  } catch {
    return latin1.decode(shown).trim()
  }
}
