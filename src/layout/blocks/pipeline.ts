import { curvesOf } from '../curve.ts'
import { FRAME } from '../frame.ts'
import type { Area, Box, LayoutOptions, Point, Wire } from '../layout.ts'
import { layOutInRows } from '../rows/rows.ts'
import type { Blocked, BlockLayout } from './blocked.ts'
import { type BlockPlot, plotsOf } from './plots.ts'
import { straightEnds } from './straight.ts'

/** The picture of blocks is scaled so that its blocks cover a square of this side together. */
const COVERED = 900

/** Between the lines of blocks. */
const ROWS = { between: 72, beside: 36, lane: 7 } as const

/** Least room of a node that is a block of its own, whose name stands below it; and half its size as it is seen from afar. */
const ALONE = { width: 64, height: 56, half: 8 } as const

export interface BlockOptions extends LayoutOptions {
  /** How many times as wide as high the whole is to be, about. */
  readonly ratio: number
}

/**
 * Places for the nodes of a graph too large to be laid out as one: each block is laid out by itself, its cells in the rows
 * and columns of its array, and the blocks then as the graph of arrays would be. The same graph always gets the same layout.
 */
export function layOutBlocks(graph: Blocked, options: BlockOptions): BlockLayout {
  const plots = plotsOf(graph, options)
  const covered = Math.sqrt(plots.reduce((sum, { grid }) => sum + grid.width * grid.height, 0))
  const unit = Math.max(1, covered / COVERED)
  const wires = trunksOf(graph)
  const frames = plots.map((plot, block) => frameOf(graph, plot, block, unit))
  const groups = graph.blocks.map(({ group }) => group)
  const layout = layOutInRows(frames, wires, { ...options, groups, rows: ROWS, late: true })
  const { width, height, centres } = layout
  const curves = curvesOf(layout)
  const scaled = ({ x, y }: Point): Point => ({ x: x * unit, y: y * unit })
  const areas = centres.map((centre, block) => areaOf(graph, plots[block], block, scaled(centre), unit))
  return {
    ...{ direction: options.direction, width: width * unit, height: height * unit, unit, areas },
    trunks: wires.map(({ from, to }, w) => ({ from, to, curve: curves[w].map(scaled) })),
    ...placed(graph, plots, areas, options),
  }
}

/** A block as the layout of blocks sees it. */
function frameOf({ blocks, kinds, kind }: Blocked, { grid, cells }: BlockPlot, id: number, unit: number): Box {
  const [width, height] = [grid.width / unit, grid.height / unit]
  const leaf = cells.every(({ nodes }) => nodes.every((node) => kinds[kind[node]].leaf))
  if (blocks[id].framed)
    return { id, leaf, width: width + 2 * FRAME.padding, height: height + FRAME.padding + FRAME.head }
  const extent = { x: Math.max(ALONE.half, width / 2), y: Math.max(ALONE.half, height / 2) }
  const outline = { shape: 'square' as const, extent }
  return { id, leaf, width: Math.max(ALONE.width, width), height: Math.max(ALONE.height, height), outline }
}

/** Where the nodes of a block stand, given the centre of its frame. */
function areaOf({ blocks }: Blocked, { grid }: BlockPlot, b: number, { x, y }: Point, unit: number): Area {
  const lower = blocks[b].framed ? ((FRAME.head - FRAME.padding) / 2) * unit : 0
  const [left, top] = [x - grid.width / 2, y - grid.height / 2 + lower]
  return { left, top, right: left + grid.width, bottom: top + grid.height }
}

/** A wire for all wires from one block to another; the slots of a block go by the order of its wires. */
function trunksOf({ block, from, to }: Blocked): Wire[] {
  const seen = new Set<number>()
  const slots = new Map<number, number>()
  const trunks: Wire[] = []
  for (let w = 0; w < from.length; w++) {
    const [a, b] = [block[from[w]], block[to[w]]]
    const key = a * block.length + b
    if (a === b || seen.has(key)) continue
    seen.add(key)
    const slot = slots.get(b) ?? 0
    slots.set(b, slot + 1)
    trunks.push({ from: a, to: b, slot })
  }
  return trunks
}

/** The centres of all nodes, the cells, and the bends of all wires. */
function placed(graph: Blocked, plots: readonly BlockPlot[], areas: readonly Area[], options: LayoutOptions) {
  const centres = new Float64Array(2 * graph.kind.length)
  const cell = new Int32Array(graph.kind.length)
  const cells: Area[] = []
  const near = new Uint8Array(graph.from.length)
  const routes: (readonly Point[])[] = new Array(graph.from.length)
  for (const [b, { grid, cells: own }] of plots.entries())
    for (const [c, { cell: laidOut, nodes, wires }] of own.entries()) {
      const [left, top] = [areas[b].left + grid.left[c], areas[b].top + grid.top[c]]
      const index = cells.push({ left, top, right: left + laidOut.width, bottom: top + laidOut.height }) - 1
      for (const [v, node] of nodes.entries()) {
        cell[node] = index
        centres[2 * node] = left + laidOut.centres[v].x
        centres[2 * node + 1] = top + laidOut.centres[v].y
      }
      for (const [w, wire] of wires.entries()) {
        const route = laidOut.routes[w]
        if (!route) continue
        near[wire] = 1
        routes[wire] = route.map(({ x, y }) => ({ x: left + x, y: top + y }))
      }
    }
  const straight = straightEnds(graph, centres, options)
  for (let w = 0; w < routes.length; w++) routes[w] ??= straight(w)
  return { centres, cell, cells, near, ...flattened(routes) }
}

function flattened(routes: readonly (readonly Point[])[]) {
  const firstBend = new Int32Array(routes.length + 1)
  for (const [w, route] of routes.entries()) firstBend[w + 1] = firstBend[w] + 2 * route.length
  const bends = new Float64Array(firstBend[routes.length])
  let next = 0
  for (const route of routes)
    for (const { x, y } of route) {
      bends[next++] = x
      bends[next++] = y
    }
  return { firstBend, bends }
}
