import { expect, test } from 'vitest'
import { primalOf } from '../../../../../verification/fixtures/compiled.ts'
import { type Sparsity, sparsityOf } from '../../../../autodiff/sparse/pattern.ts'
import { passes } from '../../../../trace/passes.ts'
import { entryLight } from './light.ts'
import { jacobianTiles, structurePath, tonesOf } from './tones.ts'

const SOURCE = 'x = 2\ny = 3\nz = 1\nf = x*y\ng = -z'
const point = primalOf(SOURCE)
const sparsity = sparsityOf(point) as Sparsity
const timeline = { forward: passes(point, 'forward'), reverse: passes(point, 'reverse') }
const corner = { rows: 2, columns: 3 }
const tilesAt = (shown: 'forward' | 'reverse' | 'compare', pass: number) =>
  jacobianTiles(
    { primal: point, timeline, shown, position: { forward: pass, reverse: pass, step: 9, term: 0 } },
    sparsity,
    corner,
  ).map(({ row, column, value, by }) => [row, column, value, by])

test('forward mode fills columns, reverse mode rows, and what both have is of both', () => {
  expect(tilesAt('forward', 1)).toEqual([[0, 0, 3, 'forward']])
  expect(tilesAt('reverse', 1)).toEqual([
    [0, 0, 3, 'reverse'],
    [0, 1, 2, 'reverse'],
  ])
  expect(tilesAt('compare', 1)).toEqual([
    [0, 0, 3, 'both'],
    [0, 1, 2, 'reverse'],
  ])
  expect(tilesAt('forward', 3)).toHaveLength(3)
})

test('what is computed is shaded by size, a minus has a bar, and only the rest has marks of structure', () => {
  const tiles = [
    { row: 0, column: 0, value: -4, by: 'forward' as const },
    { row: 0, column: 1, value: 1, by: 'forward' as const },
  ]
  const { shades, minus } = tonesOf(tiles)
  expect(shades.map(({ level }) => level)).toEqual([1, 0.25])
  expect(minus).toMatch(/^M0\.22 0\.4/)
  expect(structurePath(sparsity, corner, tiles)).toBe('M2.3 1.3h.4v.4h-.4z')
})

test('an entry lights the nodes between its input and its output, and none besides', () => {
  const { id } = point.graph
  const named = (name: string) =>
    id[[...point.graph.inputs, ...point.graph.outputs].find((end) => end.name === name)?.node as number]
  expect([...entryLight(point, { row: 0, column: 0 }).nodes]).toEqual([
    [named('x'), 'strong'],
    [named('f'), 'strong'],
  ])
  expect(entryLight(point, { row: 0, column: 0 }).edges.size).toBe(1)
  expect(entryLight(point, { row: 1, column: 0 }).edges.size).toBe(0)
})
