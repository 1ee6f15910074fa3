import { isArrayPrimitive, type Operation } from './arrayPrimitive.ts'
import { applyBlockwise, keepBlockwise } from './blocks.ts'
import { applyElementwise, keepElementwise } from './elementwise.ts'
import { keepReduced, reduce } from './groups.ts'
import { addProducts, Runs } from './loops.ts'
import { sizeOf } from './shape.ts'
import type { Kept, Site } from './site.ts'

const runs = new Runs()

/** Writes the entries of a node's value. */
export function apply(operation: Operation, site: Site): void {
  if (!isArrayPrimitive(operation)) {
    if (site.plan.kind === 'reduction') reduce(operation, site)
    else applyElementwise(operation, site)
  } else if (operation.kind === 'blockwise') applyBlockwise(operation, site)
  else if (site.plan.kind === 'contraction') contract(site)
  else select(site)
}

/**
 * Keeps the partials of one edge, once the value stands there. Where the value does not depend on the operand they are not
 * live. Contractions and selections keep a single 1: their partials are values, or 1.
 */
export function keepPartials(operation: Operation, slot: number, site: Site, kept: Kept): void {
  if (!isArrayPrimitive(operation)) {
    if (site.plan.kind === 'reduction') keepReduced(operation, site, kept)
    else keepElementwise(operation, slot, site, kept)
  } else if (operation.kind === 'blockwise') keepBlockwise(operation, slot, site, kept)
  else {
    kept.partials[kept.first] = 1
    kept.live[kept.first] = 1
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

/** v[row] = x[column], or v[row] += x[column]. */
function select({ plan, values, starts, target }: Site): void {
  const { rest, adds = false } = plan
  if (rest !== undefined) values.fill(rest, target, target + sizeOf(plan.shape))
  for (const [slot, { extents, row, column }] of plan.wirings.entries()) {
    runs.begin(extents, row, column)
    const { length, stepA, stepB } = runs
    do {
      let to = target + runs.a
      let from = starts[slot] + runs.b
      for (let turn = 0; turn < length; turn++, to += stepA, from += stepB)
        values[to] = adds ? values[to] + values[from] : values[from]
    } while (runs.next())
  }
}
