import type { Entries } from '../entries.ts'
import type { HeatGrid } from './grid.ts'
import { largestOf, shadeOf, standsOut } from './shading.ts'

/** What the cells of a heat map show: of entries that share a cell, the one that stands out. */
export interface Shades {
  /** By cell: its number, and how far it is shaded, from 0 to 1, in proportion to the largest one. */
  readonly numbers: Float64Array
  readonly shades: Float64Array
  /** By cell: 0 where all of its entries are absent. */
  readonly present: Uint8Array
}

export function shadesOf({ cells, cellOf }: HeatGrid, { numbers: entries, present: known }: Entries): Shades {
  const [numbers, present] = [new Float64Array(cells.length), new Uint8Array(cells.length)]
  for (let entry = 0; entry < entries.length; entry++) {
    if (known && !known[entry]) continue
    const cell = cellOf[entry]
    if (present[cell] === 0 || standsOut(entries[entry], numbers[cell])) numbers[cell] = entries[entry]
    present[cell] = 1
  }
  const largest = largestOf(numbers)
  return { numbers, present, shades: numbers.map((x) => shadeOf(x, largest)) }
}
