import { describe, expect, it } from 'vitest'
import { primalOf } from '../../../verification/fixtures/compiled.ts'
import { ARRAYS, LECTURE } from '../../../verification/fixtures/programs.ts'
import { entryCount } from '../nodes.ts'
import { withAnotherInput, withAnotherOutput } from './another.ts'

const shapeOf = (source: string | null): [number, number] => {
  const { graph } = primalOf(source ?? '')
  const entries = (named: readonly { readonly node: number }[]) =>
    named.reduce((sum, { node }) => sum + entryCount(graph, node), 0)
  return [entries(graph.inputs), entries(graph.outputs)]
}

describe('the lecture’s example', () => {
  it('gets another input, multiplied into its last product', () => {
    expect(withAnotherInput(LECTURE)).toBe('x1 = 2\nx2 = 3\nx3 = 2\nf = sin(x1) + x1*x2*x3')
  })

  it('the new input doubles the product, so that the output changes', () => {
    const [before, after] = [LECTURE, withAnotherInput(LECTURE) ?? ''].map((source) => primalOf(source))
    const at = ({ graph, values }: typeof before) => values[graph.outputs[0].node]
    expect(at(after) - at(before)).toBeCloseTo(6, 12)
  })

  it('gets another output: a function that is not used yet, of a node that is there', () => {
    expect(withAnotherOutput(LECTURE)).toBe(`${LECTURE}\nf2 = cos(x1*x2)`)
  })

  it('gets as many as are asked for', () => {
    let [inputs, outputs]: (string | null)[] = [LECTURE, LECTURE]
    for (let i = 0; i < 5; i++) {
      inputs = withAnotherInput(inputs as string)
      outputs = withAnotherOutput(outputs as string)
    }
    expect(inputs).toContain('x1*x2*x3*x4*x5*x6*x7')
    expect(outputs).toContain('f6 = atan(x1*x2)')
    expect([shapeOf(inputs), shapeOf(outputs)]).toEqual([
      [7, 1],
      [2, 6],
    ])
  })
})

it.each([
  ['x = 3\ny = 2\nf = x^y', 'x = 3\ny = 2\nz = 2\nf = x^y + x*z'],
  ['x = 3\nf = x^2 # a square', 'x = 3\nx2 = 2\nf = x^2 + x*x2 # a square'],
  ['x = 3\nf = (x > 2)', 'x = 3\nx2 = 2\nf = ((x > 2)) + x*x2'],
  ['a = 1; b = 2; f = (a*\n b)', 'a = 1; b = 2; f = (a*\n b*c)\nc = 2'],
  ['x = 2; f = x*x', 'x = 2; f = x*x*x2\nx2 = 2'],
  ['x = 2; f = sin(x)', 'x = 2; f = sin(x) + x*x2\nx2 = 2'],
  ['sin(t)', 't2 = 2\nsin(t) + t*t2'],
  ['x < 1', 'x2 = 2\n(x < 1) + x*x2'],
  ['x = 1\nf = 2 - (x + 1)*(x + 2)', 'x = 1\nx2 = 2\nf = 2 - (x + 1)*(x + 2)*x2'],
  ['sin(t)/(2t)', 't2 = 2\nsin(t)/(2t*t2)'],
  ['f(x1, x2) = sin(x1) + x1*(x2 + 1)\nf(2, 3)', 'f(x1, x2) = sin(x1) + x1*(x2 + 1)*x3\nf(2, 3)\nx3 = 2'],
  ['x = 2\noutput x', 'x = 2\nx2 = 2\noutput x'],
  ['', 'x = 2\n'],
])('another input, where it goes: %s', (source, expected) => {
  expect(withAnotherInput(source)).toBe(expected)
})

it('a program of arrays alone is scaled by a number', () => {
  const source = 'W = [[1, 2], [3, 4]]\nx = [1, 2]\nf = W @ x'
  expect(withAnotherInput(source)).toBe('W = [[1, 2], [3, 4]]\nx = [1, 2]\ns = 2\nf = (W @ x)*s')
  expect(withAnotherOutput(source)).toBe(`${source}\nf2 = sum(sin(W @ x))`)
})

it('what is no program stays as it is', () => {
  expect(withAnotherInput('f = (')).toBe(null)
  expect(withAnotherOutput('f = x +')).toBe(null)
  expect(withAnotherOutput('')).toBe(null)
})

it.each(ARRAYS)('a program of arrays gets one number more: %s', (source) => {
  const [d, c] = shapeOf(source)
  expect(shapeOf(withAnotherInput(source))).toEqual([d + 1, c])
  expect(shapeOf(withAnotherOutput(source))).toEqual([d, c + 1])
})
