import type { Box, Direction, Wire } from '../../layout/layout.ts'
import { roomOf } from './figure.ts'
import type { Structure } from './structure.ts'

/** The nodes as the layout sees them. */
export const boxesOf = ({ figures, graph }: Structure, direction: Direction): Box[] =>
  figures.map((figure) => ({
    id: figure.id,
    ...roomOf(figure, direction),
    leaf: graph.firstEdge[figure.node] === graph.firstEdge[figure.node + 1],
  }))

/** The edges as the layout sees them, in the graph's order. */
export const wiresOf = ({ graph: { operand, consumer, firstEdge } }: Structure): Wire[] =>
  Array.from(operand, (from, edge) => ({ from, to: consumer[edge], slot: edge - firstEdge[consumer[edge]] }))
