import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directions, graph, graphs, type Sample } from '../../../verification/fixtures/layouts.ts'
import type { Area, Box, Direction, Point } from '../layout.ts'
import type { Blocked, BlockLayout } from './blocked.ts'
import { layOutBlocks } from './index.ts'

/** A graph whose nodes stand in blocks of so many, one after the other. */
const inBlocks = ({ boxes, wires }: Sample, size: number, shape: readonly number[] | null = null): Blocked => ({
  kinds: boxes,
  kind: Int32Array.from(boxes.keys()),
  block: Int32Array.from(boxes.keys(), (node) => Math.floor(node / size)),
  blocks: Array.from({ length: Math.ceil(boxes.length / size) }, () => ({ shape, framed: size > 1, group: -1 })),
  from: Int32Array.from(wires, ({ from }) => from),
  to: Int32Array.from(wires, ({ to }) => to),
  slot: Int32Array.from(wires, ({ slot }) => slot),
})

const laidOut = (blocked: Blocked, direction: Direction = 'right', ratio = 1.2) =>
  layOutBlocks(blocked, { direction, ratio, arrowhead: 5 })

const holds = (property: (blocked: Blocked, layout: BlockLayout) => void) =>
  fc.assert(
    fc.property(
      graphs,
      directions,
      fc.integer({ min: 1, max: 12 }),
      fc.double({ min: 0.3, max: 3, noNaN: true }),
      (sample, direction, size, ratio) => {
        const blocked = inBlocks(sample, size)
        property(blocked, laidOut(blocked, direction, ratio))
      },
    ),
    { numRuns: 200, seed: 1 },
  )

const centreOf = ({ centres }: BlockLayout, node: number): Point => ({ x: centres[2 * node], y: centres[2 * node + 1] })

/** The room of a node, whose centre is that of what is drawn. */
function roomOf(blocked: Blocked, layout: BlockLayout, node: number): Area {
  const { width, height, outline }: Box = blocked.kinds[blocked.kind[node]]
  const { x, y } = centreOf(layout, node)
  const [left, top] = [x - (outline?.offset?.x ?? 0) - width / 2, y - (outline?.offset?.y ?? 0) - height / 2]
  return { left, top, right: left + width, bottom: top + height }
}

const ROUNDING = 0.1

const overlap = (a: Area, b: Area) =>
  a.left < b.right - ROUNDING &&
  b.left < a.right - ROUNDING &&
  a.top < b.bottom - ROUNDING &&
  b.top < a.bottom - ROUNDING

const isInside = (inner: Area, outer: Area) =>
  inner.left >= outer.left - ROUNDING &&
  inner.top >= outer.top - ROUNDING &&
  inner.right <= outer.right + ROUNDING &&
  inner.bottom <= outer.bottom + ROUNDING

const overlapping = (areas: readonly Area[]) =>
  areas.flatMap((a, i) => areas.slice(0, i).flatMap((b, k) => (overlap(a, b) ? [[k, i]] : [])))

describe('in any graph whose nodes stand in blocks', () => {
  it('no two blocks overlap, no two cells and no two nodes', () => {
    holds((blocked, layout) => {
      expect(overlapping(layout.areas)).toEqual([])
      expect(overlapping(layout.cells)).toEqual([])
      expect(overlapping(nodesOf(blocked, layout))).toEqual([])
    })
  })

  it('every node stands in its cell, every cell in its block, every block in the picture', () => {
    holds((blocked, layout) => {
      const whole = { left: 0, top: 0, right: layout.width, bottom: layout.height }
      const isPlaced = (room: Area, node: number) => {
        const cell = layout.cells[layout.cell[node]]
        return isInside(room, cell) && isInside(cell, layout.areas[blocked.block[node]])
      }
      expect(nodesOf(blocked, layout).every(isPlaced)).toBe(true)
      expect(layout.areas.every((area) => isInside(area, whole))).toBe(true)
    })
  })

  it('edges that are laid out stay in one cell, others go straight from node to node', () => {
    holds((blocked, layout) => {
      for (const [wire, from] of blocked.from.entries()) {
        if (layout.near[wire]) expect(layout.cell[blocked.to[wire]]).toBe(layout.cell[from])
        else expect(layout.firstBend[wire + 1] - layout.firstBend[wire]).toBe(4)
      }
    })
  })

  it('there is a trunk for each pair of blocks that edges join', () => {
    holds((blocked, layout) => {
      const { block, from, to } = blocked
      const pairs = [...from.keys()].map((wire) => `${block[from[wire]]} ${block[to[wire]]}`)
      const joined = new Set(pairs.filter((_, wire) => block[from[wire]] !== block[to[wire]]))
      expect(new Set(layout.trunks.map((trunk) => `${trunk.from} ${trunk.to}`))).toEqual(joined)
      expect(layout.trunks).toHaveLength(joined.size)
    })
  })

  it('no trunk runs through a block that it does not join', () => {
    holds((_, { trunks, areas }) => {
      const hits = trunks.filter(({ from, to, curve }) => {
        const points = alongCurve(curve)
        return areas.some((area, b) => b !== from && b !== to && points.some((point) => overlap(point, area)))
      })
      expect(hits).toEqual([])
    })
  })

  it('the same graph has the same layout', () => {
    holds((blocked, layout) => {
      const { direction } = layout
      expect(laidOut(blocked, direction)).toEqual(laidOut(blocked, direction))
    })
  })
})

