import { describe, expect, it } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { primal } from '../autodiff/primal.ts'
import { tangent } from '../autodiff/tangent.ts'
import { printExpression } from '../language/print.ts'
import { partialsAtOperands, valueAtOperands } from '../primitives/atOperands.ts'
import { functionNamed, infixOperator, negation, operandNames, primitives } from '../primitives/index.ts'
import type { Primitive } from '../primitives/primitive.ts'
import { dualRule, dualStep, tangentName } from './dual.ts'

const ruleOf = (primitive: Primitive | undefined, count: number): string => {
  const { ofPairs, pair } = dualRule(primitive as Primitive, count)
  return `${printExpression(ofPairs)} = ${printExpression(pair)}`.normalize('NFC')
}

describe('the rule on dual numbers', () => {
  it.each([
    [functionNamed('sin') as Primitive, 1, 'sin(x + ẋ*ε) = sin(x) + cos(x)*ẋ*ε'],
    [infixOperator('*'), 2, '(x + ẋ*ε)*(y + ẏ*ε) = x*y + (y*ẋ + x*ẏ)*ε'],
    [infixOperator('+'), 2, 'x + ẋ*ε + (y + ẏ*ε) = x + y + (ẋ + ẏ)*ε'],
    [infixOperator('/'), 2, '(x + ẋ*ε)/(y + ẏ*ε) = x/y + (ẋ/y - x*ẏ/y^2)*ε'],
    [negation, 1, '-(x + ẋ*ε) = -x + -ẋ*ε'],
    [functionNamed('square') as Primitive, 1, 'square(x + ẋ*ε) = square(x) + 2*x*ẋ*ε'],
    [
      functionNamed('where') as Primitive,
      3,
      'where(x1 + ẋ1*ε, x2 + ẋ2*ε, x3 + ẋ3*ε) = where(x1, x2, x3) + where(x1, ẋ2, ẋ3)*ε',
    ],
    [infixOperator('<'), 2, 'x + ẋ*ε < y + ẏ*ε = (x < y) + 0*ε'],
  ])('of %o for %d operands', (primitive, count, rule) => {
    expect(ruleOf(primitive, count)).toBe(rule)
  })

  it('has the derivative of every primitive before ε', () => {
    for (const primitive of primitives.filter(isOfNumbers))
      for (const operands of primitive.samples) {
        const names = operandNames(primitive, operands.length)
        const dual = printExpression(dualRule(primitive, operands.length).dual)
        const lines = names.flatMap((name, i) => [
          `const ${name} = ${literal(operands[i])}`,
          `const ${tangentName(name)} = ${literal(0.3 + i)}`,
        ])
        const said = primal(graphOf(`${spelt(lines.join('\n'))}\noutput d = ${spelt(dual)}`)).outputs.d as number
        const partials = partialsAtOperands(primitive, operands, valueAtOperands(primitive, operands))
        const terms = partials.map((partial, i) => (partial === 0 ? 0 : partial * (0.3 + i)))
        const scale = terms.reduce((sum, term) => sum + Math.abs(term), 0)
        const expected = terms.reduce((a, b) => a + b, 0)
        expect([primitive.name, operands, Math.abs(said - expected) <= 1e-9 * scale]).toEqual([
          primitive.name,
          operands,
          true,
        ])
      }
  })
})

/** `sum` and its kin take one array. */
const isOfNumbers = ({ arity }: Primitive): boolean => typeof arity === 'number' || arity.most > 1

const literal = (x: number): string => (x < 0 ? `(${x})` : String(x))
/** The language spells names without accents. */
const spelt = (text: string): string =>
  text.normalize('NFD').replaceAll('\u0307', '_dot').replaceAll('x_dot1', 'x1_dot')

describe('a step on dual numbers', () => {
  it('has the pairs of its operands, the local partials, and its own pair', () => {
    const pass = tangent(primal(graphOf('x = 2\ny = 3\nf = x*y')), { x: 1 })
    expect(dualStep(pass, 2)).toMatchObject({
      operands: [
        { node: 0, value: 2, tangent: 1 },
        { node: 1, value: 3, tangent: null },
      ],
      partials: [3, 2],
      ...{ value: 6, tangent: 3 },
    })
    expect(dualStep(pass, 0)).toBeNull()
  })
})
