import { type Counts, Tally } from '../../costs/counts.ts'
import { type EdgeIndex, type Graph, type NodeIndex, PLAIN } from '../../graph/graph.ts'
import { type Formula, localPartial } from '../../graph/localPartial.ts'
import type { Primal } from '../pass.ts'
import type { Sums } from '../sweep.ts'
import { gathered, sourcesOf } from './formulaSources.ts'
import { formulaTangent, type Moving } from './formulaTangent.ts'

/** The tangents of the partials between numbers, by edge. */
export interface MovingNumbers {
  readonly numbers: Float64Array
  readonly live: Uint8Array
  readonly counts: Counts
}

/** All of them that an adjoint meets: edges of one formula are evaluated together. */
export function moveNumbers(primal: Primal, tangents: Sums, adjoints: Sums): MovingNumbers {
  const { graph, live } = primal
  const { operand, consumer, plan, offset, firstPartial } = graph
  const moved = { numbers: new Float64Array(operand.length), live: new Uint8Array(operand.length) }
  const counts = new Tally()
  const edgesOf = new Map<string, EdgeIndex[]>()
  for (let edge = 0; edge < operand.length; edge++) {
    if (plan[consumer[edge]] !== PLAIN || !live[firstPartial[edge]] || !adjoints.present[offset[consumer[edge]]])
      continue
    const partial = localPartial(graph, edge)
    if (partial.kind !== 'formula' || !isMoved(graph, consumer[edge], partial, tangents)) continue
    listAt(edgesOf, partial.formula).push(edge)
  }
  for (const [formula, edges] of edgesOf) {
    const shape = edges.length === 1 ? [] : [edges.length]
    const result = formulaTangent(formula, gatheredNumbers(primal, tangents, edges), shape)
    if (!result) continue
    counts.add(result.counts)
    for (const [i, edge] of edges.entries()) {
      moved.numbers[edge] = result.tangents[i]
      moved.live[edge] = result.present[i]
    }
  }
  return { ...moved, counts: counts.operations }
}

function isMoved(graph: Graph, node: NodeIndex, { names }: Formula, { present }: Sums): boolean {
  for (const { source } of sourcesOf(graph, node, names).values()) if (present[graph.offset[source]]) return true
  return false
}

/** By name of the formula that all these edges have. */
function gatheredNumbers(primal: Primal, tangents: Sums, edges: readonly EdgeIndex[]): Map<string, Moving> {
  const { graph } = primal
  const entries = new Map<string, number[]>()
  const { names } = localPartial(graph, edges[0]) as Formula
  for (const edge of edges)
    for (const [name, { source }] of sourcesOf(graph, graph.consumer[edge], names))
      listAt(entries, name).push(graph.offset[source])
  return new Map(Array.from(entries, ([name, at]) => [name, gathered(primal, tangents, Int32Array.from(at))]))
}

/** The list under a key, begun if there is none. */
function listAt<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const list = lists.get(key) ?? []
  if (list.length === 0) lists.set(key, list)
  return list
}
