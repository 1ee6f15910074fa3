import { largestOf, shadeOf } from '../../arrays/shading.ts'
import type { Entries } from '../entries.ts'
import type { Grid } from './grid.ts'

/** What the cells of a heat map show: the mean of the entries of each. */
export interface Shades {
  /** By cell: its number, and how far it is shaded, from 0 to 1, in proportion to the largest one. */
  readonly means: Float64Array
  readonly shades: Float64Array
  /** By cell: 0 where all of its entries are absent. */
  readonly present: Uint8Array
}

export function shadesOf(grid: Grid, entries: Entries): Shades {
  const { means, present } = meansOf(grid, entries)
  const largest = largestOf(present.includes(0) ? means.filter((_, cell) => present[cell]) : means)
  return { means, present, shades: means.map((mean) => shadeOf(mean, largest)) }
}

function meansOf({ cells, cellOf, block }: Grid, { numbers, present }: Entries) {
  if (!block)
    return { means: Float64Array.from(numbers), present: present ? Uint8Array.from(present) : all(cells.length) }
  const [means, counts] = [new Float64Array(cells.length), new Uint32Array(cells.length)]
  for (let entry = 0; entry < numbers.length; entry++) {
    if (present && !present[entry]) continue
    const cell = cellOf[entry]
    counts[cell] += 1
    // Entry by entry, so that the mean of huge numbers is no infinity.
    means[cell] = counts[cell] === 1 ? numbers[entry] : means[cell] + (numbers[entry] - means[cell]) / counts[cell]
  }
  return { means, present: Uint8Array.from(counts, (count) => Math.min(1, count)) }
}

const all = (count: number) => new Uint8Array(count).fill(1)
