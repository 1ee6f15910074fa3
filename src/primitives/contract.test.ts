import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { evaluate, isDropped, namesOf, partialAt, valueAt } from '../../verification/fixtures/operations.ts'
import { big, differentiate, oracleOf } from '../../verification/oracle.ts'
import {
  arrayPrimitives,
  functionNamed,
  generatorNamed,
  generators,
  infixOperator,
  negation,
  operations,
  opOf,
  primitives,
  spellings,
} from './index.ts'
import type { Primitive } from './primitive.ts'
import { formulaOf } from './views.ts'

/** Some ten units in the last place: what the rounding of a few operations can add up to. */
const ROUNDING = 2e-15
/** A formula may round more than the function that stands for it. */
const FORMULA_ROUNDING = 1e-12

const GRID = [-1e3, -7.5, -3, -2, -1.5, -1, -0.6, -0.5, -0.25, -1e-6, 0, 1e-6, 0.25, 0.5, 0.6, 1, 1.5, 2, 3, 7.5, 1e3]

const relative = (computed: number, exact: ReturnType<typeof big>): number => {
  const error = big(computed).minus(exact).abs()
  return (exact.isZero() ? error : error.div(exact.abs())).toNumber()
}

const slotsOf = (operands: readonly number[]): number[] => operands.map((_, slot) => slot)

/** Operand tuples over the grid, for as many operands as the primitive takes at least. */
function gridOf(primitive: Primitive): number[][] {
  let tuples: number[][] = [[]]
  for (let i = 0; i < Math.min(...primitive.samples.map(({ length }) => length)); i++)
    tuples = tuples.flatMap((tuple) => GRID.map((x) => [...tuple, x]))
  return tuples
}

describe.each(primitives)('$name', (primitive) => {
  const { name, samples } = primitive

  it.each(samples)('has the value and the partials of 64-digit arithmetic at %s, %s, %s, %s', (...sample) => {
    const operands = sample.filter((operand) => operand !== undefined)
    const exact = operands.map(big)
    expect(relative(valueAt(primitive, operands), oracleOf(name)(...exact)), `the value of ${name}`).toBeLessThan(
      ROUNDING,
    )
    for (const slot of slotsOf(operands)) {
      const partial = partialAt(primitive, slot, operands)
      // What cuts has no derivative on purpose, whatever its value does.
      if (name !== 'stop_gradient')
        expect(
          relative(partial, differentiate(oracleOf(name), exact, slot)),
          `the partial of ${name} by operand ${slot + 1}`,
        ).toBeLessThan(ROUNDING)
      if (isDropped(primitive, slot, operands)) expect(partial).toBe(0)
    }
  })

  it('has formulas that say what its partials compute', () => {
    for (const operands of samples)
      for (const slot of slotsOf(operands)) {
        const said = evaluate(formulaOf(primitive, slot, operands.length), namesOf(primitive, operands))
        const partial = partialAt(primitive, slot, operands)
        expect(Math.abs(said - partial)).toBeLessThanOrEqual(FORMULA_ROUNDING * Math.abs(partial))
      }
  })

  it('is finite where its domain says so, and nowhere else', () => {
    for (const operands of gridOf(primitive)) {
      const v = valueAt(primitive, operands)
      const isReal = !primitive.domain || evaluate(primitive.domain, namesOf(primitive, operands)) === 1
      // exp and its kin leave the range of doubles at 1000, which is no border of the domain.
      if (Math.max(...operands.map(Math.abs)) < 1000) expect([operands, Number.isFinite(v)]).toEqual([operands, isReal])
      else if (!isReal) expect([operands, Number.isFinite(v)]).toEqual([operands, false])
    }
  })

  it('has no partials where it has no value', () => {
    for (const operands of gridOf(primitive))
      if (Number.isNaN(valueAt(primitive, operands)))
        expect([
          operands,
          slotsOf(operands).some((slot) => Number.isNaN(partialAt(primitive, slot, operands))),
        ]).toEqual([operands, true])
  })

  it('does not see the sign of a zero, except in the value of a pole and in a division', () => {
    const withPoles = ['div', 'csc', 'cot', 'csch', 'coth', 'acsch', 'pow']
    for (const operands of gridOf(primitive).filter((tuple) => tuple.includes(0))) {
      const signed = operands.map((x) => (x === 0 ? -0 : x))
      if (!withPoles.includes(name)) expect(valueAt(primitive, signed) + 0).toBe(valueAt(primitive, operands) + 0)
      if (name === 'div') continue
      for (const slot of slotsOf(operands))
        expect(partialAt(primitive, slot, signed) + 0).toBe(partialAt(primitive, slot, operands) + 0)
    }
  })

  it('is typeset', () => {
    for (const { length } of samples) {
      const latex = primitive.latex(...Array.from({ length }, (_, i) => `x_{${i + 1}}`))
      expect(() => katex.renderToString(latex, { throwOnError: true, strict: 'error' })).not.toThrow()
      for (let i = 1; i <= length; i++) expect(latex).toContain(`x_{${i}}`)
    }
  })

  it('says in words what it is and what it takes by convention', () => {
    expect([...primitive.symbol].length).toBeLessThanOrEqual(8)
    expect(primitive.title).toMatch(/^[a-zA-Z0-9 ]+$/)
    expect(primitive.meaning).toMatch(/.{10}\.$/)
    for (const { says, others } of primitive.conventions ?? []) {
      expect(says).toMatch(/\.$/)
      expect(others ?? '').not.toMatch(/\.$/)
    }
    expect(samples.length).toBeGreaterThanOrEqual(5)
  })

  it('uses no convention at its samples, where it is smooth', () => {
    const everywhere = samples.every((operands) =>
      slotsOf(operands).every((slot) => isDropped(primitive, slot, operands)),
    )
    for (const operands of samples)
      for (const { when } of primitive.conventions ?? []) expect(when(...operands)).toBe(everywhere)
  })
})

describe('the registry', () => {
  it('gives every name and alias to one operation or generator', () => {
    const all = [...operations, ...generators].flatMap(({ name, ...rest }) => [
      name,
      ...('aliases' in rest && rest.aliases ? rest.aliases : []),
    ])
    expect(new Set(all).size).toBe(all.length)
  })

  it('finds functions by name and alias, and keeps the names of operators free', () => {
    expect(functionNamed('ln')).toBe(functionNamed('log'))
    expect(functionNamed('arctan2')?.name).toBe('atan2')
    expect(functionNamed('concatenate')?.name).toBe('concat')
    expect(functionNamed('pow')).toBe(infixOperator('^'))
    expect(functionNamed('matmul')).toBe(infixOperator('@'))
    for (const name of ['add', 'mul', 'neg', 'less', 'index', 'constructor'])
      expect(functionNamed(name)).toBeUndefined()
    for (const spelling of spellings()) expect(functionNamed(spelling) ?? generatorNamed(spelling)).toBeDefined()
    for (const name of ['zeros', 'constructor']) expect(functionNamed(name)).toBeUndefined()
    expect(generatorNamed('zeros')).toBeDefined()
  })

  it('has an operation for each operator, which is not that of the sign', () => {
    for (const operator of ['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!='] as const)
      expect(infixOperator(operator)).toMatchObject({ operator, arity: 2 })
    expect(negation).toMatchObject({ operator: '-', arity: 1 })
  })

  it('is numbered as the tape numbers operations, and holds elementary functions and those of arrays', () => {
    for (const [op, operation] of operations.entries()) expect(opOf(operation)).toBe(op)
    expect(new Set(operations)).toEqual(new Set([...primitives, ...arrayPrimitives]))
  })
})
