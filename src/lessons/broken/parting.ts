import { type ChosenSweep, partingOf, sweepBy } from '../../autodiff/choices/chosenSweep.ts'
import { choicesWith, type DepartureToken } from '../../autodiff/choices/departed.ts'
import type { Adjoint, Tangent } from '../../autodiff/pass.ts'
import type { NodeIndex, Value } from '../../graph/graph.ts'
import { shapeAt, valueAt } from '../../graph/nodes.ts'
import { nested } from '../../primitives/value.ts'
import { nameAt } from '../keys/places.ts'
import { DEPARTURES } from './departures.ts'

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
export function runBeside(right: Tangent | Adjoint, tokens: readonly DepartureToken[]): Beside {
  const sweep = sweepBy(right, choicesWith(tokens))
  const parting = partingOf(right, sweep)
  return { steps: stepsOf(right, sweep), parting, why: parting < 0 ? [] : reasonsAt(right, sweep, parting, tokens) }
}

function stepsOf({ primal: { graph }, numbers }: Tangent | Adjoint, { visits }: ChosenSweep): StepBeside[] {
  return visits.map(({ node, numbers: chosen }) => ({
    ...{ node, name: nameAt(graph, node) },
    ...{ chosen: nested(shapeAt(graph, node), chosen), right: valueAt(graph, node, numbers) },
  }))
}

/** Those departures that part at the node by themselves; else all of them, which do so together. */
function reasonsAt(
  right: Tangent | Adjoint,
  { visits }: ChosenSweep,
  parting: number,
  tokens: readonly DepartureToken[],
): string[] {
  const { node } = visits[parting]
  const alone = tokens.filter((token) => partsAt(right, token) === node)
  const mode = right.kind === 'tangent' ? 'forward' : 'reverse'
  const name = nameAt(right.primal.graph, node)
  return (alone.length > 0 ? alone : tokens).map((token) => DEPARTURES[token].why(name, mode))
}

/** The node where one departure alone parts from the right sweep. */
function partsAt(right: Tangent | Adjoint, token: DepartureToken): NodeIndex | null {
  const sweep = sweepBy(right, choicesWith([token]))
  const parting = partingOf(right, sweep)
  return parting < 0 ? null : sweep.visits[parting].node
}
