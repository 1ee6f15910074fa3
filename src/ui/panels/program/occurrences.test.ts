import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../../../verification/fixtures/programs.ts'
import { compile } from '../../../core.ts'
import { idAt, spansOf } from './occurrences.ts'

const source = LECTURE
const whole = { from: 0, to: source.length }

function at(part: string) {
  const graph = graphOf(source)
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
