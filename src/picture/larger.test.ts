import { expect, test } from 'vitest'
import { closedGraphOf } from '../../verification/fixtures/compiled.ts'
import type { Point } from '../layout/layout.ts'
import type { Pane } from './camera.ts'
import { chosenFit } from './fitting.ts'
import { inRows, laidOutInRows } from './larger.ts'
import type { Mark } from './marks.ts'
import { areaOf, type Scene, sceneOf } from './scene.ts'
import { structureOf } from './structure.ts'

const PANE: Pane = { width: 1060, height: 600, reading: 1 }
const MARKS: readonly Mark[] = ['forward', 'reverse']
const FREE = { direction: null }

const newton = (steps: number) =>
  ['x0 = 1.5\na = 2', ...Array.from({ length: steps }, (_, i) => `x${i + 1} = x${i} - (x${i}^2 - a)/(2*x${i})`)].join(
    '\n',
  )

function fitted(source: string) {
  const structure = structureOf(closedGraphOf(source))
  const flat = chosenFit(structure, MARKS, PANE, FREE)
  const fit = flat.fits ? flat : inRows(structure, flat, MARKS, PANE, FREE)
  return { fit, scene: sceneOf(structure, fit.style, laidOutInRows(structure, fit, null, PANE)) }
}

test('a chain that fits in rows is seen whole, and no node that reads another stands apart from its edge', () => {
  const { fit, scene } = fitted(`${newton(3)}\nerr = (x3 - sqrt(a))^2`)
  expect(fit).toMatchObject({ inRows: true, fits: true })
  expect(Math.max(scene.width / PANE.width, scene.height / PANE.height)).toBeLessThanOrEqual(1)
  for (const edge of scene.structure.edges) {
    const curve = scene.curveOf(edge)
    const { operand, consumer } = scene.structure.graph
    expect(isIn(scene, operand[edge], curve[0])).toBe(true)
    expect(isIn(scene, consumer[edge], curve[curve.length - 1])).toBe(true)
  }
})

test('a longer one uses the pane both ways, and is followed', () => {
  const { fit, scene } = fitted(newton(12))
  expect(fit).toMatchObject({ inRows: true, fits: false })
  const shape = scene.width / scene.height / (PANE.width / PANE.height)
  expect(shape).toBeGreaterThan(0.5)
  expect(shape).toBeLessThan(2)
})

test('what fits is not broken', () => {
  expect(fitted(newton(2)).fit).toMatchObject({ fits: true })
  expect(fitted(newton(2)).fit.inRows).toBeUndefined()
})

test('where the edges of many nodes would turn at a break, nothing is broken', () => {
  const { fit } = fitted(`price = 100
strike = 95
vol = 0.2
T = 1
rate = 0.05
d1 = (log(price/strike) + (rate + vol^2/2)*T)/(vol*sqrt(T))
d2 = d1 - vol*sqrt(T)
N1 = 1/(1 + exp(-1.702*d1))
N2 = 1/(1 + exp(-1.702*d2))
call = price*N1 - strike*exp(-rate*T)*N2`)
  expect(fit.fits).toBe(false)
  expect(fit.inRows).toBeUndefined()
})

/** Arrowheads stand off the border. */
const OFF = 14

function isIn({ anatomies, centres }: Scene, node: number, { x, y }: Point): boolean {
  const { left, right, top, bottom } = areaOf(anatomies[node], centres[node])
  return x > left - OFF && x < right + OFF && y > top - OFF && y < bottom + OFF
}
