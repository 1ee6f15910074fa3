import { strToU8 } from 'fflate'
import type { Size } from '../../picture/camera.ts'
import type { DrawnShape } from '../../picture/drawing/drawing.ts'
import { withMomentInSvg } from '../carried/svg.ts'
import type { MomentPicture } from '../exported.ts'
import { shapeElement } from '../picture/svg.ts'
import { escaped } from '../picture/xml.ts'
import { captioned } from './captioned.ts'
import type { FilmOf } from './frame.ts'
import { type Lasting, lastingParts } from './lasting.ts'

interface AnimationStyle {
  readonly captioned: boolean
  readonly seconds: number
}

const SIZE: Size = { width: 1280, height: 720 }

/**
 * One SVG that plays once and then stands at its last step, without script. What frames have in common is in it once: a
 * part appears and goes when its frames begin and end. Where motion is not wanted, and for programs that know no
 * animation, it is its last frame.
 */
export function animatedSvg({ seconds, ...style }: AnimationStyle): FilmOf<MomentPicture> {
  const glyphs = new Map<string, string>()
  const frames: string[][] = []
  let last: MomentPicture | null = null
  return {
    ...{ extension: 'svg', type: 'image/svg+xml' },
    add(picture) {
      last = picture
      const { shapes } = captioned(picture, { ...SIZE, ...style })
      frames.push(shapes.flatMap(leaves).map((shape) => shapeElement(shape, picture.theme, glyphs)))
    },
    finish() {
      if (!last) throw new Error('There is no step.')
      const { program, link } = last
      const written = animation(lastingParts(frames), frames.length, seconds, glyphs, last)
      return strToU8(withMomentInSvg(written, { program, moment: link })) as Uint8Array<ArrayBuffer>
    },
  }
}

const leaves = (shape: DrawnShape): readonly DrawnShape[] =>
  shape.kind === 'group' ? shape.shapes.flatMap(leaves) : [shape]

/** What is not there in the last frame is hidden without animation. */
const STYLE = [
  '.h{visibility:hidden}',
  '@keyframes a{from,to{visibility:visible}}',
  '@keyframes b{from,to{visibility:hidden}}',
  '@media (prefers-reduced-motion:reduce){g{animation:none!important}}',
].join('')

function animation(
  parts: readonly Lasting[],
  frames: number,
  seconds: number,
  glyphs: ReadonlyMap<string, string>,
  { title, sentence, program }: MomentPicture,
): string {
  const { width, height } = SIZE
  const defs = [...glyphs].map(([key, outline]) => `<path id="${key}" d="${outline}"/>`).join('')
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img"',
    ` width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n`,
    `<title>${escaped(title)}</title>\n<desc>${escaped(`${sentence}\n\n${program}`)}</desc>\n`,
    `<style>${STYLE}</style>\n<defs>${defs}</defs>\n`,
    ...parts.map((part) => timed(part, frames, seconds)),
    '</svg>',
  ].join('')
}

/** A part, shown and hidden at its times. */
function timed({ part, spans }: Lasting, frames: number, seconds: number): string {
  const isLast = spans[spans.length - 1][1] === frames
  if (isLast && spans.length === 1 && spans[0][0] === 0) return `${part}\n`
  const changes = spans.flatMap(([from, to]) => [
    { name: 'a', at: from },
    { name: 'b', at: to },
  ])
  const all = isLast && spans[0][0] > 0 ? [{ name: 'b', at: 0 }, ...changes] : changes
  const animations = all
    .filter(({ at }) => at < frames)
    .map(({ name, at }) => `${name} 1ms ${Math.round(1000 * at * seconds) / 1000}s forwards`)
  return `<g${isLast ? '' : ' class="h"'} style="animation:${animations.join(',')}">${part}</g>\n`
}
