import { type Groups, groupBy } from '../groups.ts'
import type { LayoutOptions, Wire } from '../layout.ts'
import type { Blocked } from './blocked.ts'
import { type Cell, cellOf, withNames } from './cell.ts'
import { connectedCells } from './cells.ts'
import { type CellGrid, cellGridOf, columnsFor } from './grid.ts'

/** A block laid out by itself: its cells in a grid. */
export interface BlockPlot {
  readonly grid: CellGrid
  readonly cells: readonly PlacedCell[]
}

/** A cell, and the nodes and wires of the graph that are its own, in its order. */
interface PlacedCell {
  readonly cell: Cell
  readonly nodes: Int32Array
  readonly wires: Int32Array
}

/** How wide a block becomes, relative to its height; and within which bounds its cells do. */
const BLOCK_RATIO = 1.2
const [NARROWEST, WIDEST] = [0.4, 6]

/** By block. */
export function plotsOf(graph: Blocked, options: LayoutOptions): BlockPlot[] {
  const { from, to, block, blocks } = graph
  const cells = connectedCells(graph)
  const isInner = (wire: number) => cells.of[from[wire]] === cells.of[to[wire]]
  const wires = Int32Array.from(from.keys())
  const inner = groupBy(
    cells.count,
    to.map((node) => cells.of[node]),
    wires.filter(isInner),
  )
  const named = new Uint8Array(block.length)
  for (const wire of wires) if (!isInner(wire)) named[to[wire]] = 1
  const layOutCell = cellLayouts(graph, named, options)
  const first = Int32Array.from({ length: cells.count }, (_, cell) => block[cells.member[cells.first[cell]]])
  const byBlock = groupBy(blocks.length, first)
  return blocks.map(({ shape }, b) => {
    const own = membersOf(byBlock, b)
    const columns = columnsFor(shape, own.length, options.direction)
    const ratio = Math.min(WIDEST, Math.max(NARROWEST, (BLOCK_RATIO * Math.ceil(own.length / columns)) / columns))
    const placed = Array.from(own, (cell) => layOutCell(membersOf(cells, cell), membersOf(inner, cell), ratio))
    return {
      cells: placed,
      grid: cellGridOf(
        placed.map(({ cell }) => cell),
        columns,
      ),
    }
  })
}

const membersOf = ({ first, member }: Groups, group: number): Int32Array =>
  member.subarray(first[group], first[group + 1])

/** Lays out cells, each kind once: those of a matrix product are all alike. */
function cellLayouts({ kinds, kind, from, to, slot }: Blocked, named: Uint8Array, options: LayoutOptions) {
  const known = new Map<string, Cell>()
  return (nodes: Int32Array, wires: Int32Array, ratio: number): PlacedCell => {
    const place = new Map(Array.from(nodes, (node, v) => [node, v]))
    const local = (node: number) => place.get(node) ?? -1
    const own = Array.from(wires, (w): Wire => ({ from: local(from[w]), to: local(to[w]), slot: slot[w] }))
    const key = JSON.stringify([ratio, [...nodes.map((node) => 2 * kind[node] + named[node])], own])
    const cell = known.get(key) ?? cellOf(boxesOf(nodes), own, ratio, options)
    known.set(key, cell)
    return { cell, nodes, wires }
  }

  function boxesOf(nodes: Int32Array) {
    return Array.from(nodes, (node, id) => {
      const box = { ...kinds[kind[node]], id }
      return named[node] ? withNames(box, options.direction) : box
    })
  }
}
