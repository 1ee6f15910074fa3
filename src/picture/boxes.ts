import { FRAME } from '../layout/frame.ts'
import type { Box, Wire } from '../layout/layout.ts'
import type { Size } from './camera.ts'
import { type Anatomy, borderOf } from './figure.ts'
import type { DrawnGraph, Figure, Structure } from './structure.ts'
import type { Style } from './style.ts'

/** A node as the layout sees it. */
export function boxOf({ id }: Figure, anatomy: Anatomy, leaf: boolean): Box {
  const { left, top, right, bottom } = anatomy.room
  return {
    ...{ id, leaf, width: left + right, height: top + bottom },
    outline: {
      shape: anatomy.corner >= Math.min(anatomy.half.x, anatomy.half.y) ? 'circle' : 'square',
      extent: borderOf(anatomy),
      offset: { x: (left - right) / 2, y: (top - bottom) / 2 },
    },
  }
}

/** All that are drawn. */
export const boxesOf = (structure: Structure<DrawnGraph>, style: Style): Box[] => {
  const { nodes, figures, anatomyOf, group, graph } = structure
  const { firstEdge, modules } = graph
  return nodes.map((node) => {
    const box = boxOf(figures[node], anatomyOf(figures[node], style), firstEdge[node] === firstEdge[node + 1])
    // The ground of an opened line and its title need room among lines that stand close.
    return group[node] < modules.length ? box : widened(box)
  })
}

const widened = (box: Box): Box => ({
  ...{ ...box, width: box.width + 2 * FRAME.padding, height: box.height + FRAME.head },
  outline: box.outline ?? { shape: 'square', extent: { x: box.width / 2, y: box.height / 2 } },
})

/** The edges that are drawn, in the graph's order, between nodes by their place among those that are drawn. */
export function wiresOf({ nodes, edges, standsIn, graph: { size, operand, consumer } }: Structure<DrawnGraph>): Wire[] {
  const place = new Int32Array(size)
  nodes.forEach((node, i) => {
    place[node] = i
  })
  return edges.map((edge) => ({
    ...{ from: place[standsIn[operand[edge]]], to: place[standsIn[consumer[edge]]] },
    slot: edge,
  }))
}

/** Between layers, in px, as layouts roughly come out; and how much wider the widest layer is than the average one. */
const BETWEEN_LAYERS = 50
const WIDEST = 2

function averageRoom({ nodes, figures, anatomyOf }: Structure<DrawnGraph>, style: Style): Size {
  const rooms = nodes.map((node) => anatomyOf(figures[node], style).room)
  const mean = (...sides: readonly (keyof Anatomy['room'])[]) =>
    rooms.reduce((sum, room) => sum + sides.reduce((all, side) => all + room[side], 0), 0) / Math.max(1, rooms.length)
  return { width: mean('left', 'right'), height: mean('top', 'bottom') }
}

/** About how much room a layered layout takes: as many layers as the longest path has nodes. */
export function estimatedExtent(structure: Structure<DrawnGraph>, style: Style): Size {
  const { size, operand, firstEdge } = structure.graph
  const depth = new Int32Array(size)
  for (let node = 0; node < size; node++)
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
      depth[node] = Math.max(depth[node], depth[operand[edge]] + 1)
  const layers = depth.reduce((most, d) => Math.max(most, d), 0) + 1
  const room = averageRoom(structure, style)
  const across = Math.max(1, (WIDEST * structure.nodes.length) / layers)
  return style.direction === 'right'
    ? { width: layers * (room.width + BETWEEN_LAYERS), height: across * room.height }
    : { width: across * room.width, height: layers * (room.height + BETWEEN_LAYERS) }
}
