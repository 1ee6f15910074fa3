import { expect, test } from 'vitest'
import { compile, type Graph, primal } from '../../core.ts'
import { secondOrder } from '../../trace/secondOrder.ts'
import { courseOf, KINDS, lightAt, nodeAt, placeAt, sentenceAt, stateOf } from './course.ts'

const point = primal(compile('x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2').graph as Graph)
const [weights, direction] = [{ f: 1 }, { x1: 1 }]
const course = courseOf(point, secondOrder(point, weights, direction), weights, direction)

test('a Hessian-vector product is four passes, one after the other', () => {
  expect(KINDS.map((kind) => course.legs[kind].nodes.length)).toEqual([5, 4, 5, 2])
  expect(course.length).toBe(16)
  expect([0, 5, 6, 9, 10, 14, 15, 16].map((at) => placeAt(course, at))).toEqual([
    { kind: 'primal', step: 0 },
    { kind: 'primal', step: 5 },
    { kind: 'tangent', step: 1 },
    { kind: 'tangent', step: 4 },
    { kind: 'adjoint', step: 1 },
    { kind: 'adjoint', step: 5 },
    { kind: 'second', step: 1 },
    { kind: 'second', step: 2 },
  ])
})

test('a number is known from its step on, and absent once its pass is over', () => {
  const at = (steps: number) => KINDS.map((kind) => stateOf(course, placeAt(course, steps), kind, 1))
  expect(at(0)).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
  expect(at(2)).toEqual(['known', 'unknown', 'unknown', 'unknown'])
  expect(at(9)).toEqual(['known', 'absent', 'unknown', 'unknown'])
  expect(at(15)).toEqual(['known', 'absent', 'known', 'known'])
})

test('every step says something, and lights its node', () => {
  for (let at = 1; at <= course.length; at++) {
    const place = placeAt(course, at)
    expect(sentenceAt(course, place)).toMatch(/\.$/)
    expect(lightAt(course, place)?.nodes.get(point.graph.id[nodeAt(course, place) as number])).toBe('strong')
  }
})

test('where nothing bends, no adjoint moves', () => {
  const linear = primal(compile('x = 2\nf = 3*x').graph as Graph)
  const flat = courseOf(linear, secondOrder(linear, { f: 1 }, { x: 1 }), { f: 1 }, { x: 1 })
  const end = placeAt(flat, flat.length)
  expect(flat.legs.second.nodes).toHaveLength(0)
  expect(stateOf(flat, end, 'second', 0)).toBe('absent')
  expect(sentenceAt(flat, end)).toMatch(/linear/)
})
