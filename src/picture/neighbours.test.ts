import { expect, test } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import type { Direction } from '../layout/layout.ts'
import { nodeNamed } from '../notation/symbols.ts'
import { type Arrow, move, startAt, waysOf } from './neighbours.ts'
import { structureOf } from './structure.ts'

const graph = graphOf(LECTURE)
const node = (name: string) => nodeNamed(graph, name) as number

/** v1 = sin(x1), v2 = x1*x2, f = v1 + v2 */
function walk(from: string, arrows: readonly Arrow[], direction: Direction = 'up'): number {
  const ways = waysOf(structureOf(graph))
  return arrows.reduce((at, arrow) => move(ways, at, arrow, direction), startAt(ways, node(from))).node
}

test('down leads to the first consumer, up to the first operand', () => {
  expect(walk('x1', ['ArrowDown'])).toBe(node('v1'))
  expect(walk('f', ['ArrowUp'])).toBe(node('v1'))
})

test('right and left walk the siblings of the way that led there', () => {
  expect(walk('x1', ['ArrowDown', 'ArrowRight'])).toBe(node('v2'))
  expect(walk('f', ['ArrowUp', 'ArrowRight', 'ArrowUp', 'ArrowRight'])).toBe(node('x2'))
  expect(walk('f', ['ArrowUp', 'ArrowRight', 'ArrowLeft'])).toBe(node('v1'))
})

test('where the way has led to an only node its siblings are what its first consumer reads', () => {
  expect(walk('x2', ['ArrowDown', 'ArrowLeft'])).toBe(node('v1'))
})

test('the siblings of an input are the other inputs', () => {
  expect(walk('x1', ['ArrowRight'])).toBe(node('x2'))
})

test('where nothing lies in a direction the place stays', () => {
  expect(walk('f', ['ArrowDown'])).toBe(node('f'))
  expect(walk('x1', ['ArrowUp'])).toBe(node('x1'))
  expect(walk('x1', ['ArrowLeft'])).toBe(node('x1'))
})

test('where the picture flows to the right, right and left go on along the flow past the last sibling', () => {
  expect(walk('x2', ['ArrowRight'], 'right')).toBe(node('v2'))
  expect(walk('v2', ['ArrowRight'], 'right')).toBe(node('f'))
  expect(walk('f', ['ArrowLeft'], 'right')).toBe(node('v1'))
  expect(walk('v1', ['ArrowLeft'], 'right')).toBe(node('x1'))
  expect(walk('x2', ['ArrowRight'], 'up')).toBe(node('x2'))
})
