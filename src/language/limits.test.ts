import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MAX_ERRORS,
  MAX_NESTING,
  MAX_OPERATIONS,
  MAX_REMARKS,
  MAX_SOURCE,
  MAX_STATEMENTS,
  MAX_WORDS,
} from './limits.ts'
import { parse } from './parse.ts'
import { postorder } from './postorder.ts'
import { print } from './print.ts'
import type { Expression } from './syntax.ts'

function expressionOf(source: string): Expression {
  const { program, diagnostics } = parse(source)
  expect(diagnostics).toEqual([])
  const [only] = program.statements
  if (only?.kind !== 'expression') throw new Error('no expression')
  return only.value
}

/** What the only problem of the text says. */
function problemOf(source: string): string {
  const { diagnostics } = parse(source)
  expect(diagnostics.length).toBe(1)
  expect(diagnostics[0]?.to).toBeLessThanOrEqual(source.length)
  return diagnostics[0]?.message ?? ''
}

const named = (limit: number) => limit.toLocaleString('en-US')

describe('size', () => {
  it.each([
    ['a sum', 'x', '+x'],
    ['a tower of powers', 'x', '^x'],
    ['a product without signs', '2', '(x)'],
    ['a call', 'f(x', ',x'],
    ['an array', '[x', ',x'],
    ['a subscript', 'x', '[0]'],
    ['a transpose', 'x', '.T'],
    ['a product of matrices', 'x', '@x'],
  ])('of 100,000 operations is no obstacle: %s', (_, start, unit) => {
    const tree = expressionOf(
      start + unit.repeat(100_000) + (start.includes('(') ? ')' : start.includes('[') ? ']' : ''),
    )
    expect(postorder(tree).length).toBeGreaterThan(100_000)
  })

  it('of a deep tree is no obstacle to printing', () => {
    const source = `x${'^x'.repeat(100_000)}`
    expect(print(parse(source).program) === source).toBe(true)
  })

  it('of nesting is no obstacle up to the limit', () => {
    expressionOf(`${'('.repeat(MAX_NESTING)}x${')'.repeat(MAX_NESTING)}`)
    expressionOf(`${'['.repeat(MAX_NESTING)}x${']'.repeat(MAX_NESTING)}`)
    expressionOf(`${'-'.repeat(MAX_NESTING)}x`)
    expressionOf(`${'sin('.repeat(MAX_NESTING)}x${')'.repeat(MAX_NESTING)}`)
  })

  it.each([
    ['100,000 brackets', `${'('.repeat(100_000)}x${')'.repeat(100_000)}`, MAX_NESTING],
    ['100,000 calls', `${'sin('.repeat(100_000)}x${')'.repeat(100_000)}`, MAX_NESTING],
    ['100,000 arrays', `${'['.repeat(100_000)}x${']'.repeat(100_000)}`, MAX_NESTING],
    ['100,000 signs', `${'-'.repeat(100_000)}x`, MAX_NESTING],
    ['operations', `x${'+x'.repeat(MAX_OPERATIONS + 1)}`, MAX_OPERATIONS],
    ['operands', `max(x${',x'.repeat(MAX_OPERATIONS + 1)})`, MAX_OPERATIONS],
    ['items', `[x${',x'.repeat(MAX_OPERATIONS + 1)}]`, MAX_OPERATIONS],
    ['arrays', `x${'@[x]'.repeat(MAX_OPERATIONS / 2 + 1)}`, MAX_OPERATIONS],
    ['subscripts', `x${'[0]'.repeat(MAX_OPERATIONS - 1)}.T.T`, MAX_OPERATIONS],
    ['words', '(x)'.repeat(MAX_WORDS / 3 + 1), MAX_WORDS],
    ['statements', 'x;'.repeat(MAX_STATEMENTS + 1), MAX_STATEMENTS],
    ['characters', ' '.repeat(MAX_SOURCE + 1), MAX_SOURCE],
  ])('past the limit is one error that names it: %s', (_, source, limit) => {
    expect(problemOf(source)).toContain(named(limit))
  })

  it('of a matrix is no obstacle', () => {
    const rows = Array.from(
      { length: 1_000 },
      (_, row) => `[${Array.from({ length: 100 }, (_, i) => row - i).join(', ')}]`,
    )
    const matrix = expressionOf(`[${rows.join(',\n')}]`)
    expect(matrix).toMatchObject({ kind: 'array', items: { length: 1_000 } })
    expect(parse(`x = x[${'1:2,'.repeat(100_000)}0]`).diagnostics).toEqual([])
  })

  it('past the limit of nesting leaves the other statements', () => {
    expect(parse(`a = ${'('.repeat(100_000)}\nb = 2`).program.statements.length).toBe(1)
  })

  it('of a name is no obstacle, and messages about it stay short', () => {
    const long = 'long'.repeat(2_500)
    expect(expressionOf(long)).toMatchObject({ kind: 'name', name: long })
    expect(problemOf(`${long} ${long}`).length).toBeLessThan(200)
  })

  it('of 1 MB is read whole', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `f${i} = sin(x${i})*2.5 + x1_${'long'.repeat(3)}*y${i} - z`)
    const source = lines.join('\n')
    expect(source.length).toBeGreaterThan(900_000)
    const { program, diagnostics } = parse(source)
    expect([program.statements.length, diagnostics]).toEqual([20_000, []])
  })
})

