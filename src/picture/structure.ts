import { CONSTANT, type EdgeIndex, type Graph, INPUT, type Module, type NodeIndex } from '../graph/graph.ts'
import { shapeAt } from '../graph/nodes.ts'
import { isClosed } from '../graph/operations.ts'
import { shorten } from '../language/words.ts'
import { briefName } from '../notation/names.ts'
import { shapeLabel } from '../notation/shapes.ts'
import { definitionsOf, nodeName, operationSymbol, tapeSymbol, titleOf } from '../notation/symbols.ts'
import { anatomyOf } from './anatomy.ts'
import type { Anatomy, Drawn, FigureKind } from './figure.ts'
import { type Folding, foldingOf, noFolding } from './folding.ts'
import { canOpen } from './opens.ts'
import type { Style } from './style.ts'

/** A node as it is drawn, as far as no number is concerned. */
export interface Figure extends Drawn {
  readonly node: NodeIndex
  readonly id: number
  /** x1, v3; empty for constants. */
  readonly name: string
  /** As it is displayed: x₁, v₃. */
  readonly variable: string
  /** The names that definitions give it. */
  readonly definition: string
  /** What opens it, and what that is called; null where nothing is in it. */
  readonly opens: { readonly place: number; readonly name: string } | null
}

/** What a picture takes of a graph, whoever made it: its nodes, edges and ends, and what was opened in it. */
export type DrawnGraph = Pick<
  Graph,
  | ('size' | 'id' | 'firstEdge' | 'operand' | 'consumer' | 'firstConsumer' | 'consumerEdge')
  | ('inputs' | 'outputs' | 'module' | 'modules')
>

/** What is drawn of a graph while only its numbers change: nodes and edges, but no values. */
export interface Structure<G extends DrawnGraph = Graph> {
  /** The first graph of this structure. */
  readonly graph: G
  /** By node. */
  readonly figures: readonly Figure[]
  readonly nodeOf: ReadonlyMap<number, NodeIndex>
  /** What is drawn, in tape order: not what stands in the figure of another node, such as constants in symbols. */
  readonly nodes: readonly NodeIndex[]
  readonly edges: readonly EdgeIndex[]
  /** By node: itself where it is drawn, else the one in whose figure it stands. */
  readonly standsIn: ArrayLike<NodeIndex>
  /** By edge: itself where it is drawn, else the one that it runs along; -1 within a figure. */
  readonly runsAlong: ArrayLike<EdgeIndex>
  /** What was opened in place, and by node the innermost of these that it stands in, or -1. */
  readonly groups: readonly Pick<Module, 'name' | 'parent' | 'place' | 'shape'>[]
  readonly group: ArrayLike<number>
  /** Where everything of a node stands, whatever draws it. */
  readonly anatomyOf: (figure: Figure, style: Style) => Anatomy
  /** The same, drawn node by node. */
  readonly whole: Structure<G> | null
  /** Whether any node is an array. */
  readonly hasArrays: boolean
}

/** Whether constants are drawn in the operations that read them, or as nodes. */
export type Constants = 'inside' | 'nodes'
/** Whether a definition is drawn as one line, or all that computes it as nodes. */
export type Definitions = 'lines' | 'nodes'

/** Larger graphs are drawn on a canvas: two panes have 600 nodes on the screen then. */
export const MOST_ELEMENTS = 300

interface Known {
  readonly of: WeakMap<Graph, Structure>
  latest: Structure | null
}

const knownWith = (): Known => ({ of: new WeakMap(), latest: null })
const known: Readonly<Record<Constants, Known>> = { inside: knownWith(), nodes: knownWith() }

/** The graph's structure: the same object as before if the graphs differ only in numbers that no symbol has. */
export function structureOf(graph: Graph, constants: Constants = 'inside'): Structure {
  const drawn = graph.size > MOST_ELEMENTS ? 'nodes' : constants
  const { of, latest } = known[drawn]
  const structure = of.get(graph) ?? (latest && sameStructure(latest, graph, drawn) ? latest : structured(graph, drawn))
  of.set(graph, structure)
  known[drawn].latest = structure
  return structure
}

/** The structure of a graph that is not on the stage: it is remembered nowhere. */
export const structureApart = (graph: Graph, constants: Constants = 'inside'): Structure => structured(graph, constants)

/** Whether the graph is of that structure. Sizes first: that of a graph which is too large to draw is never asked for. */
export function isStructureOf(structure: Structure, graph: Graph): boolean {
  const whole = structure.whole ?? structure
  return (
    graph.size === whole.figures.length &&
    (structureOf(graph, 'inside') === whole || structureOf(graph, 'nodes') === whole)
  )
}

