import { expect, test } from 'vitest'
import { bezier } from '../layout/index.ts'
import { along, pathOf, sampled } from './curve.ts'

const points = [
  { x: 0, y: 0 },
  { x: 40, y: 30 },
  { x: 80, y: 30 },
]

test('a path names every point of its curve', () => {
  const controls = [
    { x: 20, y: 0 },
    { x: 20, y: 30 },
  ]
  expect(pathOf([points[0], ...controls, points[1]])).toBe('M0,0C20,0,20,30,40,30')
})

test('samples run from end to end at even distances', () => {
  const samples = sampled(bezier(points, 'right'), 21)
  const gaps = samples.slice(1).map(({ x, y }, i) => Math.hypot(x - samples[i].x, y - samples[i].y))
  expect(samples[0]).toEqual(points[0])
  expect(samples[20].x).toBeCloseTo(80)
  expect(Math.max(...gaps) / Math.min(...gaps)).toBeLessThan(1.05)
})

test('a part of the way lies between samples, and never beyond the ends', () => {
  const line = [points[1], points[2]]
  expect(along(line, 0.25)).toEqual({ x: 50, y: 30 })
  expect(along(line, -1)).toEqual(points[1])
  expect(along(line, 2)).toEqual(points[2])
})

test('a curve of no length still has samples', () => {
  expect(sampled(bezier([points[0], points[0]], 'right'), 3)).toEqual([points[0], points[0], points[0]])
})
