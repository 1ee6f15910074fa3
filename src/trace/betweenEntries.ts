import { noSums, push, type Sums } from '../../../autodiff/sweep.ts'
import type { Graph, Input, Output, Primal } from '../../../core.ts'
import { CONSTANT, type EdgeIndex, type NodeIndex, PLAIN, WITHIN } from '../../../graph/graph.ts'
import { entryCount, entryName, shapeAt } from '../../../graph/nodes.ts'
import { grouped } from '../../../language/grouped.ts'
import { type Linearised, type Link, linearised } from '../../../methods/linear/linearised.ts'
import { displayName } from '../../../notation/names.ts'
import { nodeName, nodeSymbol } from '../../../notation/symbols.ts'
import { sizeOf } from '../../../primitives/shape.ts'

/**
 * The linearised graph between entries: every number of an array is a vertex, and every entry of a local Jacobian a link.
 * In a graph of numbers vertices are nodes. Its graph is one of entries, good for its size and its ends only.
 */
export interface Between {
  readonly linear: Linearised
  /** The graph on the screen. */
  readonly shown: Graph
  /** The node whose entry a vertex is. */
  readonly nodeOf: (vertex: number) => NodeIndex
  /** For the screen: x₁, v₂[0,1]. */
  readonly symbolOf: (vertex: number) => string
  /** As the program writes it. */
  readonly nameOf: (vertex: number) => string
}

/** Entries, and steps that finding the local Jacobians takes, so that it takes no longer than a blink. */
const MOST_ENTRIES = 6000
const MOST_STEPS = 4_000_000

const kept = new WeakMap<Primal, Between | string>()

/** The graph on the screen, entry by entry; or why not, and what to do. */
export function betweenEntries(primal: Primal): Between | string {
  const known = kept.get(primal) ?? found(primal)
  kept.set(primal, known)
  return known
}

function found(primal: Primal): Between | string {
  const { graph } = primal
  const { size, offset, plan } = graph
  if (plan.every((each) => each === PLAIN)) return named(linearised(primal), graph)
  const entries = offset[size]
  if (entries > MOST_ENTRIES || stepsOf(primal) > MOST_STEPS)
    return `Entry by entry this program has ${grouped(entries)} numbers, more than can be shown here. Make its arrays smaller, or its batch.`
  return named(linearisedByEntry(primal), graph)
}

function named(linear: Linearised, shown: Graph): Between {
  const { offset } = shown
  const owner = new Int32Array(offset[shown.size])
  for (let node = 0; node < shown.size; node++) owner.fill(node, offset[node], offset[node + 1])
  const entry = (vertex: number, name: string) => {
    const node = owner[vertex]
    return entryName(name, shapeAt(shown, node), vertex - offset[node])
  }
  return {
    ...{ linear, shown },
    nodeOf: (vertex) => owner[vertex],
    symbolOf: (vertex) => entry(vertex, nodeSymbol(shown, owner[vertex])),
    nameOf: (vertex) => entry(vertex, nodeName(shown, owner[vertex]) ?? String(shown.initial[vertex])),
  }
}

function stepsOf({ graph, inside }: Primal): number {
  const { consumer, operand, plan, plans, firstEdge } = graph
  const stepsAlong = (edge: EdgeIndex): number => {
    const within = inside.get(consumer[edge])?.graph
    if (plan[consumer[edge]] === WITHIN && within) return within.offset[within.size]
    return sizeOf(plans[plan[consumer[edge]]].wirings[edge - firstEdge[consumer[edge]]].extents)
  }
  return consumer.reduce((steps, node, edge) => {
    if (plan[node] === PLAIN) return steps + 1
    return steps + entryCount(graph, operand[edge]) * stepsAlong(edge)
  }, 0)
}

function linearisedByEntry(primal: Primal): Linearised {
  const { graph } = primal
  const size = graph.offset[graph.size]
  const into: Link[][] = Array.from({ length: size }, () => [])
  const outOf: Link[][] = Array.from({ length: size }, () => [])
  const sums = noSums(primal)
  for (const edge of graph.consumer.keys())
    for (const link of linksOf(primal, edge, sums)) into[link.consumer].push(link)
  for (let vertex = size - 1; vertex >= 0; vertex--) for (const link of into[vertex]) outOf[link.operand].push(link)
  return { primal: { ...primal, graph: graphOfEntries(graph, size) }, links: into.flat(), into, outOf }
}

/** The entries of an edge's local Jacobian, column by column: what a unit tangent there becomes. */
function* linksOf(primal: Primal, edge: EdgeIndex, sums: Sums): Generator<Link> {
  const { offset, operand, consumer, op } = primal.graph
  const [from, to] = [operand[edge], consumer[edge]]
  if (op[from] === CONSTANT || !primal.graph.varied[from]) return
  for (let column = offset[from]; column < offset[from + 1]; column++) {
    sums.numbers[column] = 1
    sums.present[column] = 1
    push(primal, edge, sums)
    sums.present[column] = 0
    for (let row = offset[to]; row < offset[to + 1]; row++) {
      if (sums.present[row]) yield { edge, operand: column, consumer: row, partial: sums.numbers[row] }
      sums.present[row] = 0
      sums.numbers[row] = 0
    }
  }
}

function graphOfEntries(graph: Graph, size: number): Graph {
  const apart = <End extends Input | Output>(end: End): End[] =>
    Array.from({ length: entryCount(graph, end.node) }, (_, entry) => ({
      ...end,
      name: entryName(end.name, shapeAt(graph, end.node), entry),
      node: graph.offset[end.node] + entry,
    }))
  return { ...graph, size, inputs: graph.inputs.flatMap(apart), outputs: graph.outputs.flatMap(apart) }
}

/** For the screen: the name of an input, an output or an entry of one. */
export function endSymbol(name: string): string {
  const at = name.indexOf('[')
  return at < 0 ? displayName(name) : displayName(name.slice(0, at)) + name.slice(at)
}
