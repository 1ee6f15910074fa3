import { isDropped, partialAt, valueAt } from './atOperands.ts'
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
      values[target + row] = valueAt(primitive, operands)
    })
}

function applyUnary({ value }: Unary, { plan, values, starts, target }: Site): void {
  const [{ extents, row, column }] = plan.wirings
  runs.begin(extents, row, column)
  const { length, stepA, stepB } = runs
  do {
    let v = target + runs.a
    let x = starts[0] + runs.b
    for (let turn = 0; turn < length; turn++, v += stepA, x += stepB) values[v] = value(values[x])
  } while (runs.next())
}

function applyBinary({ value }: Binary, { plan, values, starts, target }: Site): void {
  const [{ extents, row, column }, second] = plan.wirings
  runs.begin(extents, row, column, second.column)
  const { length, stepA, stepB, stepC } = runs
  do {
    let v = target + runs.a
    let x = starts[0] + runs.b
    let y = starts[1] + runs.c
    for (let turn = 0; turn < length; turn++, v += stepA, x += stepB, y += stepC)
      values[v] = value(values[x], values[y])
  } while (runs.next())
}

/** The partial of every entry in one slot. */
export function keepElementwise(primitive: Primitive, slot: number, site: Site, kept: Kept): void {
  const { partials, live, first } = kept
  if (!primitive.drops && typeof primitive.arity === 'number') {
    live.fill(1, first, first + site.plan.wirings[slot].kept)
    keepDirect(primitive as Unary | Binary, slot, site, kept)
  } else
    eachEntry(site, (row, operands) => {
      const v = site.values[site.target + row]
      const isLive = !isDropped(primitive, slot, operands, v)
      partials[first + row] = isLive ? partialAt(primitive, slot, operands, v) : 0
      live[first + row] = isLive ? 1 : 0
    })
}

/** Of one operand or two, none of which is dropped. A partial of one operand gets the value where another gets y. */
function keepDirect({ arity, partials: rules }: Unary | Binary, slot: number, site: Site, kept: Kept): void {
  const { plan, values, starts, target } = site
  const rule = rules[slot] as (x: number, yOrV: number, v: number) => number
  const [{ extents, row, column }] = plan.wirings
  const isBinary = arity === 2
  runs.begin(extents, row, column, isBinary ? plan.wirings[1].column : row)
  const { length, stepA, stepB, stepC } = runs
  do {
    let entry = runs.a
    let x = starts[0] + runs.b
    let y = (isBinary ? starts[1] : target) + runs.c
    for (let turn = 0; turn < length; turn++, entry += stepA, x += stepB, y += stepC)
      kept.partials[kept.first + entry] = rule(values[x], values[y], values[target + entry])
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
