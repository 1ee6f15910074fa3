import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../verification/fixtures/compiled.ts'
import { LECTURE } from '../../../verification/fixtures/programs.ts'
import { idOf, tapeOf } from '../../../verification/fixtures/tape.ts'
import type { Graph } from '../graph.ts'
import { sameStructure } from './identity.ts'

/** The graphs before and after an edit, and how many nodes keep their id. */
function edited(before: string, after: string, shareSubexpressions = true) {
  const first = graphOf(before, { shareSubexpressions })
  const second = graphOf(after, { previous: first, shareSubexpressions })
  const known = new Set(first.id)
  return { first, second, kept: [...second.id].filter((id) => known.has(id)).length }
}

const idAt = (graph: Graph, line: string): number => graph.id[tapeOf(graph).indexOf(line)]

describe('ids', () => {
  it('differ from node to node', () => {
    const { id } = graphOf(LECTURE)
    expect(new Set(id).size).toBe(id.length)
  })

  it('all stay where a literal changes, be it of an input or in a formula', () => {
    for (const [before, after] of [
      [LECTURE, LECTURE.replace('2', '2.5')],
      ['f = 2*x', 'f = 3*x'],
      ['const k = 2\nf = k*x', 'const k = 3\nf = k*x'],
    ]) {
      const { first, second } = edited(before, after)
      expect(second.id).toEqual(first.id)
      expect(sameStructure(first, second)).toBe(true)
    }
  })

  it('stay by structure where a factor comes in', () => {
    const { first, second, kept } = edited(LECTURE, 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2*x1')
    expect(kept).toBe(5)
    expect(second.size).toBe(6)
    expect(idAt(second, 'v2 = mul(x1, x2)')).toBe(idAt(first, 'v2 = mul(x1, x2)'))
    expect(idOf(second, 'f')).toBe(idOf(first, 'f'))
    expect(sameStructure(first, second)).toBe(false)
  })

  it('stay by structure where a definition is renamed', () => {
    const { first, second } = edited(LECTURE, LECTURE.replace('f =', 'g ='))
    expect(second.id).toEqual(first.id)
    expect(sameStructure(first, second)).toBe(false)
  })

  it('of operations stay by their place where an input is renamed', () => {
    const { first, second } = edited('x = 2\nf = sin(x)*x', 'z = 2\nf = sin(z)*z')
    expect([...second.id].slice(1)).toEqual([...first.id].slice(1))
    expect(second.id[0]).not.toBe(first.id[0])
  })

  it('of operations stay by their place where an operation changes', () => {
    const { first, second } = edited(LECTURE, LECTURE.replace('sin', 'cos'))
    expect(second.id).toEqual(first.id)
  })

  it('stay where a line is inserted', () => {
    const { first, second } = edited(LECTURE, `y = 7\n${LECTURE}`)
    for (const name of ['x1', 'x2', 'f']) expect(idOf(second, name)).toBe(idOf(first, name))
    expect(idAt(second, 'v1 = sin(x1)')).toBe(idAt(first, 'v1 = sin(x1)'))
  })

  it('stay where a formula is wrapped: the wrapping is new', () => {
    const { first, second, kept } = edited('x = 2\nf = x*x + 1', 'x = 2\nf = sin(x*x + 1)')
    expect(kept).toBe(first.size)
    expect(first.id).not.toContain(idOf(second, 'f'))
  })

  it('stay for every copy where sharing is off', () => {
    const { first, second } = edited('x = 1\nf = sin(x) + sin(x)', 'x = 1\nf = sin(x) + sin(x)', false)
    expect(second.id).toEqual(first.id)
  })

  it('stay inside a called function', () => {
    const { first, second } = edited('x = 1\ng(a) = sin(a)*2\nf = g(x)', 'x = 1\ng(a) = cos(a)*2\nf = g(x)')
    expect(second.id).toEqual(first.id)
  })

  it('that are gone never come back for another node', () => {
    const first = graphOf('x = 1\nf = sin(x)*exp(x)')
    const second = graphOf('x = 1\nf = sin(x)', { previous: first })
    const third = graphOf('x = 1\nf = sin(x)*cosh(x)', { previous: second })
    expect(first.id).not.toContain(idAt(third, 'v2 = cosh(x)'))
  })
})
