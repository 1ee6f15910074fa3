import { type EdgeIndex, PLAIN } from '../../graph/graph.ts'
import { localPartial } from '../../graph/localPartial.ts'
import { entryCount } from '../../graph/nodes.ts'
import { isClosed } from '../../graph/operations.ts'
import { reachedTerms, turnsWhere } from '../reachedTerms.ts'
import { isLive, wiringOf } from '../sweep.ts'
import type { AdjointTangents } from './adjointTangents.ts'

/** How many terms an edge gives its operand's v̄̇. */
export interface GivenTerms {
  /** As they come out of a closed module or of a vector function's formula. */
  readonly ready: number
  /** v̄̇·p */
  readonly reached: number
  /** v̄·ṗ */
  readonly moving: number
}

/** By edge: 1 where it gives a term. */
export const givingEdges = (run: AdjointTangents): Uint8Array =>
  Uint8Array.from(run.primal.graph.operand, (_, edge) => {
    const { ready, reached, moving } = givenTerms(run, edge)
    return Number(ready + reached + moving > 0)
  })

export function givenTerms(run: AdjointTangents, edge: EdgeIndex): GivenTerms {
  const { primal, adjointTangents, met } = run
  const { graph } = primal
  if (isClosed(graph, graph.consumer[edge])) return { ...NONE, ready: termsHandedOut(run, edge) }
  if (!isLive(primal, edge)) return NONE
  if (localPartial(graph, edge).kind === 'block') {
    const sums = met.blocks.get(edge)
    return { ...NONE, ready: sums ? presentAmong(sums.present) : 0 }
  }
  const reached = reachedTerms(primal, 'reverse', edge, adjointTangents.present)
  return { ready: 0, reached, moving: termsMoving(run, edge) }
}

const NONE: GivenTerms = { ready: 0, reached: 0, moving: 0 }

/** How many adjoints meet a partial that moves. */
function termsMoving({ primal, adjoint, met }: AdjointTangents, edge: EdgeIndex): number {
  const { consumer, offset, plan } = primal.graph
  const node = consumer[edge]
  if (plan[node] === PLAIN) return met.scalars.live[edge] & adjoint.present[offset[node]]
  const partials = met.arrays.get(edge)
  if (!partials) return 0
  const wiring = wiringOf(primal, edge)
  return turnsWhere(wiring, wiring.row, offset[node], adjoint.present, partials)
}

/** Out of a closed module. */
function termsHandedOut({ primal: { graph }, met }: AdjointTangents, edge: EdgeIndex): number {
  const inner = met.inside.get(graph.consumer[edge])
  const read = graph.operand[edge]
  if (!inner || !graph.varied[read]) return 0
  const { inputs, offset } = inner.primal.graph
  const from = offset[inputs[edge - graph.firstEdge[graph.consumer[edge]]].node]
  return presentAmong(inner.adjointTangents.present, from, entryCount(graph, read))
}

/** How many entries are present among some. */
export const presentAmong = (present: Uint8Array, from = 0, count = present.length): number =>
  present.subarray(from, from + count).reduce((sum, each) => sum + each, 0)