/** The same, asked of a graph that is not on the stage: nothing of it is remembered. */
export function isAlike(structure: Structure, graph: Graph): boolean {
  const whole = structure.whole ?? structure
  return sameStructure(whole, graph, 'inside') || sameStructure(whole, graph, 'nodes')
}

/** Nodes or edges that stand for themselves. */
export const drawnOf = (standsFor: ArrayLike<number>): number[] =>
  Array.from(standsFor, (of, i) => (of === i ? i : -1)).filter((i) => i >= 0)

const foldingIn = (graph: Graph, constants: Constants): Folding =>
  constants === 'inside' ? foldingOf(graph) : noFolding(graph)

function structured(graph: Graph, constants: Constants): Structure {
  const kinds = kindsOf(graph)
  const folding = foldingIn(graph, constants)
  const outputs = new Set(graph.outputs.map(({ node }) => node))
  const figures = kinds.map((kind, node) => figureOf(graph, node, kind, outputs.has(node), folding))
  const hasArrays = figures.some(({ shape }) => shape.length > 0)
  const standsIn = Int32Array.from(folding.hidden, (hidden, node) => (hidden ? firstConsumer(graph, node) : node))
  const runsAlong = Int32Array.from(folding.inside, (inside, edge) => (inside ? -1 : edge))
  return {
    ...{ graph, figures, hasArrays, nodeOf: new Map(figures.map(({ id, node }) => [id, node])) },
    ...{ nodes: drawnOf(standsIn), edges: drawnOf(runsAlong), standsIn, runsAlong },
    ...{ groups: graph.modules, group: graph.module, whole: null, anatomyOf },
  }
}

const firstConsumer = ({ consumer, consumerEdge, firstConsumer: first }: Graph, node: NodeIndex): NodeIndex =>
  consumer[consumerEdge[first[node]]]

/** Letters of a name that a figure has room for. */
const LONGEST_NAME = 16

const joined = (...parts: readonly string[]) => parts.filter(Boolean).join('  ')

/** What the parts of a module are called that gives several results as one vector. */
function partNames(graph: Graph, node: NodeIndex): readonly string[] {
  const { consumer, consumerEdge, firstConsumer } = graph
  const edges = consumerEdge.slice(firstConsumer[node], firstConsumer[node + 1]).sort()
  const readers = Array.from(edges, (edge) => consumer[edge])
  return readers.flatMap((reader) => (operationSymbol(graph, reader) === '[ ]' ? definitionsOf(graph, reader) : []))
}

function figureOf(graph: Graph, node: NodeIndex, kind: FigureKind, output: boolean, { symbols }: Folding): Figure {
  const own = definitionsOf(graph, node)
  const names = own.length === 0 && kind === 'module' ? partNames(graph, node) : own
  const definition = shorten(names.map(briefName).join(', '), LONGEST_NAME)
  const shape = shapeAt(graph, node)
  const shapeText = kind === 'constant' ? '' : shapeLabel(shape)
  const isComputed = kind === 'primitive' || kind === 'module'
  return {
    ...{ node, kind, output, shape, definition, id: graph.id[node] },
    symbol: kind === 'constant' ? '' : shorten(symbols.get(node) ?? operationSymbol(graph, node), LONGEST_NAME),
    name: nodeName(graph, node) ?? '',
    // Put together when they are drawn: most nodes of a large graph never are.
    get variable() {
      return tapeSymbol(graph, node) ?? ''
    },
    get title() {
      return joined(definition || (isComputed ? (tapeSymbol(graph, node) ?? '') : ''), shapeText)
    },
    get titleInFull() {
      return joined(isComputed ? (tapeSymbol(graph, node) ?? '') : '', definition, shapeText)
    },
    opens: canOpen(graph, node) ? { place: graph.place[node], name: titleOf(graph, node) ?? '' } : null,
  }
}

function kindsOf(graph: Graph): FigureKind[] {
  const kinds = Array.from(graph.op, (op, node): FigureKind => {
    if (op === CONSTANT) return 'constant'
    return op === INPUT ? 'input' : isClosed(graph, node) ? 'module' : 'primitive'
  })
  for (const { node, role } of graph.inputs) kinds[node] = role ?? 'input'
  return kinds
}

const sameStructure = ({ graph: a }: Structure, b: Graph, constants: Constants): boolean =>
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
  namesOf(a) === namesOf(b) &&
  symbolsOf(a, constants) === symbolsOf(b, constants)

/** The numbers that stand in symbols. */
const symbolsOf = (graph: Graph, constants: Constants) => JSON.stringify([...foldingIn(graph, constants).symbols])

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
