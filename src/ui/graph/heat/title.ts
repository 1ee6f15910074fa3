import { type Shape, shapeText } from '../../../primitives/shape.ts'
import type { Grid } from './grid.ts'

/** What a heat map shows, in words. */
export function blockTitle(shape: Shape, { block }: Grid): string {
  const cells = block ? `each cell is the mean of ${shapeText(block)} entries` : 'a cell for each entry'
  return `${shapeText(shape)}: ${cells}; darker is larger, a bar is a minus`
}
