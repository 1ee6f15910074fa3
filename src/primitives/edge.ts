import type { Application } from './applications.ts'
import { keepPartials } from './apply.ts'
import type { Operation } from './arrayPrimitive.ts'
import { applied, laidOut, sound } from './fixtures.ts'
import { planOf } from './index.ts'
import { type Partials, pullAdjoints, pushTangents } from './loops.ts'
import type { Tensor } from './value.ts'
import type { Wiring } from './wiring.ts'

/** One edge of an application with all that a pass needs of it, for tests. */
export interface Edge {
  readonly wiring: Wiring
  readonly partials: Partials
  readonly operand: Tensor
  readonly value: Tensor
}

export function edgeOf(operation: Operation, slot: number, { operands, attributes }: Application): Edge {
  const shapes = operands.map(({ shape }) => shape)
  const plan = sound(planOf(operation, shapes, attributes))
  const value = applied(operation, operands, attributes)
  const { values, starts, target } = laidOut(operands, value.entries.length)
  values.set(value.entries, target)
  const wiring = plan.wirings[slot]
  const numbers = new Float64Array(wiring.kept)
  const live = new Uint8Array(wiring.kept)
  keepPartials(operation, plan, slot, values, starts, target, numbers, live, 0)
  const partials =
    wiring.factor === null ? { numbers, live, from: 0 } : { numbers: values, live: null, from: starts[wiring.factor] }
  return { wiring, partials, operand: operands[slot], value }
}

/** An entry of a derivative, or null where it is absent. */
export type Entry = number | null

/** The terms of a tangent pass along the edge. */
export function pushed(edge: Edge, tangents: readonly Entry[]): Entry[] {
  const size = edge.operand.entries.length
  return passed(edge, tangents, pushTangents, 0, size).slice(size)
}

/** The terms of an adjoint pass along the edge. */
export function pulled(edge: Edge, adjoints: readonly Entry[]): Entry[] {
  const size = edge.operand.entries.length
  return passed(edge, adjoints, pullAdjoints, size, size).slice(0, size)
}

/** Derivatives of the operand's entries, then of the value's, after what stands from `source` on has passed the edge. */
function passed(
  { wiring, partials, value }: Edge,
  entries: readonly Entry[],
  pass: typeof pushTangents,
  source: number,
  consumer: number,
): Entry[] {
  const numbers = new Float64Array(consumer + value.entries.length)
  const present = new Uint8Array(numbers.length)
  for (const [i, entry] of entries.entries()) {
    numbers[source + i] = entry ?? 0
    present[source + i] = entry === null ? 0 : 1
  }
  pass(wiring, partials, { numbers, present }, consumer, 0)
  return Array.from(numbers, (number, i) => (present[i] ? number : null))
}
