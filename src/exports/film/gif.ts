import { GIFEncoder, nearestColorIndex } from 'gifenc'
import type { PictureTheme } from '../../picture/drawing/colours.ts'
import type { FilmOf, PaintedFrame } from './frame.ts'
import { gifColours } from './gifColours.ts'

/** A GIF that plays once. Each frame has only what differs from the one before; the rest is transparent. */
export function gif(theme: PictureTheme, seconds: number): FilmOf<PaintedFrame> {
  const encoder = GIFEncoder()
  const colours = gifColours(theme)
  const transparent = colours.length
  const indexOf = nearest(colours)
  let before: Uint8Array | null = null
  return {
    ...{ extension: 'gif', type: 'image/gif' },
    add({ pixels, width, height }) {
      const indices = indexOf(pixels)
      encoder.writeFrame(differing(indices, before, transparent), width, height, {
        ...(before ? {} : { palette: [...colours, [0, 0, 0]], repeat: -1 }),
        ...{ delay: 1000 * seconds, transparent: before !== null, transparentIndex: transparent, dispose: 1 },
      })
      before = indices
    },
    finish() {
      encoder.finish()
      return encoder.bytes()
    },
  }
}

/** The places in the palette of what is nearest to each pixel; each colour is looked for once. */
function nearest(colours: ReturnType<typeof gifColours>): (pixels: Uint8ClampedArray) => Uint8Array {
  const known = new Map<number, number>()
  return (pixels) => {
    const indices = new Uint8Array(pixels.length / 4)
    for (let i = 0; i < indices.length; i++) {
      const [red, green, blue] = [pixels[4 * i], pixels[4 * i + 1], pixels[4 * i + 2]]
      const key = (red << 16) | (green << 8) | blue
      let index = known.get(key)
      if (index === undefined) {
        index = nearestColorIndex(colours, [red, green, blue])
        known.set(key, index)
      }
      indices[i] = index
    }
    return indices
  }
}

const differing = (indices: Uint8Array, before: Uint8Array | null, transparent: number): Uint8Array =>
  before ? indices.map((index, i) => (index === before[i] ? transparent : index)) : indices
