import { CONSTANT, type Graph, INPUT, type NodeIndex } from '../../graph/graph.ts'
import { shapeAt } from '../../graph/nodes.ts'
import { isClosed } from '../../graph/operations.ts'
import { displayName } from '../../notation/names.ts'
import { definitionsOf, nodeName, operationSymbol, tapeSymbol, titleOf } from '../../notation/symbols.ts'
import { isSecondOrder } from '../../state/session.ts'
import { now } from '../../state/store.ts'
import type { Drawn, Kind } from './figure.ts'
import { canOpen } from './opens.ts'

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
  /** What opens it, and what that is called; null where nothing is in it. */
  readonly opens: { readonly place: number; readonly name: string } | null
}

/** What is drawn of a graph while only its numbers change: nodes and edges, but no values. */
export interface Structure {
  /** The first graph of this structure. */
  readonly graph: Graph
  readonly figures: readonly Figure[]
  readonly nodeOf: ReadonlyMap<number, NodeIndex>
  /** Whether any node is an array. */
  readonly hasArrays: boolean
}

interface Known {
  readonly of: WeakMap<Graph, Structure>
  latest: Structure | null
}

const knownWith = (): Known => ({ of: new WeakMap(), latest: null })
/** By the number of chips that a node has. */
const known: Readonly<Record<Chips, Known>> = { 1: knownWith(), 3: knownWith() }

/** v̇, v̄ and v̄̇ stand beside each other while a Hessian-vector product is on the screen, as far as each node is an element. */
type Chips = 1 | 3
const chipsNow = ({ size }: Graph): Chips => (size <= MOST_ELEMENTS && isSecondOrder(now()) ? 3 : 1)

/** Larger graphs are drawn on a canvas: two panes have 600 nodes on the screen then. */
export const MOST_ELEMENTS = 300

/** The graph's structure: the same object as before if the graphs differ only in their numbers. */
export function structureOf(graph: Graph): Structure {
  const chips = chipsNow(graph)
  const { of, latest } = known[chips]
  const structure = of.get(graph) ?? (latest && sameStructure(latest.graph, graph) ? latest : structured(graph, chips))
  of.set(graph, structure)
  known[chips].latest = structure
  return structure
}

/** Whether the graph is of that structure. Sizes first: that of a graph which is too large to draw is never asked for. */
export const isStructureOf = (structure: Structure, graph: Graph): boolean =>
  graph.size === structure.figures.length && structureOf(graph) === structure

function structured(graph: Graph, chips: Chips): Structure {
  const kinds = kindsOf(graph)
  const outputs = new Set(graph.outputs.map(({ node }) => node))
  const figures = kinds.map((kind, node): Figure => {
    const definition = definitionsOf(graph, node).map(displayName).join(', ')
    return {
      node,
      id: graph.id[node],
      kind,
      output: outputs.has(node),
      shape: shapeAt(graph, node),
      named: definition !== '',
      chips,
      symbol: kind === 'constant' ? '' : operationSymbol(graph, node),
      name: nodeName(graph, node) ?? '',
      // Put together when it is drawn: most nodes of a large graph never are.
      get variable() {
        return tapeSymbol(graph, node) ?? ''
      },
      definition,
      opens: canOpen(graph, node) ? { place: graph.place[node], name: titleOf(graph, node) ?? '' } : null,
    }
  })
  const hasArrays = figures.some(({ shape }) => shape.length > 0)
  return { graph, figures, hasArrays, nodeOf: new Map(figures.map(({ id, node }) => [id, node])) }
}

function kindsOf(graph: Graph): Kind[] {
  const kinds = Array.from(graph.op, (op, node): Kind => {
    if (op === CONSTANT) return 'constant'
    return op === INPUT ? 'input' : isClosed(graph, node) ? 'module' : 'primitive'
  })
  for (const { node, role } of graph.inputs) kinds[node] = role ?? 'input'
  return kinds
}

const sameStructure = (a: Graph, b: Graph): boolean =>
  a.size === b.size &&
  equal(a.id, b.id) &&
  equal(a.op, b.op) &&
  equal(a.firstEdge, b.firstEdge) &&
  equal(a.operand, b.operand) &&
  equal(a.offset, b.offset) &&
  equal(a.shape, b.shape) &&
  equal(a.attribute, b.attribute) &&
  equal(a.place, b.place) &&
  equal(a.module, b.module) &&
  namesOf(a) === namesOf(b)

const equal = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** Everything else that is written or drawn, in words. */
const namesOf = ({ inputs, outputs, names, shapes, attributes, modules, closed }: Graph) =>
  JSON.stringify([
    inputs.map(({ name, node, role }) => [name, node, role]),
    ...[outputs, [...names], shapes, attributes],
    modules.map(({ name, parent, place }) => [name, parent, place]),
    closed.map(({ name }) => name),
  ])
