import { describe, expect, it } from 'vitest'
import { compile } from '../../../core.ts'
import { idAt, spansOf } from './occurrences.ts'

const source = 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2'
const whole = { from: 0, to: source.length }

function at(part: string) {
  const { graph } = compile(source)
  if (!graph) throw new Error('the program compiles')
  const id = idAt(graph, source.lastIndexOf(part))
  return id === null ? [] : spansOf(graph, id, whole).map(({ from, to }) => source.slice(from, to))
}

describe('the text at an offset', () => {
  it('belongs to the innermost expression', () => {
    expect(at('x2')).toContain('x2')
    expect(at('sin(')).toContain('sin(x1)')
    expect(at('*')).not.toContain('sin(x1)')
  })

  it('leads to every place where the node stands', () => {
    expect(at('x1*').filter((part) => part === 'x1').length).toBeGreaterThanOrEqual(2)
  })

  it('belongs to nothing outside expressions', () => {
    const { graph } = compile(`# a comment\n${source}`)
    expect(graph && idAt(graph, 4)).toBeNull()
  })
})
