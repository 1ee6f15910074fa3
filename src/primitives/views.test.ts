import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AppliedEdge, type EntryDerivative, edgeOf, pulled, pushed } from '../../verification/fixtures/edge.ts'
import { applied, evaluateTensor } from '../../verification/fixtures/operations.ts'
import { applicationsOf, countsIn, tensorIn } from '../../verification/fixtures/randomOperands.ts'
import { type EdgeRule, isArrayPrimitive } from './arrayPrimitive.ts'
import { operandNames, operations, viewsOf } from './index.ts'
import { isReduction } from './plan.ts'
import type { Shape } from './shape.ts'
import { scalarTensor, type Tensor } from './value.ts'

const RUNS = { seed: 11, numRuns: 25 }

const named = operations.flatMap((operation) =>
  countsIn(operation).map((count) => ({ name: `${operation.name} of ${count}`, operation, count })),
)

/** Away from 0, where some formulas have no value and conventions hold. */
const awayFromZero = ({ shape, entries }: Tensor): Tensor => ({
  shape,
  entries: entries.map((x) => (x === 0 ? 0.3 : x)),
})

const CONSTANTS = [
  ['pi', scalarTensor(Math.PI)],
  ['e', scalarTensor(Math.E)],
] as const

function namesFor(operands: readonly Tensor[], names: readonly string[]): Map<string, Tensor> {
  return new Map([...CONSTANTS, ...operands.map((operand, slot): [string, Tensor] => [names[slot], operand])])
}

function expectTensor(computed: Tensor, exact: Tensor, said: string) {
  expect([said, computed.shape]).toEqual([said, exact.shape])
  const isClose = (x: number, i: number): boolean =>
    !Number.isFinite(exact.entries[i]) ||
    Math.abs(x - exact.entries[i]) <= 1e-9 * Math.max(1, Math.abs(exact.entries[i]))
  if (!computed.entries.every(isClose)) expect([said, computed.entries]).toEqual([said, exact.entries])
}

describe.each(named)('the edges of $name', ({ operation, count }) => {
  const withDerivatives = applicationsOf(operation, count).chain(({ operands, attributes }) =>
    fc.record({
      application: fc.constant({ operands: operands.map(awayFromZero), attributes }),
      tangents: fc.tuple(...operands.map(({ shape }) => tensorIn(shape))),
      adjoint: tensorIn(applied(operation, operands, attributes).shape),
    }),
  )

  it('are said in formulas that push and pull as their wirings do', () => {
    fc.assert(
      fc.property(withDerivatives, ({ application, tangents, adjoint }) => {
        const { operands, attributes } = application
        const shapes = operands.map(({ shape }) => shape)
        for (const [slot, tangent] of tangents.entries()) {
          const edge = edgeOf(operation, slot, application)
          if (!hasNumbers(edge) || (deviates.has(operation.name) && edge.value.entries.includes(0))) continue
          const names = namesFor(operands, operandNames(operation, count)).set('v', edge.value)
          const { structure, push, pull } = viewsOf(operation, slot, shapes, attributes)
          expect(structure).not.toBe('')
          expectRule(push, names.set('t', tangent), edge.value.shape, pushed(edge, Array.from(tangent.entries)))
          expectRule(pull, names.set('a', adjoint), tangent.shape, pulled(edge, Array.from(adjoint.entries)))
        }
      }),
      RUNS,
    )
  })
})

/** Their formulas have no value where all entries are equal, which is a kink. */
const deviates = new Set(['std', 'samplestd'])

const hasNumbers = ({ value, partials }: AppliedEdge): boolean =>
  value.entries.every(Number.isFinite) && partials.numbers.every(Number.isFinite)

/** What is said in words is no more than words; a formula counts what is absent as 0. */
function expectRule(
  rule: EdgeRule,
  names: ReadonlyMap<string, Tensor>,
  shape: Shape,
  entries: readonly EntryDerivative[],
) {
  if ('words' in rule) expect(rule.words).toMatch(/^.{10}/)
  else {
    const exact = { shape, entries: Float64Array.from(entries, (entry) => entry ?? 0) }
    expectTensor(evaluateTensor(rule.formula, names), exact, rule.formula)
  }
}

const defined = named.filter(({ operation }) => operation.definition !== undefined)

describe.each(defined)('the definition of $name', ({ operation, count }) => {
  it('gives the same value, but for rounding, where it is smooth', () => {
    fc.assert(
      fc.property(applicationsOf(operation, count), ({ operands, attributes }) => {
        const value = applied(operation, operands, attributes)
        const shapes = operands.map(({ shape }) => shape)
        const { definition = '' } = operation
        const text = typeof definition === 'string' ? definition : definition(shapes, attributes)
        expectTensor(evaluateTensor(text, namesFor(operands, operandNames(operation, count))), value, text)
      }),
      RUNS,
    )
  })
})

describe('definitions', () => {
  it('lead to ever simpler operations, never back', () => {
    const used = (name: string, seen: readonly string[]): void => {
      expect(seen).not.toContain(name)
      const operation = operations.find((one) => one.name === name)
      if (!operation?.definition) return
      const count = isArrayPrimitive(operation) || !isReduction(operation, 1) ? countsIn(operation)[0] : 1
      const shapes = new Array<number[]>(count).fill([2])
      const { definition } = operation
      const text = typeof definition === 'string' ? definition : definition(shapes, {})
      for (const [, callee] of text.matchAll(/(\w+)\(/g)) used(callee, [...seen, name])
    }
    for (const { name } of operations) used(name, [])
  })
})
