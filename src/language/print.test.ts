import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'
import { postorder } from './postorder.ts'
import { print, printExpression } from './print.ts'
import type { Expression, Index, InfixOperator, Program, Statement } from './syntax.ts'

const nowhere = { from: 0, to: 0 }
const name = fc.constantFrom('x', 'y1', 'data', 'output', 'θ', 'e', 'é', 'x₁')
const operators: InfixOperator[] = ['+', '-', '*', '@', '/', '^', '<', '<=', '>', '>=', '==', '!=']

const whole = fc.maxSafeInteger()
const index: fc.Arbitrary<Index> = fc.oneof(
  whole.map((value): Index => ({ kind: 'at', value, ...nowhere })),
  fc
    .tuple(fc.option(whole), fc.option(whole), fc.option(whole.filter((step) => step !== 0)))
    .map(([start, stop, step]): Index => ({ kind: 'slice', start, stop, step, ...nowhere })),
)

const expression = fc.letrec<{ tree: Expression }>((tie) => {
  const some = tie('tree')
  const span = { from: fc.constant(0), to: fc.constant(0) }
  return {
    tree: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.record({ kind: fc.constant('name' as const), name, ...span }),
      fc.record({
        kind: fc.constant('number' as const),
        value: fc.double({ min: 0, noNaN: true }).map((value) => value + 0),
        ...span,
      }),
      fc.record({
        kind: fc.constant('call' as const),
        callee: name,
        calleeSpan: fc.constant(nowhere),
        operands: fc.array(some, { minLength: 1, maxLength: 3 }),
        keywords: fc
          .uniqueArray(fc.tuple(name, some), { maxLength: 2, selector: ([each]) => each })
          .map((list) => list.map(([each, value]) => ({ name: each, nameSpan: nowhere, value, ...nowhere }))),
        ...span,
      }),
      fc.record({
        kind: fc.constant('call' as const),
        callee: fc.constant('einsum'),
        calleeSpan: fc.constant(nowhere),
        text: fc.stringMatching(/^[a-z,'># -]{0,9}$/),
        operands: fc.array(some, { minLength: 1, maxLength: 2 }),
        keywords: fc.constant([]),
        ...span,
      }),
      fc.record({
        kind: fc.constant('array' as const),
        items: fc.array(some, { minLength: 1, maxLength: 3 }),
        ...span,
      }),
      fc.record({
        kind: fc.constant('subscript' as const),
        target: some,
        indices: fc.array(index, { minLength: 1, maxLength: 3 }),
        ...span,
      }),
      fc.record({
        kind: fc.constant('prefix' as const),
        operator: fc.constantFrom('-' as const, '+' as const),
        operand: some,
        ...span,
      }),
      fc.record({
        kind: fc.constant('infix' as const),
        operator: fc.constantFrom(...operators),
        left: some,
        right: some,
        ...span,
      }),
    ),
  }
}).tree

const role = fc.constantFrom(null, 'param' as const, 'data' as const, 'const' as const, 'output' as const)

function statement(value: fc.Arbitrary<Expression>): fc.Arbitrary<Statement> {
  const common = { name, nameSpan: fc.constant(nowhere), from: fc.constant(0), to: fc.constant(0) }
  const parameters = fc
    .uniqueArray(name, { minLength: 1, maxLength: 3 })
    .map((names) => names.map((each) => ({ name: each, ...nowhere })))
  return fc.oneof(
    fc.record({ kind: fc.constant('definition' as const), role, value, ...common }),
    fc.record({
      kind: fc.constant('function' as const),
      role: fc.constantFrom(null, 'output' as const),
      parameters,
      body: value,
      ...common,
    }),
    fc.record({ kind: fc.constant('output' as const), ...common }),
    value.map((each): Statement => ({ kind: 'expression', value: each, ...nowhere })),
  )
}

/** The tree without its spans. */
const bare = (tree: unknown): unknown =>
  JSON.parse(
    JSON.stringify(tree, (key, value) =>
      ['from', 'to', 'nameSpan', 'calleeSpan'].includes(key) ? undefined : value === Infinity ? '∞' : value,
    ),
  )

/** The text with each pair of brackets in turn taken away, those of calls excepted. */
function withoutOneGroup(text: string): string[] {
  const open: number[] = []
  return [...text].flatMap((character, at) => {
    if (character === '(') open.push(at)
    if (character !== ')') return []
    const from = open.pop() as number
    const isCall = /[\p{L}\p{M}\w₁]/u.test(text.charAt(from - 1))
    return isCall ? [] : [text.slice(0, from) + text.slice(from + 1, at) + text.slice(at + 1)]
  })
}

describe('printing', () => {
  it.each([
    ['((a+b))*(c)', '(a + b)*c'],
    ['(a*b)/c - (d-e)', 'a*b/c - (d - e)'],
    ['(-x)^2 + -(x^2) + 2^(-1)', '(-x)^2 + -x^2 + 2^-1'],
    ['(2^3)^2 + 2^(3^2)', '(2^3)^2 + 2^3^2'],
    ['a/(b*c) + a*(b/c)', 'a/(b*c) + a*(b/c)'],
    ['where((a<b)+1 > 0, (x), 1e21)', 'where((a < b) + 1 > 0, x, 1e+21)'],
    ['-(a*b)', '-(a*b)'],
    ['0.10x', '0.1*x'],
    ['[[1,2],[(x), y]]', '[[1, 2], [x, y]]'],
    ['(W@x)+b', 'W @ x + b'],
    ['W @ (a @ b)', 'W @ (a @ b)'],
    ['W.T[0 ,1: 3,::-1]', 'transpose(W)[0, 1:3, ::-1]'],
    ['x[…, 0]', 'x[..., 0]'],
    ['(x)[0] + (2)[0] + (a*b)[1] + (f(x))[-1]', 'x[0] + (2)[0] + (a*b)[1] + f(x)[-1]'],
    ['sum(x,axis = (0),keepdims=True)', 'sum(x, axis=0, keepdims=1)'],
  ])('writes no more brackets than needed: %s', (source, printed) => expect(print(parse(source).program)).toBe(printed))

  it('of any tree reads back to the same tree', () => {
    fc.assert(
      fc.property(fc.array(statement(expression), { maxLength: 4 }), (statements) => {
        const program: Program = { source: '', statements }
        const read = parse(print(program))
        expect(read.diagnostics.filter(({ severity }) => severity !== 'warning')).toEqual([])
        expect(bare(read.program.statements)).toEqual(bare(statements))
      }),
      { numRuns: 1000 },
    )
  })

  it('brackets a computed number with a sign like a prefix', () => {
    const two: Expression = { kind: 'number', value: -2, ...nowhere }
    const x: Expression = { kind: 'name', name: 'x', ...nowhere }
    expect(printExpression({ kind: 'infix', operator: '^', left: two, right: two, ...nowhere })).toBe('(-2)^-2')
    expect(printExpression({ kind: 'infix', operator: '*', left: x, right: { ...two, value: -0 }, ...nowhere })).toBe(
      'x*-0',
    )
  })

  it('writes no bracket that could be left out', () => {
    fc.assert(
      fc.property(expression, (tree) => {
        const text = printExpression(tree)
        for (const shorter of withoutOneGroup(text)) {
          const { program, diagnostics } = parse(shorter)
          const isMistake = diagnostics.some(({ severity }) => severity === 'error')
          expect(isMistake || print(program) !== text).toBe(true)
        }
      }),
    )
  })
})

describe('post-order', () => {
  it('visits operands from left to right, then what reads them', () => {
    const [only] = parse('f(a + -b, c)*d').program.statements
    if (only?.kind !== 'expression') throw new Error('no expression')
    expect(postorder(only.value).map(printExpression)).toEqual([
      'a',
      'b',
      '-b',
      'a + -b',
      'c',
      'f(a + -b, c)',
      'd',
      'f(a + -b, c)*d',
    ])
  })
})
