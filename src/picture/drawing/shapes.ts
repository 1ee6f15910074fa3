import type { Slot } from '../figure.ts'
import { BASELINE } from '../lettering.ts'
import type { Pen } from '../pen.ts'
import type { Colour } from './colours.ts'
import type { DrawnPath, DrawnText } from './drawing.ts'
import { recorded } from './recorded.ts'

type Paint = Partial<Pick<DrawnPath, 'fill' | 'line' | 'width' | 'dashes' | 'opacity'>>

/** An outline, filled, lined or both. */
export const path = (draw: (pen: Pen) => void, paint: Paint): DrawnPath => ({
  ...{ kind: 'path', segments: recorded(draw), fill: null, line: null, width: 1 },
  ...paint,
})

type Letters = Partial<Pick<DrawnText, 'font' | 'weight' | 'italic' | 'halo' | 'anchor'>>

/** A line of text whose middle, from top to bottom, stands at `y`. */
export const text = (
  words: string,
  { x, y, size, anchor }: Pick<Slot, 'x' | 'y' | 'size' | 'anchor'>,
  colour: Colour,
  letters: Letters = {},
): DrawnText => ({
  ...{ kind: 'text', text: words, x, y: y + BASELINE * size, anchor, size, colour },
  ...{ font: 'text', weight: 400, ...letters },
})
