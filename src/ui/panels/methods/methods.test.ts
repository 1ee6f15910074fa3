import { describe, expect, it } from 'vitest'
import { LECTURE } from '../../../../verification/fixtures/programs.ts'
import { primal, tangent } from '../../../core.ts'
import { printExpression } from '../../../language/print.ts'
import { dualStep } from '../../../methods/dual.ts'
import { type ScalarView, scalarView } from '../../../methods/scalarView.ts'
import { operations } from '../../../primitives/index.ts'
import type { Primitive } from '../../../primitives/primitive.ts'
import { operationsOf } from './automatic/operationsOf.ts'
import { handOf } from './byHand/hand.ts'
import { numberLines, ruleLines } from './dual/lines.ts'
import { errorRange } from './numerical/errorPicture.ts'
import { errorsOf, sliceOf, stepAt } from './numerical/measured.ts'
import { derivativesOf, errorOf, type Question, questionOf } from './question.ts'
import { nudgedNodes } from './slope/nudging.ts'
import { heightsOf } from './slope/slopeText.ts'
import { exponentOf } from './symbolic/swelling.ts'
import { symbolicOf } from './symbolic/useSymbolic.ts'

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
    const { forward, reverse } = derivativesOf(question)
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
    const { values, forward, reverse } = operationsOf(ask(LECTURE, 'x1', 'f'))
    expect(values).toBe(3)
    expect(forward).toBeGreaterThan(values)
    expect(reverse).toBeGreaterThan(values)
  })

  it('by hand has the node where the slip was made', () => {
    const question = ask(LECTURE, 'x1', 'f')
    const { check, slipId } = handOf(question, 'x2')
    expect(check.kind).toBe('wrong')
    expect(slipId).toBe(question.view.graph.id[question.from.node])
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

  it('are drawn from a power of ten to another, wherever they lie', () => {
    const at = (error: number) => ({ h: 1, derivative: 0, error })
    const [least, most] = errorRange([
      [at(0), at(1e-5)],
      [at(Number.NaN), at(Infinity)],
    ])
    expect(least).toBeLessThan(1e-17)
    expect(most).toBeGreaterThan(1e-5)
    expect(errorRange([[]]).every(Number.isFinite)).toBe(true)
  })
})

describe('pictures', () => {
  it('have exponents of counts of any size', () => {
    expect(exponentOf(1000)).toBe(3)
    expect(exponentOf(0n)).toBe(0)
    expect(exponentOf(10n ** 700n)).toBeCloseTo(700, 12)
  })

  it('have heights where nothing is defined, and where nothing changes', () => {
    expect(heightsOf([Number.NaN], Number.NaN)).toEqual([0, 1])
    const [least, most] = heightsOf([2, 2], 2)
    expect(least).toBeLessThan(2)
    expect(most).toBeGreaterThan(2)
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

describe('the rule of a step on dual numbers', () => {
  const { primal: pass, from } = ask(LECTURE, 'x1', 'f')
  const step = dualStep(tangent(pass, { [from.name]: 1 }), 3)
  const multiply = operations[pass.graph.op[3]] as Primitive

  it('is written with tangents in their colour, and with its numbers', () => {
    const dot = (letter: string) => `\\htmlClass{tangent}{\\dot{${letter}}}`
    const [left, right] = ruleLines(step as NonNullable<typeof step>, multiply).map(({ latex }) => latex)
    expect(left).toContain(`x + ${dot('x')}`)
    expect(right).toContain(`y \\cdot ${dot('x')} + x \\cdot ${dot('y')}`)
    expect(numberLines(step as NonNullable<typeof step>, multiply).at(-1)?.latex).toBe(
      '= 6 + \\htmlClass{tangent}{3}\\,\\varepsilon',
    )
  })

  it('is said in words', () => {
    const [, right] = ruleLines(step as NonNullable<typeof step>, multiply)
    expect(right.speech).toMatch(/^equals x times y plus .*y times x dot plus x times y dot.* epsilon$/)
  })
})
