import { shortWithin } from '../notation/numbers.ts'
import { shapeLabel } from '../notation/shapes.ts'
import { charactersIn, type Slot } from './figure.ts'
import type { Figure } from './structure.ts'

/** From the middle of a line to its baseline, relative to the size of its letters. */
export const BASELINE = 0.36

/** A number with as many figures as its slot has room for. */
export const numberIn = (slot: Slot, x: number, taken = 0): string => shortWithin(x, charactersIn(slot) - taken)

/** A part of the name at a node, and what it is: it has a colour and a weight of its own. */
interface NamePart {
  readonly what: 'variable' | 'definition' | 'shape'
  readonly text: string
}

/** The reader's name, or else that of the node's place on the tape; in full both; then the shape of an array. */
export function nameParts(figure: Figure, inFull: boolean): readonly NamePart[] {
  const { kind, definition, variable, shape, line = false } = figure
  const isComputed = kind === 'primitive' || kind === 'module'
  const parts: NamePart[] = [
    { what: 'variable', text: (isComputed ? inFull || !definition : line) ? variable : '' },
    { what: 'definition', text: definition },
    { what: 'shape', text: kind === 'constant' ? '' : shapeLabel(shape) },
  ]
  return parts.filter(({ text }) => text).map((part, i) => (i === 0 ? part : { ...part, text: `  ${part.text}` }))
}
