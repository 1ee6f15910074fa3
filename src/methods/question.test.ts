import { describe, expect, it } from 'vitest'
import { primal } from '../autodiff/primal.ts'
import { printExpression } from '../language/print.ts'
import { handOf } from './hand.ts'
import { errorsOf, sliceOf, stepAt } from './measured.ts'
import { nudgedNodes } from './nudge.ts'
import { operationsByMode } from './operationsByMode.ts'
import { derivativeByMode, errorOf, type Question, questionOf } from './question.ts'
import { type ScalarView, scalarView } from './scalarView.ts'
import { symbolicOf } from './symbolicOf.ts'

const LECTURE = 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2'
const LAYER = 'W = [[1, 2], [3, 4]]\nx = [0.5, -1]\ny = tanh(W @ x)\nL = sum(y*y)'

function ask(source: string, from: string, to: string): Question {
  const view = scalarView(source) as ScalarView
  return questionOf({ view, primal: primal(view.graph), source, point: {} }, from, to) as Question
}

describe('one derivative in four ways', () => {
  it.each([
    [LECTURE, 'x1', 'f'],
    [LAYER, 'W[0,1]', 'L'],
    ['g(a) = sin(a)*a\nx = 2\nf = g(x) + g(x^2)', 'x', 'f'],
  ])('is one number, in %j', (source, from, to) => {
    const question = ask(source, from, to)
    const { forward, reverse } = derivativeByMode(question)
    expect(errorOf(forward, reverse)).toBeLessThan(1e-14)
    const { simplified, value } = symbolicOf(question)
    expect(errorOf(value as number, reverse)).toBeLessThan(1e-13)
    const text = simplified?.expression ? printExpression(simplified.expression) : ''
    const hand = handOf(question, text)
    expect(hand.check.kind).toBe('right')
    expect(errorOf(hand.value as number, reverse)).toBeLessThan(1e-13)
    const slice = sliceOf(question)
    expect(stepAt(slice, 2, -8, reverse, 'forward').error).toBeLessThan(1e-6)
    expect(stepAt(slice, 2, -5, reverse, 'central').error).toBeLessThan(1e-8)
  })

  it('takes d + 1 values of a gradient by forward differences, 2d by central ones', () => {
    const slice = sliceOf(ask(LECTURE, 'x1', 'f'))
    expect(stepAt(slice, 2, -5, 1, 'forward').evaluations).toBe(3)
    expect(stepAt(slice, 2, -5, 1, 'central').evaluations).toBe(4)
  })

  it('takes more operations in either mode than one evaluation does', () => {
    const { values, forward, reverse } = operationsByMode(ask(LECTURE, 'x1', 'f'))
    expect(values).toBe(3)
    expect(forward).toBeGreaterThan(values)
    expect(reverse).toBeGreaterThan(values)
  })

  it('by hand has the node where the slip was made', () => {
    const question = ask(LECTURE, 'x1', 'f')
    const { check, mistakeId } = handOf(question, 'x2')
    expect(check.kind).toBe('wrong')
    expect(mistakeId).toBe(question.view.graph.id[question.from.node])
    expect(handOf(question, 'cos(').value).toBeNull()
  })

  it('is compared with nothing where it is not a number', () => {
    expect(errorOf(Number.NaN, 1)).toBeNaN()
    expect(errorOf(1, Number.NaN)).toBeNaN()
    expect(errorOf(Infinity, Infinity)).toBe(0)
  })
})

describe('errors of differences', () => {
  it('are measured with fewer points in large programs, and not at all in the largest', () => {
    const lines = (n: number) =>
      Array.from({ length: n }, (_, k) => `a${k + 1} = sin(${k > 0 ? `a${k}` : 'x'}) + 1`).join('\n')
    const errorsIn = (n: number) => errorsOf(ask(`x = 0.5\n${lines(n)}`, 'x', `a${n}`), 1, 'central')
    expect([10, 8000].map((n) => errorsIn(n)?.curve.length)).toEqual([65, 33])
    expect(errorsIn(30_000)).toBeNull()
  })
})

describe('a nudge', () => {
  it('is listed at the nodes that the input acts on, in tape order, and at no other', () => {
    const { nodes, count } = nudgedNodes(ask(LECTURE, 'x2', 'f'), 0.1)
    expect(nodes.map(({ node }) => node)).toEqual([1, 3, 4])
    expect(count).toBe(3)
    for (const { predicted, actual } of nodes) expect(actual).toBeCloseTo(predicted, 12)
  })
})
