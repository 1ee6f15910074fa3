import { describe, expect, it } from 'vitest'
import { graph, placesIn, turned } from '../../verification/fixtures/layouts.ts'
import { bezier, layOut } from './index.ts'
import type { Direction, Point } from './layout.ts'

const BOTH: Direction[] = ['right', 'up']

/*
 *   x1 ──── sin ─┐
 *      ╲         +
 *   x2 ──── mul ─┘
 */
const LECTURE = graph(`
x1:
x2:
sin: x1
mul: x1 x2
add: sin mul`)

/*
 *   x1 ── ln ──┐
 *     ╲        + ─┐
 *      mul ────┘  −
 *     ╱           │
 *   x2 ── sin ────┘
 */
const BAYDIN = graph(`
x1:
x2:
ln: x1
mul: x1 x2
add: ln mul
sin: x2
sub: add sin`)

/*
 *   w1 ┐
 *      mul1 ┐
 *   x1 ┘    │
 *           add ── sum ── tanh
 *   w2 ┐    │  b ─┘
 *      mul2 ┘
 *   x2 ┘
 */
const NEURON = graph(`
w1:
x1:
w2:
x2:
b:
mul1: w1 x1
mul2: w2 x2
add: mul1 mul2
sum: add b
tanh: sum`)

const SQUARE = graph(`
x:
mul: x x`)

describe.each(BOTH)('flowing %s', (direction) => {
  const across = (sample: typeof LECTURE) => {
    const places = placesIn(sample, direction)
    return (name: string) => places.get(name)?.across ?? Number.NaN
  }
  const along = (sample: typeof LECTURE) => {
    const places = placesIn(sample, direction)
    return (name: string) => places.get(name)?.along ?? Number.NaN
  }

  it('the lecture’s example is a grid with its sum amid the terms', () => {
    const at = across(LECTURE)
    expect(at('x1')).toBeCloseTo(at('sin'))
    expect(at('x2')).toBeCloseTo(at('mul'))
    expect(at('sin')).toBeLessThan(at('mul'))
    expect(at('add')).toBeCloseTo((at('sin') + at('mul')) / 2)
  })

  it('the survey’s example has its three first operations in one column, and the product amid them', () => {
    const [at, column] = [across(BAYDIN), along(BAYDIN)]
    expect(column('ln')).toBeCloseTo(column('sin'))
    expect(column('mul')).toBeCloseTo(column('sin'))
    expect(at('mul')).toBeCloseTo((at('ln') + at('sin')) / 2)
    expect([at('x1'), at('x2')]).toEqual([expect.closeTo(at('ln')), expect.closeTo(at('sin'))])
    expect(at('add')).toBeCloseTo((at('ln') + at('mul')) / 2)
  })

  it('a neuron is symmetric up to its sum, and straight from there on', () => {
    const at = across(NEURON)
    expect(at('mul1')).toBeCloseTo((at('w1') + at('x1')) / 2)
    expect(at('mul2')).toBeCloseTo((at('w2') + at('x2')) / 2)
    expect(at('add')).toBeCloseTo((at('mul1') + at('mul2')) / 2)
    expect([at('sum'), at('tanh')]).toEqual([expect.closeTo(at('add')), expect.closeTo(at('add'))])
    expect(at('b')).toBeGreaterThan(at('sum'))
  })

  it('a straight line of operations has straight edges', () => {
    const layout = layOut(NEURON.boxes, NEURON.wires, { direction })
    const wire = NEURON.wires.findIndex(({ to }) => NEURON.names[to] === 'tanh')
    const [start, end] = layout.routes[wire].map((point) => turned(point, layout).across)
    expect(layout.routes[wire]).toHaveLength(2)
    expect(start).toBeCloseTo(end)
  })

  it('the two edges of x*x bow apart, symmetrically, with room for both labels', () => {
    const layout = layOut(SQUARE.boxes, SQUARE.wires, { direction })
    const middle = turned(layout.centres[0], layout).across
    const [first, second] = layout.routes.map((route) => turned(labelPoint(route, direction), layout).across - middle)
    expect(first).toBeCloseTo(-second)
    expect(second - first).toBeGreaterThan(direction === 'right' ? 18 : 34)
  })

  it('an unused input stands in the layer of the inputs, after those that are used', () => {
    const sample = graph('a:\nunused:\nb:\nmul: a b')
    const [at, column] = [across(sample), along(sample)]
    expect(column('unused')).toBeCloseTo(column('a'))
    expect(at('unused')).toBeGreaterThan(at('b'))
  })

  it('a sum of many terms is a straight line with each later term beside it', () => {
    const sample = graph('a:\nb:\nc:\nd:\nab: a b\nabc: ab c\nabcd: abc d')
    const [at, column] = [across(sample), along(sample)]
    expect([at('abc'), at('abcd')]).toEqual([expect.closeTo(at('ab')), expect.closeTo(at('ab'))])
    expect(column('c')).toBeCloseTo(column('ab'))
    expect(at('c')).toBeCloseTo(at('d'))
  })

  it('a value read far away has one straight trunk', () => {
    const sample = graph('x:\na: x\nb: a\nc: b\nmul: c x\nadd: mul x')
    const layout = layOut(sample.boxes, sample.wires, { direction })
    const trunk = layout.memory.trunks.get(0) ?? []
    expect(trunk).toHaveLength(4)
    expect(new Set(trunk).size).toBe(1)
  })
})

/** Shorter pieces of a route, in px along the flow, are too short for a label. */
const ROOM = 24
/** Behind the fork of wires with one operand, before the meeting of wires with one consumer. */
const PART = 0.58

/** Where an edge's partial stands: on the last stretch, which belongs to this edge alone. */
function labelPoint(route: readonly Point[], direction: Direction): Point {
  const points = bezier(route, direction)
  let i = points.length - 4
  while (i > 0 && Math.abs(points[i + 3].x - points[i].x) + Math.abs(points[i + 3].y - points[i].y) < ROOM) i -= 3
  return onBezier(points[i], points[i + 1], points[i + 2], points[i + 3], PART)
}

function onBezier(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const s = 1 - t
  const [wa, wb, wc, wd] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y }
}
