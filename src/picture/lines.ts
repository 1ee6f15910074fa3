import { CONSTANT, type EdgeIndex, type Graph, INPUT, type NodeIndex } from '../graph/graph.ts'
import { shapeLabel } from '../notation/shapes.ts'
import { lineAnatomy } from './line.ts'
import { drawnOf, type Figure, type Structure } from './structure.ts'

/** What opens or closes the line of a node has a place of its own among those that open operations. */
const placeOfLine = ({ place }: Graph, node: NodeIndex): number => ~place[node]

/**
 * The structure with each definition of the program as one line, which all that computes nothing else is part of; those
 * whose place is in `open` are drawn node by node, in a group.
 */
export function inLines(whole: Structure, open: ReadonlySet<number>): Structure {
  const { graph } = whole
  const home = homesOf(graph)
  const size = countsOf(home)
  const opened = drawnOf(home).filter((node) => size[node] > 1 && open.has(placeOfLine(graph, node)))
  const known = drawnBefore.get(whole)
  if (known?.opened.join() === opened.join()) return known.lined
  const lined = drawn(whole, home, size, opened)
  drawnBefore.set(whole, { opened, lined })
  return lined
}

/** By the structure that they are made of: the last lines, and which of them were opened. */
const drawnBefore = new WeakMap<Structure, { readonly opened: readonly NodeIndex[]; readonly lined: Structure }>()

function drawn(whole: Structure, home: Int32Array, size: Int32Array, opened: readonly NodeIndex[]): Structure {
  const { graph } = whole
  const isOpen = (node: NodeIndex) => opened.includes(home[node])
  const standsIn = home.map((line, node) => (line === node || isOpen(node) ? whole.standsIn[node] : line))
  // What stands in the symbol of a node goes with it.
  for (let node = 0; node < graph.size; node++) standsIn[node] = standsIn[standsIn[node]]
  const runsAlong = runningAlong(graph, standsIn, whole.runsAlong, (node) => !isOpen(node))
  const lined = {
    ...{ standsIn, runsAlong, nodes: drawnOf(standsIn), edges: drawnOf(runsAlong), whole: whole.whole ?? whole },
    anatomyOf: lineAnatomy,
    figures: aligned(
      whole.figures.map((figure, node) => (isOpen(node) ? figure : lineOf(graph, figure, size[node]))),
      (node) => standsIn[node] === node,
    ),
  }
  return { ...whole, ...lined, ...groupsOf(whole, home, opened) }
}

/** A picture in which one line stands for more nodes than this says too little. */
const MOST_IN_LINE = 24

/** A picture of fewer nodes loses more by lines than by being followed. */
const FEWEST_NODES = 30

/** Whether the lines tell what happens, so that they may be chosen for the reader. */
export const tells = ({ standsIn, whole }: Structure): boolean =>
  (whole?.nodes.length ?? 0) >= FEWEST_NODES && countsOf(standsIn).every((count) => count <= MOST_IN_LINE)

/** By node: the one whose line it is part of. Inputs and what several lines read stand by themselves. */
function homesOf({ size, op, names, outputs, consumer, consumerEdge, firstConsumer }: Graph): Int32Array {
  const home = Int32Array.from({ length: size }, (_, node) => node)
  const ends = new Set(outputs.map(({ node }) => node))
  for (let node = size - 1; node >= 0; node--) {
    if (op[node] === INPUT || ends.has(node) || (op[node] !== CONSTANT && names.has(node))) continue
    const edges = consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1])
    const [first] = edges
    if (first !== undefined && edges.every((edge) => home[consumer[edge]] === home[consumer[first]]))
      home[node] = home[consumer[first]]
  }
  return home
}

/** By node: of how many nodes its line consists. */
function countsOf(home: ArrayLike<NodeIndex>): Int32Array {
  const counts = new Int32Array(home.length)
  for (let node = 0; node < home.length; node++) counts[home[node]]++
  return counts
}

/** Between two lines there is one edge, however often one reads the other. */
function runningAlong(
  { operand, consumer, size }: Graph,
  standsIn: Int32Array,
  before: ArrayLike<EdgeIndex>,
  isLine: (node: NodeIndex) => boolean,
): Int32Array {
  const first = new Map<number, EdgeIndex>()
  return operand.map((node, edge) => {
    const [from, to] = [standsIn[node], standsIn[consumer[edge]]]
    if (from === to || before[edge] < 0) return -1
    if (!isLine(to)) return edge
    const way = from * size + to
    if (!first.has(way)) first.set(way, edge)
    return first.get(way) as EdgeIndex
  })
}

function lineOf(graph: Graph, figure: Figure, size: number): Figure {
  if (figure.kind === 'constant') return figure
  const { node, kind, shape, variable, definition } = figure
  const isComputed = kind === 'primitive' || kind === 'module'
  const name = definition || variable
  const opens = size > 1 ? { place: placeOfLine(graph, node), name } : figure.opens
  const line = { ...figure, opens, symbol: '=', line: 1 }
  // An array stands in its figure, under the name of its definition where more than one operation makes it.
  if (shape.length > 0) return size > 1 ? { ...line, symbol: name, definition: '', title: shapeLabel(shape) } : figure
  return { ...line, title: isComputed || !definition ? name : `${variable}  ${definition}` }
}

/** Longer names than this make their own line longer, not all others. */
const LONGEST_COMMON = 8

/** With the same room for all names, so that signs and numbers stand below each other. */
function aligned(figures: readonly Figure[], isDrawn: (node: NodeIndex) => boolean): Figure[] {
  const lengths = figures.map(({ node, line, title }) => (line && isDrawn(node) ? title.length : 0))
  const most = lengths.reduce((a, b) => Math.max(a, Math.min(b, LONGEST_COMMON)), 1)
  return figures.map((figure) => (figure.line ? { ...figure, line: most } : figure))
}

/** Each opened definition is a group, in that in which its node stands anyway. */
function groupsOf({ graph, figures }: Structure, home: Int32Array, opened: readonly NodeIndex[]) {
  const { modules, module } = graph
  const own = opened.map((node) => ({
    name: figures[node].definition || figures[node].variable,
    ...{ parent: module[node], place: placeOfLine(graph, node) },
  }))
  const place = new Map(opened.map((node, i) => [node, modules.length + i]))
  const group = module.map((at, node) => (at === module[home[node]] ? (place.get(home[node]) ?? at) : at))
  return { groups: [...modules, ...own], group }
}
