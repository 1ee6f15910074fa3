import type { Size } from '../../picture/camera.ts'
import type { Colour } from '../../picture/drawing/colours.ts'
import type { DrawnPath, DrawnPicture, DrawnText } from '../../picture/drawing/drawing.ts'
import { textWidth } from '../../picture/figure.ts'
import type { MomentPicture } from '../exported.ts'
import { EM, setText } from '../outlines/outlined.ts'
import { fitted, placed, type Rectangle } from '../placed.ts'

/** How the frames of a film look: all of one size, in px. */
export interface FrameStyle extends Size {
  readonly captioned: boolean
}

/** Shares of the frame’s height. */
const MARGIN = 0.03
const STRIP = 0.21
const TITLE = 0.034
const SENTENCE = 0.031
const LINES = 0.125
const LEADING = 1.32

/** A frame of a film: the picture as large as it can be, and below it what the step is and does. */
export function captioned({ drawing, title, sentence }: MomentPicture, style: FrameStyle): DrawnPicture {
  const { width, height } = style
  const margin = MARGIN * height
  const strip = style.captioned ? STRIP * height : 0
  const box = { x: margin, y: margin, width: width - 2 * margin, height: height - strip - 2 * margin }
  const placing = fitted(drawing, box, 100)
  return {
    ...{ width, height },
    shapes: [
      filled({ x: 0, y: 0, width, height }, 'canvas'),
      ...drawing.shapes.map((shape) => placed(shape, placing)),
      ...(style.captioned ? captionOf(title, sentence, style) : []),
    ],
  }
}

/** Its strip is as high in all frames, so that nothing jumps. */
function captionOf(title: string, sentence: string, { width, height }: Size) {
  const x = 1.5 * MARGIN * height
  const room = width - 2 * x
  const top = (1 - STRIP) * height
  const first = top + (0.02 + TITLE) * height
  const written = (text: string, y: number, of: Pick<DrawnText, 'size' | 'weight' | 'colour'>): DrawnText => ({
    ...{ kind: 'text', anchor: 'start', font: 'text', text, x, y },
    ...of,
  })
  const titleSize = Math.min(TITLE * height, room / measured(title, 600))
  const { lines, size } = inLines(sentence, SENTENCE * height, room, LINES * height)
  return [
    filled({ x: 0, y: top, width, height: height - top }, 'wash'),
    written(title, first, { size: titleSize, weight: 600, colour: 'soft' }),
    ...lines.map((line, i) =>
      written(line, first + 0.01 * height + (i + 1) * LEADING * size, { size, weight: 400, colour: 'ink' }),
    ),
  ]
}

const filled = ({ x, y, width, height }: Rectangle, fill: Colour): DrawnPath => ({
  kind: 'path',
  segments: [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']],
  ...{ fill, line: null, width: 0 },
})

/** A text that is too long for its room is written smaller. */
function inLines(text: string, size: number, width: number, height: number): { lines: string[]; size: number } {
  const lines = wrapped(text, width / size)
  if (lines.length * LEADING * size <= height) return { lines, size }
  return inLines(text, 0.92 * size, width, height)
}

/** Relative to the size of its letters. */
function measured(text: string, weight: 400 | 600 = 400): number {
  const set = setText(text, { font: 'text', weight })
  return set ? set.width / EM : textWidth(text, 1)
}

/** Broken between words; within one only where it is longer than a line. */
function wrapped(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(/\s+/).flatMap((word) => pieces(word, width))) {
    const last = lines[lines.length - 1]
    const longer = last === '' ? word : `${last} ${word}`
    if (measured(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function pieces(word: string, width: number): string[] {
  if (measured(word) <= width) return [word]
  const letters = Math.max(1, Math.floor(width / textWidth('x', 1)))
  return [word.slice(0, letters), ...pieces(word.slice(letters), width)]
}
