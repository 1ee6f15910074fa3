import type { NodeIndex } from '../../graph/graph.ts'
import { entryCount } from '../../graph/nodes.ts'
import type { Adjoint, Evaluated, Mode, Tangent } from '../pass.ts'
import { seeded } from '../seeds.ts'
import { isLive, noSums, type Sums } from '../sweep.ts'
import { carry } from './carrying.ts'
import { tapeFor } from './keptPartials.ts'
import type { SweepChoices } from './sweepChoices.ts'
import { visitsOf } from './visits.ts'

/** A node is visited: the number that it has then is what it hands on, or what it is given. */
interface Visit {
  readonly node: NodeIndex
  /** By entry; 0 where nothing has come. */
  readonly numbers: Float64Array
}

/** What a sweep does that has made its own choices. */
export interface ChosenSweep {
  readonly visits: readonly Visit[]
  /** By entry, at the end. */
  readonly sums: Sums
}

/**
 * The sweep of a right pass as other choices make it. With those of the engine it gives the engine’s numbers to the last bit:
 * it visits node by node and takes the terms of each edge as `pushAll` and `pullAll` do.
 */
export function sweepBy(right: Tangent | Adjoint, choices: SweepChoices): ChosenSweep {
  const { primal } = right
  const mode: Mode = right.kind === 'tangent' ? 'forward' : 'reverse'
  const tape = tapeFor(primal, choices)
  const seeds = seeded(primal, mode, right.seed)
  const order = visitsOf(primal, mode, choices.order, seeds)
  const sums = startingFrom(right, mode, choices, seeds)
  const visits: Visit[] = []
  for (const node of order) {
    if (mode === 'reverse') note(visits, node, right, sums)
    for (const edge of edgesOf(tape, node)) if (isLive(tape, edge)) carry(tape, mode, edge, sums, choices)
    if (mode === 'forward') note(visits, node, right, sums)
  }
  return { visits, sums }
}

function startingFrom({ primal, seed }: Tangent | Adjoint, mode: Mode, choices: SweepChoices, seeds: Sums): Sums {
  if (choices.seed === 'zero') return { ...seeds, numbers: seeds.numbers.map(() => 0) }
  if (choices.seed === 'one') return seeded(primal, mode, seed)
  const { offset, inputs, outputs } = primal.graph
  const sums = noSums(primal)
  for (const { node } of mode === 'forward' ? inputs : outputs) {
    sums.numbers.fill(1, offset[node], offset[node + 1])
    sums.present.fill(1, offset[node], offset[node + 1])
  }
  return sums
}

function* edgesOf({ graph: { firstEdge } }: Evaluated, node: NodeIndex): Generator<number> {
  for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) yield edge
}

/** Nodes that neither sweep reaches are passed over. */
function note(visits: Visit[], node: NodeIndex, { present, primal: { graph } }: Tangent | Adjoint, sums: Sums): void {
  const from = graph.offset[node]
  const to = from + entryCount(graph, node)
  if (present.subarray(from, to).includes(1) || sums.present.subarray(from, to).includes(1))
    visits.push({ node, numbers: sums.numbers.slice(from, to) })
}

const CLOSE = 1e-12

const areOne = (a: number, b: number): boolean => {
  if (a === b || Object.is(a, b)) return true
  const size = Math.max(Math.abs(a), Math.abs(b))
  return Number.isFinite(size) && Math.abs(a - b) <= CLOSE * size
}

/** The first visit whose number is not the right one; −1 where the two agree to the end. */
export const partingOf = ({ primal: { graph }, numbers }: Tangent | Adjoint, { visits }: ChosenSweep): number =>
  visits.findIndex(
    (visit) => !visit.numbers.every((number, i) => areOne(number, numbers[graph.offset[visit.node] + i])),
  )