describe('any text', () => {
  const units = [
    'x',
    'sin',
    '(',
    ')',
    '[',
    ']',
    '{',
    ',',
    ';',
    '\n',
    '\r\n',
    ' ',
    '=',
    '==',
    '<',
    '+',
    '-',
    '*',
    '^',
    '/',
    '//',
    '²',
    '2',
    '.5',
    '1.2.3',
    '.',
    '#',
    '$',
    'é',
    '\ud800',
    '𝑥',
    'param ',
    'output ',
    'lambda ',
    'def ',
    'return ',
    'np.',
    "'",
    ':=',
    '!',
    ':',
    '@',
    '.T',
    'ᵀ',
    'axis=',
    '.sum(',
    'x[0, 1:]',
    '[1, x]',
  ]
  const pieces = fc.array(fc.constantFrom(...units), { maxLength: 30 }).map((list) => list.join(''))
  const program =
    '# c\nx1 = 2\nparam w = 0.5\ng(a, b) = a*b + 1\nf1 = sin(x1)/2x1 + 2^-x1²\nW = [[1, x1],\n [3, 4]]\nsum(W.T @ W[0, ::2],\n axis=0)[-1]\noutput f2 = where(x1 < w, g(x1, w), 0)'
  const mutated = fc
    .array(fc.tuple(fc.nat(program.length), fc.nat(3), fc.constantFrom('', ...units)), { minLength: 1, maxLength: 3 })
    .map((edits) =>
      edits.reduce((text, [at, count, insert]) => text.slice(0, at) + insert + text.slice(at + count), program),
    )

  it('is read without an exception, and every span and change lies inside it', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), pieces, mutated)
    fc.assert(
      fc.property(text, (source) => {
        const { diagnostics } = parse(source)
        const spans = diagnostics.flatMap((each) => [each, ...(each.fix?.changes ?? [])])
        for (const { from, to } of spans) expect(0 <= from && from <= to && to <= source.length).toBe(true)
        for (const { message } of diagnostics) expect(message).toMatch(/[.)]$/)
        expect(diagnostics.length).toBeLessThanOrEqual(MAX_ERRORS + MAX_REMARKS + 1)
      }),
      { numRuns: 5_000 },
    )
  })

  it('that has no error is printed and read again as the same program', () => {
    fc.assert(
      fc.property(fc.oneof(pieces, mutated), (source) => {
        const { program: read, diagnostics } = parse(source)
        fc.pre(diagnostics.every(({ severity }) => severity !== 'error'))
        const printed = print(read)
        expect(print(parse(printed).program)).toBe(printed)
        expect(parse(printed).program.statements.length).toBe(read.statements.length)
      }),
      { numRuns: 1_000 },
    )
  })
})
