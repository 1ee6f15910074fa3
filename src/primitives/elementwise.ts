import { isDropped, partialAtOperands, valueAtOperands } from './atOperands.ts'
import { partialByX, partialByY, partialOfX, valueOfX, valueOfXY } from './frequent.ts'
import { Runs } from './loops.ts'
import type { Binary, Primitive, Unary } from './primitive.ts'
import { sizeOf } from './shape.ts'
import type { Kept, Site } from './site.ts'

const runs = new Runs()

/** A primitive of numbers at every entry. */
export function applyElementwise(primitive: Primitive, site: Site): void {
  const { values, target } = site
  if (primitive.arity === 1) applyUnary(primitive, site)
  else if (primitive.arity === 2) applyBinary(primitive, site)
  else
    eachEntry(site, (row, operands) => {
      values[target + row] = valueAtOperands(primitive, operands)
    })
}

function applyUnary(primitive: Unary, { plan, values, starts, target }: Site): void {
  const [{ extents, row, column }] = plan.wirings
  runs.begin(extents, row, column)
  const { length, stepA, stepB } = runs
  do {
    let v = target + runs.a
    let x = starts[0] + runs.b
    for (let turn = 0; turn < length; turn++, v += stepA, x += stepB) values[v] = valueOfX(primitive, values[x])
  } while (runs.next())
}

function applyBinary(primitive: Binary, { plan, values, starts, target }: Site): void {
  const [{ extents, row, column }, second] = plan.wirings
  runs.begin(extents, row, column, second.column)
  const { length, stepA, stepB, stepC } = runs
  do {
    let v = target + runs.a
    let x = starts[0] + runs.b
    let y = starts[1] + runs.c
    for (let turn = 0; turn < length; turn++, v += stepA, x += stepB, y += stepC)
      values[v] = valueOfXY(primitive, values[x], values[y])
  } while (runs.next())
}

/** The partial of every entry in one slot. */
export function keepElementwise(primitive: Primitive, slot: number, site: Site, kept: Kept): void {
  const { partials, live, first } = kept
  if (!primitive.drops && typeof primitive.arity === 'number') {
    live.fill(1, first, first + site.plan.wirings[slot].kept)
    if (primitive.arity === 1) keepUnary(primitive, site, kept)
    else keepBinary(primitive, slot, site, kept)
  } else
    eachEntry(site, (row, operands) => {
      const v = site.values[site.target + row]
      const isLive = !isDropped(primitive, slot, operands, v)
      partials[first + row] = isLive ? partialAtOperands(primitive, slot, operands, v) : 0
      live[first + row] = isLive ? 1 : 0
    })
}

function keepUnary(primitive: Unary, { plan, values, starts, target }: Site, { partials, first }: Kept): void {
  const [{ extents, row, column }] = plan.wirings
  runs.begin(extents, row, column)
  const { length, stepA, stepB } = runs
  do {
    let entry = runs.a
    let x = starts[0] + runs.b
    for (let turn = 0; turn < length; turn++, entry += stepA, x += stepB)
      partials[first + entry] = partialOfX(primitive, values[x], values[target + entry])
  } while (runs.next())
}

function keepBinary(
  primitive: Binary,
  slot: number,
  { plan, values, starts, target }: Site,
  { partials, first }: Kept,
): void {
  const [{ extents, row, column }, second] = plan.wirings
  runs.begin(extents, row, column, second.column)
  const { length, stepA, stepB, stepC } = runs
  do {
    let entry = runs.a
    let x = starts[0] + runs.b
    let y = starts[1] + runs.c
    for (let turn = 0; turn < length; turn++, entry += stepA, x += stepB, y += stepC) {
      const v = values[target + entry]
      partials[first + entry] =
        slot === 0 ? partialByX(primitive, values[x], values[y], v) : partialByY(primitive, values[x], values[y], v)
    }
  } while (runs.next())
}

/** Visits the entries of a value in order, with the operands of each. */
function eachEntry({ plan, values, starts }: Site, take: (row: number, operands: readonly number[]) => void): void {
  const columns = plan.wirings.map(({ column }) => column)
  const [{ extents }] = plan.wirings
  const places = columns.map(({ start }, slot) => starts[slot] + start)
  const operands = places.map(() => 0)
  const counters = extents.map(() => 0)
  const size = sizeOf(plan.shape)
  for (let row = 0; row < size; row++) {
    for (let slot = 0; slot < places.length; slot++) operands[slot] = values[places[slot]]
    take(row, operands)
    for (let loop = extents.length - 1; loop >= 0; loop--) {
      const isDone = ++counters[loop] === extents[loop]
      const turns = isDone ? 1 - extents[loop] : 1
      for (let slot = 0; slot < places.length; slot++) places[slot] += columns[slot].strides[loop] * turns
      if (!isDone) break
      counters[loop] = 0
    }
  }
}
