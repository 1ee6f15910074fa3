import { expect, test } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { standingAt } from '../../verification/fixtures/passes.ts'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import { primal } from '../core.ts'
import { writtenSheet } from '../notation/sheet.ts'
import { jacobianSheet, traceSheet } from './sheets.ts'
import { columnsOf } from './table.ts'

const END = Number.POSITIVE_INFINITY

function sheetOf(source: string, forward: readonly [number, number], reverse: readonly [number, number]) {
  const graph = graphOf(source)
  const values = primal(graph)
  const standings = [standingAt(values, 'forward', ...forward), standingAt(values, 'reverse', ...reverse)]
  return traceSheet(
    standings,
    standings.flatMap((standing) => columnsOf(standing)),
  )
}

test('the lecture’s trace in Markdown', () => {
  expect(writtenSheet(sheetOf(LECTURE, [2, END], [1, END]), 'Markdown').split('\n')).toEqual([
    '| node | operation | value | tangent, seed x₁ | tangent, seed x₂ | adjoint, seed f |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
    '| x₁ | input | 2 | 1 | – | 2.584 |',
    '| x₂ | input | 3 | – | 1 | 2 |',
    '| v₁ | sin(x₁) | 0.9093 | −0.4161 | – | 1 |',
    '| v₂ | x₁·x₂ | 6 | 3 | 2 | 1 |',
    '| f | v₁ + v₂ | 6.909 | 2.584 | 2 | 1 |',
    '',
  ])
})

test('as data every digit stands, 0 where no path leads, and nothing where a pass has not come yet', () => {
  const rows = writtenSheet(sheetOf(LECTURE, [2, 0], [1, 3]), 'CSV').split('\r\n')
  expect(rows[3]).toBe(`v1,sin(x₁),${Math.sin(2)},${Math.cos(2)},,1`)
  expect(rows[2]).toBe('x2,input,3,0,,')
})

test('LaTeX has names as mathematics, with their signs escaped', () => {
  const text = writtenSheet(sheetOf('w_a = 2\nthe_loss = w_a^2\nmax_ = the_loss*2', [1, END], [1, END]), 'LaTeX')
  expect(text).toContain('adjoint, seed $\\mathit{max\\_}$')
  expect(text).toContain('$\\mathit{the\\_loss}$')
  // Outside of mathematics and of the table's own commands nothing is left that LaTeX would take for one.
  expect(text.replace(/\$[^$]*\$/g, '')).not.toMatch(/[_^]/)
})

test('a small array has its numbers, a larger one its shape to read and its numbers as data', () => {
  const [head, , ...rows] = writtenSheet(
    sheetOf('x = [1, 2]\ny = 2*x\nz = outer(x, [1,2,3,4,5,6,7,8,9])', [0, END], [0, END]),
    'Markdown',
  ).split('\n')
  expect(head).toContain('seed x\\[0\\]')
  expect(rows[1]).toContain('\\[2, 4\\]')
  expect(rows[2]).toContain('2×9')
})

test('the Jacobian has a row for each output and a column for each input', () => {
  const sheet = jacobianSheet(['f', 'g'], ['x1', 'x2'], (row, column) =>
    row === 1 && column === 0 ? null : { value: row + column + 0.5, absent: row === 0 && column === 0 },
  )
  expect(writtenSheet(sheet, 'CSV')).toBe(',x1,x2\r\nf,0.5,1.5\r\ng,,2.5\r\n')
  expect(writtenSheet(sheet, 'Markdown')).toBe(
    '|  | x₁ | x₂ |\n| --- | ---: | ---: |\n| f | – | 1.5 |\n| g |  | 2.5 |\n',
  )
})
