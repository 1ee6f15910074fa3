import { describe, expect, it } from 'vitest'
import { build, graphOf } from '../../../verification/fixtures/compiled.ts'
import { MAX_ERRORS, MAX_OPERATIONS } from '../../language/limits.ts'

const lines = (count: number, line: (k: number) => string) =>
  Array.from({ length: count }, (_, k) => line(k)).join('\n')

/** A name of four letters and digits, so that 10⁵ lines stay within the longest text. */
const name = (k: number) => (10 * 36 ** 3 + k).toString(36).toUpperCase()

describe('a program of 10⁵ operations', () => {
  it.each([
    ['in one sum', 100_000, `x = 1\nf = ${'x+'.repeat(100_000)}x`],
    ['in lines that each use the last', 99_900, `${name(0)}=1\n${lines(99_900, (k) => `${name(k + 1)}=-${name(k)}`)}`],
    ['nested 9,999 deep', 9_999, `x = 1\nf = ${'sin('.repeat(9_999)}x${')'.repeat(9_999)}`],
  ])('is built: %s', (_, operations, source) => {
    for (const shareSubexpressions of [true, false]) {
      const graph = graphOf(source, { shareSubexpressions })
      expect(graph.number[graph.outputs[0].node]).toBe(operations)
    }
  })

  it('keeps its ids over an edit', () => {
    const source = `x = 1\nf = ${'x+'.repeat(99_998)}x`
    const first = graphOf(source)
    const second = graphOf(`${source}*2`, { previous: first })
    expect(second.id[second.outputs[0].node]).toBe(first.id[first.outputs[0].node])
  })
})

describe('calls that double from function to function', () => {
  const doubling = (depth: number) =>
    `f0(x) = sin(x)\n${lines(depth, (k) => `f${k + 1}(x) = f${k}(x) + f${k}(x)`)}\nx = 1\ny = f${depth}(x)`

  it('are counted as they are written out: past the limit there is one clear error', () => {
    const { graph, diagnostics } = build(doubling(1000))
    expect(graph).toBeNull()
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0].message).toContain(MAX_OPERATIONS.toLocaleString('en-US'))
  })

  it('stay few nodes within the limit, since equal ones are shared', () => {
    expect(graphOf(doubling(10)).size).toBe(12)
  })
})

describe('what is said about a program', () => {
  it('ends after some mistakes, whatever their number', () => {
    const { diagnostics } = build(lines(20_000, (k) => `f${k} = unknowable${k}(1)`))
    expect(diagnostics).toHaveLength(MAX_ERRORS)
  })

  it('names the first members of a long cycle', () => {
    const { diagnostics } = build(`${lines(50_000, (k) => `y${k} = y${k + 1}`)}\ny50000 = y0`)
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0].message.length).toBeLessThan(200)
  })
})
