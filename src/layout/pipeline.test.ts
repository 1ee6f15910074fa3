import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directions, graph, graphs, type Sample, trees, turned } from '../../verification/fixtures/layouts.ts'
import { bezier } from './curve.ts'
import { layOut } from './index.ts'
import type { Direction, Layout, Point } from './layout.ts'

const laidOut = ({ boxes, wires }: Sample, direction: Direction) => layOut(boxes, wires, { direction })

const holds = (property: (sample: Sample, layout: Layout) => void, samples = graphs) =>
  fc.assert(
    fc.property(samples, directions, (sample, direction) => {
      property(sample, laidOut(sample, direction))
    }),
    {
      numRuns: 300,
      seed: 1,
    },
  )

const within = (point: Point, centre: Point, width: number, height: number) =>
  Math.abs(point.x - centre.x) < width / 2 - 0.1 && Math.abs(point.y - centre.y) < height / 2 - 0.1

function alongCurve(route: readonly Point[], direction: Direction): Point[] {
  const curve = bezier(route, direction)
  const points: Point[] = []
  for (let i = 0; i + 3 < curve.length; i += 3)
    for (let t = 0; t <= 1; t += 1 / 24) {
      const w = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
      const sum = (axis: 'x' | 'y') => w.reduce((total, weight, k) => total + weight * curve[i + k][axis], 0)
      points.push({ x: sum('x'), y: sum('y') })
    }
  return points
}

describe('on any graph', () => {
  it('no two boxes overlap', () => {
    holds(({ boxes }, { centres }) => {
      const overlaps = (a: number, b: number) =>
        within(centres[a], centres[b], boxes[a].width + boxes[b].width, boxes[a].height + boxes[b].height)
      expect(boxes.filter((_, a) => boxes.some((_, b) => b < a && overlaps(a, b)))).toEqual([])
    })
  })

  it('no edge runs through a node that it does not join', () => {
    holds(({ boxes, wires }, { centres, routes, direction }) => {
      const hits = wires.filter(({ from, to }, wire) => {
        const points = alongCurve(routes[wire], direction)
        return boxes.some(
          ({ width, height }, box) =>
            box !== from && box !== to && points.some((point) => within(point, centres[box], width, height)),
        )
      })
      expect(hits).toEqual([])
    })
  })

  it('consumers stand after their operands along the flow, and edges never turn back', () => {
    holds((_, layout) => {
      for (const route of layout.routes)
        for (let i = 1; i < route.length; i++)
          expect(turned(route[i], layout).along).toBeGreaterThan(turned(route[i - 1], layout).along)
    })
  })

  it('edges arrive in the order of their slots, apart from each other', () => {
    holds(({ wires }, layout) => {
      const end = (wire: number) => turned(layout.routes[wire][layout.routes[wire].length - 1], layout).across
      wires.forEach((a, i) => {
        wires.forEach((b, k) => {
          if (a.to === b.to && a.slot < b.slot) expect(end(k)).toBeGreaterThan(end(i) + 1)
        })
      })
    })
  })

  it('edges leave from the middle of the far side of what is drawn', () => {
    holds(({ boxes, wires }, layout) => {
      wires.forEach(({ from }, wire) => {
        const { width, height, outline } = boxes[from]
        const { x, y } = outline?.extent ?? { x: width / 2, y: height / 2 }
        const [centre, start] = [layout.centres[from], layout.routes[wire][0]]
        expect(start.x - centre.x).toBeCloseTo(layout.direction === 'right' ? x : 0)
        expect(start.y - centre.y).toBeCloseTo(layout.direction === 'right' ? 0 : -y)
      })
    })
  })

  it('edges end an arrowhead before the border of what is drawn', () => {
    holds(({ boxes, wires }, layout) => {
      wires.forEach(({ to }, wire) => {
        const { width, height, outline } = boxes[to]
        const { x, y } = outline?.extent ?? { x: width / 2, y: height / 2 }
        const end = layout.routes[wire][layout.routes[wire].length - 1]
        const tip = layout.direction === 'right' ? { x: end.x + 8, y: end.y } : { x: end.x, y: end.y - 8 }
        const [dx, dy] = [tip.x - layout.centres[to].x, tip.y - layout.centres[to].y]
        // A circle that is longer one way has half circles as its ends.
        const radius = Math.min(x, y)
        const beyond = Math.hypot(Math.max(0, Math.abs(dx) - (x - radius)), Math.max(0, Math.abs(dy) - (y - radius)))
        if (outline?.shape === 'circle') expect(beyond).toBeCloseTo(radius)
        else expect(layout.direction === 'right' ? -dx / x : dy / y).toBeCloseTo(1)
      })
    })
  })

  it('the picture starts at (0, 0) and has the size it says', () => {
    holds(({ boxes }, { centres, width, height }) => {
      if (boxes.length === 0) return expect([width, height]).toEqual([0, 0])
      const bounds = (side: (box: number) => number[]) => boxes.flatMap((_, box) => side(box))
      const xs = bounds((b) => [centres[b].x - boxes[b].width / 2, centres[b].x + boxes[b].width / 2])
      const ys = bounds((b) => [centres[b].y - boxes[b].height / 2, centres[b].y + boxes[b].height / 2])
      expect(Math.min(...xs)).toBeGreaterThan(-0.01)
      expect(Math.min(...ys)).toBeGreaterThan(-0.01)
      expect(Math.max(...xs)).toBeLessThan(width + 0.01)
      expect(Math.max(...ys)).toBeLessThan(height + 0.01)
    })
  })

  it('the same graph gets the same layout', () => {
    holds((sample, layout) => expect(laidOut(sample, layout.direction)).toEqual(layout))
  })

  it('a layout after itself stays as it is', () => {
    holds(({ boxes, wires }, { direction, centres, memory }) => {
      const again = layOut(boxes, wires, { direction, previous: memory })
      centres.forEach(({ x, y }, box) => {
        expect(again.centres[box].x).toBeCloseTo(x, 0)
        expect(again.centres[box].y).toBeCloseTo(y, 0)
      })
    })
  })
})

