import { isArrayPrimitive, type Operation } from './arrayPrimitive.ts'
import { applyElementwise, keepElementwise } from './elementwise.ts'
import { applyBlockwise, keepBlockwise, keepReduced, reduce } from './groups.ts'
import { addProducts, Runs } from './loops.ts'
import { sizeOf } from './shape.ts'
import type { Site } from './site.ts'
import type { Plan } from './wiring.ts'

const runs = new Runs()

/** Writes the value's entries from `target` on. Of each operand, `starts` says where its entries start. */
export function apply(
  operation: Operation,
  plan: Plan,
  values: Float64Array,
  starts: readonly number[],
  target: number,
): void {
  const site = { plan, values, starts, target }
  if (!isArrayPrimitive(operation)) {
    if (plan.kind === 'reduction') reduce(operation, site)
    else applyElementwise(operation, site)
  } else if (operation.kind === 'blockwise') applyBlockwise(operation, site)
  else if (operation.kind === 'contraction') contract(site)
  else select(site)
}

/**
 * Keeps the partials of one edge from `first` on, once the value stands at `target`. Where the value does not depend on
 * the operand they are not live. Contractions and selections keep a single 1: their partials are the other factor's values, or 1.
 */
export function keepPartials(
  operation: Operation,
  plan: Plan,
  slot: number,
  values: Float64Array,
  starts: readonly number[],
  target: number,
  partials: Float64Array,
  live: Uint8Array,
  first: number,
): void {
  const site = { plan, values, starts, target }
  const kept = { partials, live, first }
  if (!isArrayPrimitive(operation)) {
    if (plan.kind === 'reduction') keepReduced(operation, site, kept)
    else keepElementwise(operation, slot, site, kept)
  } else if (operation.kind === 'blockwise') keepBlockwise(operation, site, kept)
  else {
    partials[first] = 1
    live[first] = 1
  }
}

/** v[row] = Σ x[…]·y[…] */
function contract({ plan, values, starts, target }: Site): void {
  const [{ extents, row, column, partial }] = plan.wirings
  // −0 + x is x, for −0 as well: a sum is what its first term begins.
  values.fill(-0, target, target + sizeOf(plan.shape))
  addProducts(
    extents,
    { numbers: values, from: target, walk: row },
    { numbers: values, from: starts[0], walk: column },
    { numbers: values, from: starts[1], walk: partial },
  )
}

/** v[row] = x[column] */
function select({ plan, values, starts, target }: Site): void {
  for (const [slot, { extents, row, column }] of plan.wirings.entries()) {
    runs.begin(extents, row, column)
    const { length, stepA, stepB } = runs
    do {
      let to = target + runs.a
      let from = starts[slot] + runs.b
      for (let turn = 0; turn < length; turn++, to += stepA, from += stepB) values[to] = values[from]
    } while (runs.next())
  }
}