/** Points on a curve of cubic Béziers. */
function alongCurve(curve: readonly Point[]): Area[] {
  const points: Area[] = []
  for (let i = 0; i + 3 < curve.length; i += 3)
    for (let t = 0; t <= 1; t += 1 / 8) {
      const w = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
      const sum = (axis: 'x' | 'y') => w.reduce((total, weight, k) => total + weight * curve[i + k][axis], 0)
      const [x, y] = [sum('x'), sum('y')]
      points.push({ left: x, top: y, right: x, bottom: y })
    }
  return points
}

const nodesOf = (blocked: Blocked, layout: BlockLayout): Area[] =>
  Array.from(blocked.kind, (_, node) => roomOf(blocked, layout, node))

/** So many nodes of which each reads the one before. */
const chain = (length: number) =>
  graph(Array.from({ length }, (_, k) => `n${k}: ${k > 0 ? `n${k - 1}` : ''}`).join('\n'))

describe('a block', () => {
  it('has its cells in the rows and columns of its array', () => {
    const entries = graph(Array.from({ length: 6 }, (_, k) => `n${k}:`).join('\n'))
    const layout = laidOut(inBlocks(entries, 6, [2, 3]))
    const centres = [...Array(6).keys()].map((node) => centreOf(layout, node))
    for (const [entry, { x, y }] of centres.entries()) {
      expect(x).toBeCloseTo(centres[entry % 3].x)
      expect(y).toBeCloseTo(centres[3 * Math.floor(entry / 3)].y)
    }
    expect(centres[1].x).toBeGreaterThan(centres[0].x)
    expect(centres[3].y).toBeGreaterThan(centres[0].y)
  })

  it.each(['right', 'up'] as const)('stands a vector across the flow where it goes %s', (direction) => {
    const entries = graph(Array.from({ length: 4 }, (_, k) => `n${k}:`).join('\n'))
    const layout = laidOut(inBlocks(entries, 4, [4]), direction)
    const places = [...Array(4).keys()].map((node) => centreOf(layout, node))
    const along = places.map(({ x, y }) => (direction === 'right' ? x : y))
    expect(Math.max(...along) - Math.min(...along)).toBeLessThan(1)
  })

  it('is no thin strip, however long the sum in it', () => {
    const layout = laidOut(inBlocks(chain(400), 400))
    expect(layout.width / layout.height).toBeLessThan(2.5)
    expect(layout.height / layout.width).toBeLessThan(2.5)
  })

  it('breaks a long sum into lines, from one of which to the next there is one edge', () => {
    const blocked = inBlocks(chain(100), 100)
    const layout = laidOut(blocked)
    const cut = [...layout.near].filter((near) => near === 0).length
    const lines = new Set([...Array(100).keys()].map((node) => Math.round(centreOf(layout, node).y))).size
    expect(lines).toBeGreaterThan(2)
    expect(cut).toBe(lines - 1)
  })
})

describe('blocks one after the other', () => {
  it.each(['right', 'up'] as const)('have their places where a line would hold an input only, flow %s', (direction) => {
    const sample = graph('x:\nf: x\ng: f')
    const boxes = sample.boxes.map((box, k) => ({ ...box, width: [900, 1000, 400][k], height: [300, 320, 500][k] }))
    const { centres } = laidOut(inBlocks({ ...sample, boxes }, 1), direction, 1)
    expect(centres.every(Number.isFinite)).toBe(true)
  })

  it('come in the order of the flow where they fit one line', () => {
    const { areas } = laidOut(inBlocks(chain(6), 2), 'right', 20)
    for (const [block, { left }] of areas.slice(1).entries()) expect(left).toBeGreaterThan(areas[block].right)
  })

  it('fill the frame that is asked for better than a single line would', () => {
    const blocked = inBlocks(chain(60), 2)
    const [strip, page] = [laidOut(blocked, 'right', 1000), laidOut(blocked, 'right', 1)]
    const extent = ({ width, height }: BlockLayout) => Math.max(width, height)
    expect(extent(page)).toBeLessThan(extent(strip) / 2)
  })

  it('have what each step of a recurrence reads beside it, though it could be computed at the start', () => {
    const steps = [1, 2, 3, 4, 5, 6]
    const sample = graph(
      `x:\nW:\n${steps.map((k) => `a${k}: x W\nh${k}: ${k > 1 ? `h${k - 1} ` : ''}a${k}`).join('\n')}`,
    )
    const { areas } = laidOut(inBlocks(sample, 1), 'right', 1000)
    const areaOf = (name: string) => areas[sample.names.indexOf(name)]
    for (const k of steps.slice(2)) expect(areaOf(`a${k}`).left).toBeGreaterThan(areaOf(`h${k - 2}`).right)
  })

  it('stay in one line with those of their group', () => {
    const blocked = inBlocks(chain(60), 2)
    const inGroups = { ...blocked, blocks: blocked.blocks.map((block, b) => ({ ...block, group: Math.floor(b / 3) })) }
    const linesOf = ({ areas }: BlockLayout, members: readonly number[]) =>
      new Set(members.map((block) => Math.round(areas[block].top))).size
    const all = [...blocked.blocks.keys()]
    const groups = all.filter((b) => b % 3 === 0).map((b) => all.slice(b, b + 3))
    const page = laidOut(inGroups, 'right', 1)
    expect(linesOf(page, all)).toBeGreaterThan(1)
    for (const members of groups) expect(linesOf(page, members)).toBe(1)
    expect(groups.some((members) => linesOf(laidOut(blocked, 'right', 1), members) > 1)).toBe(true)
  })
})
