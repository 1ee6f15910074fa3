import { grouped } from '../language/words.ts'

/** Long programs in links: deflate-raw, then base64url. Inflating stops at the cap, so that a small link cannot fill memory. */
const MOST_INFLATED = 2_000_000

const bytesThrough = (bytes: BlobPart, stream: CompressionStream | DecompressionStream) =>
  new Blob([bytes])
    .stream()
    .pipeThrough(stream as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>)

export async function pack(text: string): Promise<string> {
  const packed = bytesThrough(text, new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  let binary = ''
  for (let from = 0; from < bytes.length; from += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(from, from + 0x8000))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Throws, for the user, where the text is not what `pack` makes, or inflates past the cap. */
export const unpack = (packed: string): Promise<string> =>
  inflated(packed).catch((error) => {
    throw error instanceof RangeError ? error : new RangeError('The program in the link is damaged; it is ignored.')
  })

async function inflated(packed: string): Promise<string> {
  const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  const reader = bytesThrough(bytes, new DecompressionStream('deflate-raw')).getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
    if (text.length > MOST_INFLATED) {
      await reader.cancel()
      throw new RangeError(`The program in the link has more than ${grouped(MOST_INFLATED)} characters; it is ignored.`)
    }
  }
}
