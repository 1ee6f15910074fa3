import { expect, it } from 'vitest'
import { closedGraphOf } from '../../../../verification/fixtures/compiled.ts'
import { anatomyOf } from '../../../picture/anatomy.ts'
import { structureOf } from '../../../picture/structure.ts'
import { ENTRIES, FIGURE_KINDS, LARGE } from './samples.ts'

const PROGRAM =
  'layer(h, w) = tanh(w*h + 1)*h - w\nx = 1\ndata t = 2\nparam w = [3, 1]\nf = sum(layer(x, w)) + 12345678*t'

it('explains every kind of figure that a graph has', () => {
  const { figures } = structureOf(closedGraphOf(PROGRAM), 'nodes')
  for (const kind of Object.keys(FIGURE_KINDS)) expect(figures.map((figure) => figure.kind)).toContain(kind)
  for (const { kind } of figures) expect(FIGURE_KINDS[kind].figure.kind).toBe(kind)
})

it('has an entry for each tile of its large array', () => {
  const { cells } = anatomyOf(LARGE, { density: 'compact', direction: 'right', marks: [] })
  expect(cells?.grid.cells.length).toBe(ENTRIES.length)
})
