import { type Carried, momentLine, readMoment } from './carried.ts'
import { crc32 } from './crc32.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Length, type and checksum of a chunk. */
const FRAME = 12
/** The keyword, then: not compressed, no language, no translation of the keyword. */
const HEAD = 'gradual\0\0\0\0\0'

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte)

/** The picture with its moment in a text chunk after its first one, which says its size. */
export function withMomentInPng(bytes: Uint8Array, carried: Carried): Uint8Array<ArrayBuffer> {
  const [first] = isPng(bytes) ? chunksOf(bytes) : []
  if (!first) throw new RangeError('Only a whole PNG can carry a moment.')
  const chunk = textChunk(HEAD + momentLine(carried))
  const whole = new Uint8Array(bytes.length + chunk.length)
  whole.set(bytes.subarray(0, first.end))
  whole.set(chunk, first.end)
  whole.set(bytes.subarray(first.end), first.end + chunk.length)
  return whole
}

function textChunk(ascii: string): Uint8Array {
  const chunk = new Uint8Array(ascii.length + FRAME)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, ascii.length)
  chunk.set(new TextEncoder().encode(`iTXt${ascii}`), 4)
  view.setUint32(chunk.length - 4, crc32(chunk.subarray(4, chunk.length - 4)))
  return chunk
}

/** Null where the picture has no such chunk, or it is damaged. */
export function momentInPng(bytes: Uint8Array): Carried | null {
  for (const { type, data, isSound } of chunksOf(bytes)) {
    const head = type === 'iTXt' ? ascii(data.subarray(0, HEAD.length)) : ''
    if (head === HEAD) return isSound() ? readMoment(new TextDecoder().decode(data.subarray(HEAD.length))) : null
  }
  return null
}

interface PngChunk {
  readonly type: string
  readonly data: Uint8Array
  /** Where the next one begins. */
  readonly end: number
  /** Whether its checksum is right. */
  readonly isSound: () => boolean
}

/** Whole chunks, up to the first that says it is longer than what is left. */
function* chunksOf(bytes: Uint8Array): Generator<PngChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = SIGNATURE.length; at + FRAME <= bytes.length; ) {
    const end = at + FRAME + view.getUint32(at)
    if (end > bytes.length) return
    const body = bytes.subarray(at + 4, end - 4)
    const isSound = () => crc32(body) === view.getUint32(end - 4)
    yield { type: ascii(body.subarray(0, 4)), data: body.subarray(4), end, isSound }
    at = end
  }
}

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
