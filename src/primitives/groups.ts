import type { Blockwise } from './arrayPrimitive.ts'
import { isDropped, partialsAtOperands, valueAtOperands } from './atOperands.ts'
import { Runs } from './loops.ts'
import type { Primitive } from './primitive.ts'
import type { Kept, Site } from './site.ts'
import type { Plan, Walk, Wiring } from './wiring.ts'

const runs = new Runs()

/** Entries that are taken together, and where each stands in its array. */
interface Group {
  readonly entries: number[]
  readonly places: number[]
  /** Where the value of a reduction stands in its array. */
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

/** A vector function of each group. */
export function applyBlockwise({ value }: Blockwise, site: Site): void {
  eachGroup(site, withoutRows(site.plan), ({ entries, places }) => {
    for (const [i, result] of value(entries).entries()) site.values[site.target + places[i]] = result
  })
}

/** Its partials by row and column, group by group. */
export function keepBlockwise({ partial }: Blockwise, site: Site, { partials, live, first }: Kept): void {
  live.fill(1, first, first + site.plan.wirings[0].kept)
  let place = first
  eachGroup(site, withoutRows(site.plan), ({ entries, places }) => {
    const results = places.map((i) => site.values[site.target + i])
    for (const row of results.keys())
      for (const column of results.keys()) partials[place++] = partial(row, column, entries, results)
  })
}

/** The wiring of a vector function without its loop over rows, the last but one: each entry once. */
function withoutRows({ wirings: [wiring], group }: Plan): Wiring {
  if (group === 1) return wiring
  const rows = wiring.extents.length - 2
  const without = (items: readonly number[]): number[] => items.filter((_, loop) => loop !== rows)
  const shorter = (walk: Walk): Walk => ({ start: walk.start, strides: without(walk.strides) })
  return { ...wiring, extents: without(wiring.extents), row: shorter(wiring.row), column: shorter(wiring.column) }
}

/** Visits the groups in order. The same object comes again and again. */
function eachGroup(
  { plan: { group }, values, starts }: Site,
  { extents, row, column }: Wiring,
  take: (group: Group) => void,
): void {
  const gathered: Group = { entries: new Array(group).fill(0), places: new Array(group).fill(0), row: 0 }
  let i = 0
  runs.begin(extents, row, column)
  const { length, stepA, stepB } = runs
  do {
    for (let turn = 0, place = runs.b; turn < length; turn++, place += stepB) {
      gathered.entries[i] = values[starts[0] + place]
      gathered.places[i++] = place
      if (i < group) continue
      gathered.row = runs.a + turn * stepA
      take(gathered)
      i = 0
    }
  } while (runs.next())
}
