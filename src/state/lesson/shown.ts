import type { EdgeIndex, Graph, NodeIndex } from '../../graph/graph.ts'
import { nodeNamed } from '../../notation/symbols.ts'

/** What `show` names in the graph and in the program. */
export interface ShownInGraph {
  readonly nodes: readonly NodeIndex[]
  readonly edges: readonly EdgeIndex[]
  readonly lines: readonly (readonly [first: number, last: number])[]
}

const NOTHING: ShownInGraph = { nodes: [], edges: [], lines: [] }

/** What one item of `show` names there; nothing where it names a part of the page, or what is not there. */
export function shownIn(graph: Graph, item: string): ShownInGraph {
  const [, first, last = first] = /^lines:(\d{1,6})(?:-(\d{1,6}))?$/.exec(item) ?? []
  if (first !== undefined) return { ...NOTHING, lines: [[Math.max(1, Number(first)), Number(last)]] }
  const [, from, to, slot] = /^([^>]+)>([^:]+)(?::(\d+))?$/.exec(item) ?? []
  if (from === undefined) return { ...NOTHING, nodes: nodeIn(graph, item) }
  const edges = nodeIn(graph, from).flatMap((operand) =>
    nodeIn(graph, to).flatMap((consumer) =>
      slotsBetween(graph, operand, consumer)
        .filter((each) => slot === undefined || each === Number(slot))
        .map((each) => graph.firstEdge[consumer] + each),
    ),
  )
  return { ...NOTHING, edges }
}

const nodeIn = (graph: Graph, name: string): readonly NodeIndex[] => {
  const node = nodeNamed(graph, name)
  return node === undefined ? [] : [node]
}

/** The slots in which a node reads another. */
export function slotsBetween({ firstEdge, operand }: Graph, from: NodeIndex, to: NodeIndex): readonly number[] {
  const operands = operand.subarray(firstEdge[to], firstEdge[to + 1])
  return Array.from(operands.keys()).filter((slot) => operands[slot] === from)
}

/** The parts of the page that are named. */
export const partsIn = (items: readonly string[]): readonly string[] =>
  items.flatMap((item) => (item.startsWith('part:') ? item.slice('part:'.length) : []))
