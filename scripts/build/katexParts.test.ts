import { readFileSync } from 'node:fs'
import katex from 'katex'
import { expect, test } from 'vitest'
import { withoutUnused } from './katexParts.ts'

const source = readFileSync('node_modules/katex/dist/katex.mjs', 'utf8')

test('KaTeX without what is unused reads formulas as before', async () => {
  const { default: part } = await import(`data:text/javascript,${encodeURIComponent(withoutUnused(source))}`)
  const read = (of: typeof katex, formula: string) =>
    (of as unknown as { __parse(formula: string): unknown }).__parse(formula)
  for (const formula of ['\\frac{\\partial f}{\\partial x_1}', '\\begin{cases} x & y \\end{cases}', '\\mathbb{R}^n'])
    expect(JSON.parse(JSON.stringify(read(part, formula)))).toEqual(JSON.parse(JSON.stringify(read(katex, formula))))
  expect(Object.keys(part)).toEqual(['render', 'ParseError', '__parse'])
})

test('where KaTeX has changed, the build says so', () => {
  expect(() => withoutUnused('var buildTree = 1')).toThrow('KaTeX has changed: no katex')
})
