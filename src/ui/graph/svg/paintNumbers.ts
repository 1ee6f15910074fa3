import type { NodeIndex } from '../../../graph/graph.ts'
import { isEntries, type NodeReading } from '../../../picture/entries.ts'
import type { Anatomy, Cells, ChipSlot } from '../../../picture/figure.ts'
import { numberIn } from '../../../picture/lettering.ts'
import { type Mark, SIGNS } from '../../../picture/marks.ts'
import { chipSign, chipText, type DerivativeReading } from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import { paintArray } from '../heat/paint.ts'
import { mark, type NodeElements, paintChip } from './elements.ts'

/** Writes a node's value where it has its place: a number, or the cells of an array. */
export function paintValue(element: Element, { cells, value: slot }: Anatomy, value: NodeReading): void {
  if (isEntries(value) && cells) paintArray(element.firstElementChild as Element, cells, value)
  else if (slot && !isEntries(value)) element.textContent = numberIn(slot, value)
}

/** A drawn chip, and what a derivative in it is written by. */
interface DrawnChip {
  readonly element: SVGGElement
  readonly slot: ChipSlot
  readonly holds: Mark
  /** Between the sign and the number. */
  readonly gap: string
}

/** A node's chip by its place among the style's marks; constants have none. */
export function chipAt(
  { style, anatomies }: Scene,
  node: NodeIndex,
  drawn: NodeElements | undefined,
  place: number,
): DrawnChip | null {
  const element = drawn?.chips[place]
  if (!element) return null
  const gap = style.density === 'full' ? ' ' : ''
  return { element, slot: anatomies[node].chips[place], holds: style.marks[place], gap }
}

/** Writes a derivative into its chip: nothing while it is not known, the sum so far while terms are still to come. */
export function paintDerivative(chip: DrawnChip, derivative: DerivativeReading, partly = false): void {
  const { element, slot, holds, gap } = chip
  mark(element, 'data-absent', derivative === 'absent' ? '' : null)
  if (slot.cells) {
    paintCells(chip, slot.cells, derivative, partly)
    return
  }
  const write = (x: number) => numberIn(slot, x, SIGNS[holds].length + gap.length)
  const text = derivative === null ? null : chipText(holds, derivative as number | 'absent', write, partly, gap)
  paintChip(element, slot, text)
}

function paintCells({ element, holds }: DrawnChip, cells: Cells, derivative: DerivativeReading, partly: boolean): void {
  mark(element, 'visibility', derivative === null ? 'hidden' : null)
  if (derivative === null) for (const text of element.querySelectorAll('text')) text.textContent = null
  if (derivative === null) return
  const sign = element.querySelector('.chip-text') as Element
  sign.textContent = derivative === 'absent' ? chipText(holds, 'absent', String) : chipSign(holds, partly)
  if (isEntries(derivative)) paintArray(element.lastElementChild as Element, cells, derivative)
}