describe('on a tree', () => {
  it('operands stand in the order in which they are written', () => {
    holds(({ wires }, layout) => {
      wires.forEach((a) => {
        for (const b of wires)
          if (a.to === b.to && a.slot < b.slot)
            expect(turned(layout.centres[b.from], layout).across).toBeGreaterThan(
              turned(layout.centres[a.from], layout).across,
            )
      })
    }, trees)
  })

  it('no node stands further from its consumer than in the layer before', () => {
    holds(({ wires }, layout) => {
      const columns = [...new Set(layout.centres.map((centre) => Math.round(turned(centre, layout).along)))]
      columns.sort((a, b) => a - b)
      const column = (box: number) => columns.indexOf(Math.round(turned(layout.centres[box], layout).along))
      for (const { from, to } of wires) expect(column(to) - column(from)).toBe(1)
    }, trees)
  })
})

describe('a layout', () => {
  it('of nothing is empty', () => {
    const { centres, routes, width, height } = layOut([], [], { direction: 'right' })
    expect({ centres, routes, width, height }).toEqual({ centres: [], routes: [], width: 0, height: 0 })
  })

  it('of a circle is refused', () => {
    const { boxes } = graph('a\nb')
    const wires = [
      { from: 0, to: 1, slot: 0 },
      { from: 1, to: 0, slot: 0 },
    ]
    expect(() => layOut(boxes, wires, { direction: 'up' })).toThrow('circle')
  })

  it('of 100,000 nodes in a chain, with a value read at both ends, comes to an end', { timeout: 60_000 }, () => {
    const count = 100_000
    const boxes = Array.from({ length: count }, (_, id) => ({ id, width: 84, height: 96, leaf: id === 0 }))
    const wires = boxes.slice(1).map(({ id }) => ({ from: id - 1, to: id, slot: 0 }))
    for (let v = 1; v < count / 2; v++) wires.push({ from: v, to: count - v, slot: 1 })
    const { centres } = layOut(boxes, wires, { direction: 'right' })
    expect(centres.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
  })
})
