import { describe, expect, it } from 'vitest'
import { compile } from '../core.ts'
import { applyChanges } from '../language/edits.ts'
import { asParameters } from './parameters.ts'

/** The program with its numbers marked, and what was marked. */
function marked(source: string): { names: readonly string[]; source: string } {
  const { names, changes } = asParameters({ ...compile(source), source })
  return { names, source: applyChanges(source, changes) }
}

describe('numbers become parameters', () => {
  it.each([
    ['x = 2\nf = x^2', ['x'], 'param x = 2\nf = x^2'],
    ['a = 1;  b = pi/4 # angle\nf = a*b', ['a', 'b'], 'param a = 1;  param b = pi/4 # angle\nf = a*b'],
    ['data x = 1\nw = 3\nf = w*x', ['w'], 'data x = 1\nparam w = 3\nf = w*x'],
    ['f = m*2', ['m'], 'param m = 1\nf = m*2'],
    ['v = [1, 2]\nf = sum(v)', [], 'v = [1, 2]\nf = sum(v)'],
    ['f(x) = x^2\nf(3)', [], 'f(x) = x^2\nf(3)'],
  ])('%j', (source, names, expected) => {
    expect(marked(source)).toEqual({ names, source: expected })
  })

  it('which the program then has as such', () => {
    const { source } = marked('x1 = 2\nx2 = 0.5\nf = sin(x1) + x1*x2')
    expect(compile(source).graph?.inputs.map(({ role }) => role)).toEqual(['param', 'param'])
  })
})
