import type { Box, Direction, Wire } from '../../layout/layout.ts'
import type { Size } from './camera.ts'
import { borderOf, centreIn, isRound, roomOf } from './figure.ts'
import type { Figure, Structure } from './structure.ts'

/** A node as the layout sees it. */
export const boxOf = (figure: Figure, leaf: boolean, direction: Direction): Box => ({
  ...{ id: figure.id, leaf },
  ...roomOf(figure, direction),
  outline: {
    shape: isRound(figure.kind) ? 'circle' : 'square',
    extent: borderOf(figure),
    offset: centreIn(figure, direction),
  },
})

/** All of them. */
export const boxesOf = ({ figures, graph: { firstEdge } }: Structure, direction: Direction): Box[] =>
  figures.map((figure) => boxOf(figure, firstEdge[figure.node] === firstEdge[figure.node + 1], direction))

/** The edges as the layout sees them, in the graph's order. */
export const wiresOf = ({ graph: { operand, consumer, firstEdge } }: Structure): Wire[] =>
  Array.from(operand, (from, edge) => ({ from, to: consumer[edge], slot: edge - firstEdge[consumer[edge]] }))

/** Between layers, in px, as layouts roughly come out; and how much wider the widest layer is than the average one. */
const BETWEEN_LAYERS = 50
const WIDEST = 2

function averageRoom(figures: Structure['figures'], direction: Direction): Size {
  const rooms = figures.map((figure) => roomOf(figure, direction))
  const mean = (side: 'width' | 'height') =>
    rooms.reduce((sum, room) => sum + room[side], 0) / Math.max(1, rooms.length)
  return { width: mean('width'), height: mean('height') }
}

/** About how much room a layered layout takes: as many layers as the longest path has nodes. */
export function estimatedExtent({ figures, graph }: Structure, direction: Direction): Size {
  const { size, operand, firstEdge } = graph
  const depth = new Int32Array(size)
  for (let node = 0; node < size; node++)
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
      depth[node] = Math.max(depth[node], depth[operand[edge]] + 1)
  const layers = depth.reduce((most, d) => Math.max(most, d), 0) + 1
  const room = averageRoom(figures, direction)
  const across = Math.max(1, (WIDEST * figures.length) / layers)
  return direction === 'right'
    ? { width: layers * (room.width + BETWEEN_LAYERS), height: across * room.height }
    : { width: across * room.width, height: layers * (room.height + BETWEEN_LAYERS) }
}
