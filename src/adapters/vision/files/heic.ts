import { createRequire } from 'node:module'
import { unreadable } from './containers/walk.ts'
import { LIMITS } from './header.ts'

export interface Raw {
  data: Uint8Array
  width: number
  height: number
  channels: 3 | 4
}

/** What of libheif is used here: it ships no usable types. Handles are numbers or objects of its own. */
interface Libheif {
  heif_context_alloc(): unknown
  heif_context_free(context: unknown): void
  heif_context_read_from_memory(context: unknown, bytes: Uint8Array): { code: unknown }
  heif_js_context_get_primary_image_handle(context: unknown): unknown
  heif_image_handle_release(handle: unknown): void
  heif_image_handle_get_width(handle: unknown): number
  heif_image_handle_get_height(handle: unknown): number
  heif_js_decode_image2(handle: unknown, colourspace: unknown, chroma: unknown): Decoded | { code: unknown }
  heif_image_release(image: unknown): void
  heif_error_code: { heif_error_Ok: unknown }
  heif_colorspace: { heif_colorspace_RGB: unknown }
  heif_chroma: { heif_chroma_interleaved_RGBA: unknown }
}
interface Decoded {
  image: unknown
  channels: { width: number; height: number; stride: number; data: Uint8Array }[]
}

let loaded: Libheif | undefined
/** Eight megabytes of WASM: only for whoever sends a HEIC. */
function libheif(): Libheif {
  loaded ??= createRequire(import.meta.url)('libheif-js/wasm-bundle.js') as Libheif
  return loaded
}

/**
 * The main picture of a HEIC file, upright: libheif turns it as the file's boxes say. Its own class for this takes
 * the first picture, which is not always the main one, and writes to the console.
 */
export function decodeHeic(bytes: Uint8Array): Raw {
  const lib = libheif()
  const context = lib.heif_context_alloc()
  let handle: unknown
  try {
    const read = lib.heif_context_read_from_memory(context, bytes)
    if (read.code !== lib.heif_error_code.heif_error_Ok) throw unreadable('the file is damaged')
    handle = lib.heif_js_context_get_primary_image_handle(context)
    if (handle === undefined || handle === null || isError(handle))
      throw unreadable('the file holds no picture')
    const width = lib.heif_image_handle_get_width(handle)
    const height = lib.heif_image_handle_get_height(handle)
    if (!(width > 0 && height > 0 && width * height <= LIMITS.pixels)) throw unreadable('too many pixels')
    const decoded = lib.heif_js_decode_image2(
      handle,
      lib.heif_colorspace.heif_colorspace_RGB,
      lib.heif_chroma.heif_chroma_interleaved_RGBA,
    )
    if (!('channels' in decoded)) throw unreadable('the picture in the file is damaged')
    try {
      return packed(decoded)
    } finally {
      lib.heif_image_release(decoded.image)
    }
  } finally {
    if (handle && !isError(handle)) lib.heif_image_handle_release(handle)
    lib.heif_context_free(context)
  }
}

function isError(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'code' in handle && 'message' in handle
}

/** Rows without the padding that the decoder keeps behind each. */
function packed({ channels }: Decoded): Raw {
  const [channel] = channels
  if (channel === undefined) throw unreadable('the file holds no picture')
  const { width, height, stride, data } = channel
  const row = 4 * width
  const packed = new Uint8Array(row * height)
  for (let y = 0; y < height; y++) packed.set(data.subarray(y * stride, y * stride + row), y * row)
  return { data: packed, width, height, channels: 4 }
}
