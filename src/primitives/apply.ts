import { type Blockwise, isArrayPrimitive, type Operation } from './arrayPrimitive.ts'
import { isDropped, partialAt, partialsAt, valueAt } from './atOperands.ts'
import { addProducts, Runs } from './loops.ts'
import type { Binary, Primitive, Unary } from './primitive.ts'
import { sizeOf } from './shape.ts'
import type { Plan, Walk, Wiring } from './wiring.ts'

/** Of each operand: where its entries start among the values. */
type Starts = readonly number[]

/** Where the partials of an edge are kept, from `first` on. */
interface Kept {
  readonly partials: Float64Array
  readonly live: Uint8Array
  readonly first: number
}

const runs = new Runs()

/** Writes the value's entries from `target` on. */
export function apply(operation: Operation, plan: Plan, values: Float64Array, starts: Starts, target: number): void {
  if (!isArrayPrimitive(operation)) {
    if (plan.kind === 'reduction') reduce(operation, plan, values, starts, target)
    else if (operation.arity === 1) applyUnary(operation, plan, values, starts[0], target)
    else if (operation.arity === 2) applyBinary(operation, plan, values, starts, target)
    else
      eachEntry(plan, values, starts, (row, operands) => {
        values[target + row] = valueAt(operation, operands)
      })
  } else if (operation.kind === 'contraction') contract(plan, values, starts, target)
  else if (operation.kind === 'selection') select(plan, values, starts, target)
  else
    eachBlock(plan, values, starts[0], ({ entries, places }) => {
      for (const [i, value] of operation.value(entries).entries()) values[target + places[i]] = value
    })
}

/**
 * Keeps the partials of one edge from `first` on, once the value stands at `target`. Where the value does not depend on
 * the operand they are not live. Contractions and selections keep a single 1: their partials are values, or 1.
 */
export function keepPartials(
  operation: Operation,
  plan: Plan,
  slot: number,
  values: Float64Array,
  starts: Starts,
  target: number,
  partials: Float64Array,
  live: Uint8Array,
  first: number,
): void {
  const kept = { partials, live, first }
  if (!isArrayPrimitive(operation)) {
    if (plan.kind === 'reduction') keepReduced(operation, plan, values, starts, target, kept)
    else keepElementwise(operation, plan, slot, values, starts, target, kept)
  } else if (operation.kind === 'blockwise') keepBlockwise(operation, plan, values, starts[0], target, kept)
  else {
    partials[first] = 1
    live[first] = 1
  }
}

function applyUnary(
  { value }: Unary,
  { wirings: [wiring] }: Plan,
  values: Float64Array,
  start: number,
  target: number,
) {
  runs.begin(wiring.extents, wiring.row, wiring.column)
  const { length, stepA, stepB } = runs
  do {
    let row = target + runs.a
    let x = start + runs.b
    for (let turn = 0; turn < length; turn++, row += stepA, x += stepB) values[row] = value(values[x])
  } while (runs.next())
}

function applyBinary(
  { value }: Binary,
  { wirings: [x, y] }: Plan,
  values: Float64Array,
  starts: Starts,
  target: number,
) {
  runs.begin(x.extents, x.row, x.column, y.column)
  const { length, stepA, stepB, stepC } = runs
  do {
    let row = target + runs.a
    let i = starts[0] + runs.b
    let j = starts[1] + runs.c
    for (let turn = 0; turn < length; turn++, row += stepA, i += stepB, j += stepC)
      values[row] = value(values[i], values[j])
  } while (runs.next())
}

function contract({ shape, wirings: [x] }: Plan, values: Float64Array, [first, second]: Starts, target: number): void {
  // −0 + x is x, for −0 as well: a sum is what its first term begins.
  values.fill(-0, target, target + sizeOf(shape))
  addProducts(
    x.extents,
    { numbers: values, from: target, walk: x.row },
    { numbers: values, from: first, walk: x.column },
    { numbers: values, from: second, walk: x.partial },
  )
}

function select({ wirings }: Plan, values: Float64Array, starts: Starts, target: number): void {
  for (const [slot, { extents, row, column }] of wirings.entries()) {
    runs.begin(extents, row, column)
    const { length, stepA, stepB } = runs
    do {
      let to = target + runs.a
      let from = starts[slot] + runs.b
      for (let turn = 0; turn < length; turn++, to += stepA, from += stepB) values[to] = values[from]
    } while (runs.next())
  }
}

/** Visits the entries of an elementwise value in order, with the operands of each. */
function eachEntry(
  { wirings, shape }: Plan,
  values: Float64Array,
  starts: Starts,
  take: (row: number, operands: readonly number[]) => void,
): void {
  const [{ extents }] = wirings
  const places = wirings.map(({ column }, slot) => starts[slot] + column.start)
  const operands = places.map(() => 0)
  const counters = extents.map(() => 0)
  const size = sizeOf(shape)
  for (let row = 0; row < size; row++) {
    for (let slot = 0; slot < places.length; slot++) operands[slot] = values[places[slot]]
    take(row, operands)
    for (let loop = extents.length - 1; loop >= 0; loop--) {
      const isDone = ++counters[loop] === extents[loop]
      const turns = isDone ? 1 - extents[loop] : 1
      for (let slot = 0; slot < places.length; slot++) places[slot] += wirings[slot].column.strides[loop] * turns
      if (!isDone) break
      counters[loop] = 0
    }
  }
}

