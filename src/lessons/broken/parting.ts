import { type ChosenSweep, partingOf, sweepBy } from '../../autodiff/choices/chosenSweep.ts'
import type { Adjoint, Tangent } from '../../autodiff/pass.ts'
import type { NodeIndex, Value } from '../../graph/graph.ts'
import { shapeAt, valueAt } from '../../graph/nodes.ts'
import { readerName } from '../../notation/symbols.ts'
import { nested } from '../../primitives/value.ts'
import { choicesWith, type Departure, departureNamed } from './departures.ts'

/** A step of an engine with choices of its own, beside the right number. */
export interface StepBeside {
  readonly node: NodeIndex
  readonly name: string
  readonly chosen: Value
  readonly right: Value
}

/** A pass of an engine with choices of its own beside the right one. */
export interface Beside {
  readonly steps: readonly StepBeside[]
  /** The first step whose number is wrong; −1 where the two agree to the end. */
  readonly parting: number
  /** Why they part there; empty where they do not. */
  readonly why: readonly string[]
}

/** Runs an engine that departs from the right one in these choices. */
export function runBeside(right: Tangent | Adjoint, tokens: readonly string[]): Beside {
  const sweep = sweepBy(right, choicesWith(tokens))
  const parting = partingOf(right, sweep)
  return { steps: stepsOf(right, sweep), parting, why: parting < 0 ? [] : reasonsAt(right, sweep, parting, tokens) }
}

function stepsOf({ primal: { graph }, numbers }: Tangent | Adjoint, { visits }: ChosenSweep): StepBeside[] {
  return visits.map(({ node, numbers: chosen }) => ({
    ...{ node, name: readerName(graph, node) ?? 'a constant' },
    ...{ chosen: nested(shapeAt(graph, node), chosen), right: valueAt(graph, node, numbers) },
  }))
}

/** Those departures that part at the node by themselves; else all of them, which do so together. */
function reasonsAt(
  right: Tangent | Adjoint,
  { visits }: ChosenSweep,
  parting: number,
  tokens: readonly string[],
): string[] {
  const { node } = visits[parting]
  const departures = tokens.flatMap((token) => departureNamed(token) ?? [])
  const alone = departures.filter((departure) => partsAt(right, departure) === node)
  const mode = right.kind === 'tangent' ? 'forward' : 'reverse'
  const name = readerName(right.primal.graph, node) ?? 'a constant'
  return (alone.length > 0 ? alone : departures).map(({ why }) => why(name, mode))
}

/** The node where one departure alone parts from the right sweep. */
function partsAt(right: Tangent | Adjoint, { token }: Departure): NodeIndex | null {
  const sweep = sweepBy(right, choicesWith([token]))
  const parting = partingOf(right, sweep)
  return parting < 0 ? null : sweep.visits[parting].node
}
