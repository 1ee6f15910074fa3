import { CONSTANT, type EdgeIndex, type Graph, type NodeIndex } from '../../graph/graph.ts'
import { listed } from '../../language/words.ts'
import { operationSymbol } from '../../notation/symbols.ts'
import { nameAt } from './places.ts'

const distinct = (nodes: Iterable<NodeIndex>): NodeIndex[] => [...new Set(nodes)]

/** The nodes that a node reads, slot by slot, each once. */
export const operandsRead = ({ operand, firstEdge }: Graph, node: NodeIndex): NodeIndex[] =>
  distinct(operand.subarray(firstEdge[node], firstEdge[node + 1]))

/** The nodes that read a node, in tape order. */
export const readersOf = ({ consumer, consumerEdge, firstConsumer }: Graph, node: NodeIndex): NodeIndex[] =>
  distinct(
    Array.from(consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1]), (edge) => consumer[edge]),
  ).reverse()

/** The edges along which a node reads, slot by slot. */
export const edgesRead = ({ firstEdge }: Graph, node: NodeIndex): EdgeIndex[] =>
  Array.from({ length: firstEdge[node + 1] - firstEdge[node] }, (_, slot) => firstEdge[node] + slot)

/** Those along which it reads one other node. */
export const edgesBetween = (graph: Graph, node: NodeIndex, read: NodeIndex): EdgeIndex[] =>
  edgesRead(graph, node).filter((edge) => graph.operand[edge] === read)

/** `v1 (sin) and v2 (×)`. */
export const withOperations = (graph: Graph, nodes: readonly NodeIndex[]): string =>
  listed(
    nodes
      .slice(0, 8)
      .map((node) =>
        graph.op[node] < 0 ? nameAt(graph, node) : `${nameAt(graph, node)} (${operationSymbol(graph, node)})`,
      ),
  )

/** Those that are no constants. */
export const moving = ({ op }: Graph, nodes: readonly NodeIndex[]): NodeIndex[] =>
  nodes.filter((node) => op[node] !== CONSTANT)
