import { shapeText } from '../../primitives/shape.ts'
import { type Drawn, gridIn } from './figure.ts'

/** What there is to say of a heat map that has fewer cells than its array has entries; null of others. */
export function blockNote(figure: Drawn): string | null {
  const block = gridIn(figure)?.block
  return block ? `each cell shows the largest of ${shapeText(block)} entries` : null
}
