import { CONSTANT, type Graph, INPUT, type NodeIndex } from '../../graph/graph.ts'
import { displayName } from '../../notation/names.ts'
import { definitionsOf, nodeName, nodeSymbol, operationSymbol } from '../../notation/symbols.ts'
import type { Drawn, Kind } from './figure.ts'

/** A node as it is drawn, as far as no number is concerned. */
export interface Figure extends Drawn {
  readonly node: NodeIndex
  readonly id: number
  /** What stands in its middle; empty for constants, which show their number. */
  readonly symbol: string
  /** x1, v3; empty for constants. */
  readonly name: string
  /** As it is displayed: x₁, v₃. */
  readonly variable: string
  /** The names that definitions give it. */
  readonly definition: string
}

/** What is drawn of a graph while only its numbers change: nodes and edges, but no values. */
export interface Structure {
  /** The first graph of this structure. */
  readonly graph: Graph
  readonly figures: readonly Figure[]
  readonly nodeOf: ReadonlyMap<number, NodeIndex>
}

const structures = new WeakMap<Graph, Structure>()
let latest: Structure | null = null

/** The graph's structure: the same object as before if the graphs differ only in their numbers. */
export function structureOf(graph: Graph): Structure {
  const known = structures.get(graph)
  if (known) return known
  const structure = latest && sameStructure(latest.graph, graph) ? latest : structured(graph)
  structures.set(graph, structure)
  latest = structure
  return structure
}

function structured(graph: Graph): Structure {
  const kinds = kindsOf(graph)
  const outputs = new Set(graph.outputs.map(({ node }) => node))
  const figures = kinds.map(
    (kind, node): Figure => ({
      node,
      id: graph.id[node],
      kind,
      output: outputs.has(node),
      symbol: kind === 'constant' ? '' : operationSymbol(graph, node),
      name: nodeName(graph, node) ?? '',
      variable: kind === 'constant' ? '' : nodeSymbol(graph, node),
      definition: definitionsOf(graph, node).map(displayName).join(', '),
    }),
  )
  return { graph, figures, nodeOf: new Map(figures.map(({ id, node }) => [id, node])) }
}

function kindsOf(graph: Graph): Kind[] {
  const kinds = Array.from(
    graph.op,
    (op): Kind => (op === CONSTANT ? 'constant' : op === INPUT ? 'input' : 'primitive'),
  )
  for (const { node, role } of graph.inputs) kinds[node] = role ?? 'input'
  return kinds
}

const sameStructure = (a: Graph, b: Graph): boolean =>
  a.size === b.size &&
  equal(a.id, b.id) &&
  equal(a.op, b.op) &&
  equal(a.firstEdge, b.firstEdge) &&
  equal(a.operand, b.operand) &&
  namesOf(a) === namesOf(b)

const equal = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

const namesOf = ({ inputs, outputs, names }: Graph) =>
  JSON.stringify([inputs.map(({ name, node, role }) => [name, node, role]), outputs, [...names]])