/** The entries that are taken together, and where each stands in its array. */
interface Block {
  readonly entries: number[]
  readonly places: number[]
  /** Where the last entry stands in the value of a reduction. */
  row: number
}

/** Visits the groups of a reduction in order. */
function eachGroup(
  { wirings: [{ extents, row, column }], group }: Plan,
  values: Float64Array,
  start: number,
  take: (block: Block) => void,
): void {
  const block: Block = { entries: new Array(group).fill(0), places: new Array(group).fill(0), row: 0 }
  let i = 0
  runs.begin(extents, row, column)
  const { length, stepA, stepB } = runs
  do {
    let from = runs.b
    for (let turn = 0; turn < length; turn++, from += stepB) {
      block.entries[i] = values[start + from]
      block.places[i++] = from
      if (i < group) continue
      block.row = runs.a + turn * stepA
      take(block)
      i = 0
    }
  } while (runs.next())
}

/** Visits the groups of a blockwise function, whose inner two loops pair the entries of a group. */
function eachBlock(plan: Plan, values: Float64Array, start: number, take: (block: Block) => void): void {
  eachGroup({ ...plan, wirings: [ungrouped(plan)] }, values, start, take)
}

/** The wiring without the loop over rows within a group: each entry once. */
function ungrouped({ wirings: [wiring], group }: Plan): Wiring {
  if (group === 1) return wiring
  const rows = wiring.extents.length - 2
  const without = (items: readonly number[]): number[] => items.filter((_, loop) => loop !== rows)
  const shorter = (walk: Walk): Walk => ({ start: walk.start, strides: without(walk.strides) })
  return { ...wiring, extents: without(wiring.extents), row: shorter(wiring.row), column: shorter(wiring.column) }
}

function reduce(primitive: Primitive, plan: Plan, values: Float64Array, [start]: Starts, target: number): void {
  eachGroup(plan, values, start, ({ entries, row }) => {
    values[target + row] = valueAt(primitive, entries)
  })
}

function keepReduced(
  primitive: Primitive,
  plan: Plan,
  values: Float64Array,
  [start]: Starts,
  target: number,
  { partials, live, first }: Kept,
): void {
  let place = first
  eachGroup(plan, values, start, ({ entries, row }) => {
    const v = values[target + row]
    for (const [slot, partial] of partialsAt(primitive, entries, v).entries()) {
      const isLive = !isDropped(primitive, slot, entries, v)
      partials[place] = isLive ? partial : 0
      live[place++] = isLive ? 1 : 0
    }
  })
}

function keepBlockwise(
  { partial }: Blockwise,
  plan: Plan,
  values: Float64Array,
  start: number,
  target: number,
  { partials, live, first }: Kept,
): void {
  live.fill(1, first, first + plan.wirings[0].kept)
  let place = first
  eachBlock(plan, values, start, ({ entries, places }) => {
    const results = places.map((i) => values[target + i])
    for (const row of results.keys())
      for (const column of results.keys()) partials[place++] = partial(row, column, entries, results)
  })
}

function keepElementwise(
  primitive: Primitive,
  plan: Plan,
  slot: number,
  values: Float64Array,
  starts: Starts,
  target: number,
  { partials, live, first }: Kept,
): void {
  if (primitive.drops || typeof primitive.arity === 'object')
    eachEntry(plan, values, starts, (row, operands) => {
      const v = values[target + row]
      const isLive = !isDropped(primitive, slot, operands, v)
      partials[first + row] = isLive ? partialAt(primitive, slot, operands, v) : 0
      live[first + row] = isLive ? 1 : 0
    })
  else {
    live.fill(1, first, first + plan.wirings[0].kept)
    keepDirect(primitive as Unary | Binary, plan, slot, values, starts, target, partials, first)
  }
}

/** Of one operand or two, none of which is dropped. */
function keepDirect(
  { arity, partials: rules }: Unary | Binary,
  { wirings }: Plan,
  slot: number,
  values: Float64Array,
  starts: Starts,
  target: number,
  partials: Float64Array,
  first: number,
): void {
  const rule = rules[slot] as (x: number, yOrV: number, v: number) => number
  const [x] = wirings
  const y = wirings[arity - 1]
  runs.begin(x.extents, x.row, x.column, y.column)
  const { length, stepA, stepB, stepC } = runs
  do {
    let row = runs.a
    let i = starts[0] + runs.b
    let j = arity === 2 ? starts[1] + runs.c : target + runs.a
    const stepJ = arity === 2 ? stepC : stepA
    for (let turn = 0; turn < length; turn++, row += stepA, i += stepB, j += stepJ)
      partials[first + row] = rule(values[i], values[j], values[target + row])
  } while (runs.next())
}
