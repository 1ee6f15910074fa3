import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applicationsOf, countsIn, tensorIn } from './applications.ts'
import { apply, keepPartials } from './apply.ts'
import { isArrayPrimitive } from './arrayPrimitive.ts'
import { applied, evaluateTensor, laidOut, sound } from './fixtures.ts'
import { operandNames, operations, planOf, viewsOf } from './index.ts'
import { pullAdjoints, pushTangents } from './loops.ts'
import { isReduction } from './plan.ts'
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
  it('are said in formulas that push and pull as their wirings do', () => {
    const withDerivatives = applicationsOf(operation, count).chain((application) => {
      const { shape } = applied(operation, application.operands, application.attributes)
      return fc.tuple(
        fc.constant(application),
        fc.tuple(...application.operands.map((operand) => tensorIn(operand.shape))),
        tensorIn(shape),
      )
    })
    fc.assert(
      fc.property(withDerivatives, ([application, tangents, adjoint]) => {
        const { attributes } = application
        const operands = application.operands.map(awayFromZero)
        const shapes = operands.map(({ shape }) => shape)
        const plan = sound(planOf(operation, shapes, attributes))
        const { values, starts, target } = laidOut(operands, adjoint.entries.length)
        apply(operation, plan, values, starts, target)
        const v = { shape: plan.shape, entries: values.slice(target) }
        if (v.entries.some(Number.isNaN)) return
        for (const [slot, tangent] of tangents.entries()) {
          const { push, pull, structure } = viewsOf(operation, slot, shapes, attributes)
          expect(structure).toMatch(/./)
          const { kept, factor } = plan.wirings[slot]
          const partials = new Float64Array(kept)
          const live = new Uint8Array(kept)
          keepPartials(operation, plan, slot, values, starts, target, partials, live, 0)
          const factors =
            factor === null
              ? { numbers: partials, live, from: 0 }
              : { numbers: values, live: null, from: starts[factor] }
          if (partials.some((partial) => !Number.isFinite(partial))) return
          const names = namesFor(operands, operandNames(operation, count)).set('v', v)
          const { length } = tangent.entries
          const pushed = {
            numbers: new Float64Array(length + v.entries.length),
            present: new Uint8Array(length + v.entries.length),
          }
          pushed.numbers.set(tangent.entries)
          pushed.present.fill(1, 0, length)
          pushTangents(plan.wirings[slot], factors, pushed, length, 0)
          if ('formula' in push)
            expectTensor(
              evaluateTensor(push.formula, new Map([...names, ['t', tangent]])),
              { shape: v.shape, entries: pushed.numbers.slice(length) },
              push.formula,
            )
          const pulled = {
            numbers: new Float64Array(pushed.numbers.length),
            present: new Uint8Array(pushed.numbers.length),
          }
          pulled.numbers.set(adjoint.entries, length)
          pulled.present.fill(1, length)
          pullAdjoints(plan.wirings[slot], factors, pulled, length, 0)
          if ('formula' in pull)
            expectTensor(
              evaluateTensor(pull.formula, new Map([...names, ['a', adjoint]])),
              { shape: tangent.shape, entries: pulled.numbers.slice(0, length) },
              pull.formula,
            )
        }
      }),
      RUNS,
    )
  })
})

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
