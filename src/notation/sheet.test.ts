import { expect, test } from 'vitest'
import { type Sheet, type SheetCell, writtenSheet } from './sheet.ts'

const cell = (text: string, latex = text, data = text): SheetCell => ({ text, latex, data })
const SHEET: Sheet = {
  head: [cell('node'), cell('value')],
  rows: [
    [cell('loss_a | b', '$\\mathit{loss\\_a}$', 'say "a, b"'), cell('−0.4161', '$-0.4161$', '-0.4161468365471424')],
    [cell('x*y'), cell('', '', '')],
  ],
  words: 1,
}

test('Markdown: a delimiter row as wide as the head, and no sign that would part a cell or mark up its text', () => {
  expect(writtenSheet(SHEET, 'Markdown')).toBe(
    ['| node | value |', '| --- | ---: |', '| loss\\_a \\| b | −0.4161 |', '| x\\*y |  |', ''].join('\n'),
  )
})

test('LaTeX: a column for each cell, and as many cells in each row', () => {
  const text = writtenSheet(SHEET, 'LaTeX')
  expect(text).toContain('% needs \\usepackage{booktabs}\n\\begin{tabular}{lr}\n  \\toprule\n')
  expect(text).toContain('  $\\mathit{loss\\_a}$ & $-0.4161$ \\\\\n')
  expect(text.endsWith('\\end{tabular}\n')).toBe(true)
})

test('CSV: RFC 4180, with every digit', () => {
  expect(writtenSheet(SHEET, 'CSV')).toBe('node,value\r\n"say ""a, b""",-0.4161468365471424\r\nx*y,\r\n')
})

test('CSV: a spreadsheet computes no text, and numbers stay numbers', () => {
  const texts = ['=1+1', '+x', '-x', '@SUM(A1)', '\t=1', '＝1', '-1+cmd']
  const numbers = ['-1', '1e-7', '-1.5e+21', '-Infinity', 'NaN', '0']
  const rows = [...texts, ...numbers].map((data) => [cell('', '', data)])
  const [, ...records] = writtenSheet({ head: [cell('x')], rows, words: 0 }, 'CSV')
    .trimEnd()
    .split('\r\n')
  expect(records).toEqual([...texts.map((text) => `'${text}`), ...numbers])
})

test('LaTeX: a row that begins with a bracket is no length of the row before', () => {
  expect(writtenSheet({ ...SHEET, rows: [[cell('[2]'), cell('1')]] }, 'LaTeX')).toContain('\n  {}[2] & 1')
})
