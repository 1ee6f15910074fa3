import { shapeText } from '../primitives/shape.ts'
import type { Anatomy } from './figure.ts'

/** What there is to say of a heat map that has fewer cells than its array has entries; null of others. */
export function blockNote({ cells }: Pick<Anatomy, 'cells'>): string | null {
  const block = cells?.grid.block
  return block ? `each cell shows the largest of ${shapeText(block)} entries` : null
}
