import { describe, expect, it } from 'vitest'
import { MODES } from '../src/autodiff/pass.ts'
import { differentiate } from '../src/core.ts'
import edges from './cases/edges.json' with { type: 'json' }
import { expectWithin } from './closeness.ts'

/** Two units in the last place, about. */
const LAST_DIGITS = 4e-16

/** The first entry of a softmax is said with brackets. */
const cases = edges.map((each) => ({ ...each, expr: each.expr.replace(/^softmax1\((.*)\)$/, 'softmax([$1])[0]') }))

/** NaN, infinities and -0 stand as texts. */
const numbersIn = (named: object): Record<string, number> =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [name, Number(value)]))

it('there are no fewer than 103 cases', () => {
  expect(edges.length).toBeGreaterThanOrEqual(103)
})

/** The program of a case. What the inputs are in the text does not count: the point is given. */
const sourceOf = ({ expr, inputs }: (typeof cases)[number]): string =>
  [...Object.keys(inputs).map((name) => `${name} = 0.5`), `output f = ${expr}`].join('\n')

describe.each(cases)('case $id, $category: $expr at $inputs', (each) => {
  const { inputs, value, gradient } = each
  const at = numbersIn(inputs)

  it.each(MODES)('has its value and derivatives in %s mode', (mode) => {
    const { outputs, jacobian } = differentiate(sourceOf(each), { at, mode })
    expectWithin(LAST_DIGITS * Math.abs(Number(value)), outputs.f, Number(value), 'value')
    const expected = numbersIn(gradient)
    expect(Object.keys(jacobian.f)).toEqual(Object.keys(expected))
    for (const [name, partial] of Object.entries(expected))
      expectWithin(LAST_DIGITS * Math.abs(partial), jacobian.f[name], partial, `∂f/∂${name}`)
  })
})
