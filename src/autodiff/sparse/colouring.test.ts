import { describe, expect, it } from 'vitest'
import { closedOf, primalOf } from '../../../verification/fixtures/compiled.ts'
import { ARRAYS, LECTURE } from '../../../verification/fixtures/programs.ts'
import { jacobian } from '../jacobian.ts'
import type { Mode, Primal } from '../pass.ts'
import { MODES } from '../pass.ts'
import { type ColouredJacobian, colouredJacobian } from './colouredJacobian.ts'
import { colourColumns, colourRows } from './colouring.ts'
import { type Sparsity, sparsityOf } from './pattern.ts'

const N = 40

const coloured = (pass: Primal, mode: Mode) => colouredJacobian(pass, mode) as ColouredJacobian

const names = Array.from({ length: N }, (_, i) => i)

/** Each output is a function of the inputs at most so far from its own. */
const band = (reach: number) =>
  names
    .map(
      (i) =>
        `f${i} = ${names
          .filter((j) => Math.abs(i - j) <= reach)
          .map((j) => `sin(x${j})`)
          .join('*')}`,
    )
    .join('\n')

/** The first input acts on all outputs, every other on its own. */
const arrow = `f0 = x0\n${names
  .slice(1)
  .map((i) => `f${i} = x0*x${i}`)
  .join('\n')}`

const shapeOf = (source: string) => {
  const pass = primalOf(`${names.map((i) => `x${i} = ${i + 0.5}`).join('\n')}\n${source}`)
  const sparsity = sparsityOf(pass) as Sparsity
  return { pass, columns: colourColumns(sparsity).colours, rows: colourRows(sparsity).colours }
}

function expectFull(pass: Primal): void {
  for (const mode of MODES) {
    const { sparsity, entries, colouring, seeds } = coloured(pass, mode)
    const full = jacobian(pass, mode)
    expect(seeds).toHaveLength(colouring.colours)
    const flat = sparsity.rows.flatMap((row, i) =>
      [...entries[i]].map((entry, j) => [row.name, sparsity.columns[j].name, entry]),
    )
    const expected = sparsity.rows.flatMap(({ of, entry }) =>
      sparsity.columns.map((column) => {
        const block = [full[of][column.of]].flat(8) as number[]
        const width = sparsity.columns.filter((other) => other.of === column.of).length
        return block[entry * width + column.entry]
      }),
    )
    expect(flat.map(([, , entry]) => (entry as number) + 0)).toEqual(expected.map((entry) => entry + 0))
  }
}

describe('a band', () => {
  it.each([0, 1, 2, 5])('of half width %i takes as many passes as the band is wide', (reach) => {
    const { columns, rows, pass } = shapeOf(band(reach))
    expect([columns, rows]).toEqual([2 * reach + 1, 2 * reach + 1])
    expectFull(pass)
  })
})

it('an arrow with a full column takes 2 tangent passes, and an adjoint pass for each row', () => {
  const { columns, rows, pass } = shapeOf(arrow)
  expect([columns, rows]).toEqual([2, N])
  expectFull(pass)
})

it('an arrow with a full row as well saves nothing in either mode', () => {
  const { columns, rows } = shapeOf(`${arrow}\ng = ${names.map((i) => `x${i}`).join('*')}`)
  expect([columns, rows]).toEqual([N, N + 1])
})

it('elementwise functions of arrays take one pass', () => {
  const pass = primalOf('x = [1, 2, 3, 4]\nf = sin(x)*x')
  for (const mode of MODES) expect(coloured(pass, mode).colouring.colours).toBe(1)
})

it('an output that no input acts on has an empty row', () => {
  const { present } = sparsityOf(primalOf('x = 1\nf = x > 0\ng = x')) as Sparsity
  expect(present.map((row) => [...row])).toEqual([[], [0]])
})

it.each([LECTURE, ...ARRAYS])('recovers the whole Jacobian: %s', (source) => {
  for (const pass of [primalOf(source), closedOf(source)]) expectFull(pass)
})

it('a Jacobian that would take too long is left alone', () => {
  const pass = primalOf('x = randn(2000, 1)\nf = sin(x)')
  expect(colouredJacobian(pass, 'forward')).toBe(null)
})
