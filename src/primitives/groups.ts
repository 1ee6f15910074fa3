import { isDropped, partialsAtOperands, valueAtOperands } from './atOperands.ts'
import { Runs } from './loops.ts'
import type { Primitive } from './primitive.ts'
import type { Kept, Site } from './site.ts'
import type { Wiring } from './wiring.ts'

const runs = new Runs()

/** Taken again for the next group, so that it is made for fractions once and stays so. */
let entries: number[] = []

/** Entries that are taken together. */
interface Group {
  readonly entries: number[]
  /** Where their value stands in its array. */
  row: number
}

/** A primitive that makes one number of each group. */
export function reduce(primitive: Primitive, site: Site): void {
  eachGroup(site, site.plan.wirings[0], ({ entries, row }) => {
    site.values[site.target + row] = valueAtOperands(primitive, entries)
  })
}

/** Its partial by each entry, group by group. */
export function keepReduced(primitive: Primitive, site: Site, { partials, live, first }: Kept): void {
  let place = first
  eachGroup(site, site.plan.wirings[0], ({ entries, row }) => {
    const v = site.values[site.target + row]
    const all = partialsAtOperands(primitive, entries, v)
    for (let slot = 0; slot < all.length; slot++, place++) {
      const isLive = !isDropped(primitive, slot, entries, v)
      partials[place] = isLive ? all[slot] : 0
      live[place] = isLive ? 1 : 0
    }
  })
}

/** Visits the groups in order. The same object comes again and again. */
function eachGroup(
  { plan: { group }, values, starts }: Site,
  { extents, row, column }: Wiring,
  take: (group: Group) => void,
): void {
  if (entries.length !== group) entries = new Array<number>(group).fill(Math.E)
  const gathered: Group = { entries, row: 0 }
  const from = starts[0]
  let i = 0
  runs.begin(extents, row, column)
  const { length, stepA, stepB } = runs
  do {
    const { a, b } = runs
    for (let turn = 0; turn < length; turn++) {
      entries[i++] = values[from + b + turn * stepB]
      if (i < group) continue
      gathered.row = a + turn * stepA
      take(gathered)
      i = 0
    }
  } while (runs.next())
}
