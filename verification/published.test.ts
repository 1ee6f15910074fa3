import { describe, expect, it } from 'vitest'
import { MODES } from '../src/autodiff/pass.ts'
import { type Differentiated, differentiate } from '../src/core.ts'
import cases from './cases/published.json' with { type: 'json' }
import { expectWithin } from './closeness.ts'
import { numberIn } from './entries.ts'

type Numbers = Readonly<Record<string, number>>

interface Published {
  readonly name: string
  readonly program: string
  readonly outputs: Numbers
  readonly jacobian: Readonly<Record<string, Numbers>>
  /** As the source prints it: an output, or a derivative by `x1` or `dy/dx1`. */
  readonly published?: Numbers
}

const TWELVE_DIGITS = 5e-13

/** Half a unit of the last place, and a little more: Griewank and Walther multiply rounded factors. */
const ROUNDING = 0.55

const decimalsOf = (printed: number): number => String(printed).split('.')[1]?.length ?? 0

/** Named as the sources name: by the output, by the input of a single output, by both. */
function computedAs(name: string, { outputs, jacobian }: Differentiated): number {
  const [, output, input] = /^d(\w+)\/d(\w+)$/.exec(name) ?? [undefined, Object.keys(outputs)[0], name]
  return numberIn(name in outputs ? outputs[name] : jacobian[output][input])
}

const all = cases as unknown as readonly Published[]
const printed = all.filter((each) => each.published)

describe.each(all)('the published case: $name', ({ program, outputs, jacobian }) => {
  it.each(MODES)('has its values and Jacobian to twelve digits in %s mode', (mode) => {
    const result = differentiate(program, { mode })
    expect(Object.keys(result.outputs)).toEqual(Object.keys(outputs))
    expect(Object.keys(result.jacobian)).toEqual(Object.keys(jacobian))
    for (const [output, value] of Object.entries(outputs))
      expectWithin(TWELVE_DIGITS * Math.abs(value), result.outputs[output], value, output)
    for (const [output, row] of Object.entries(jacobian)) {
      expect(Object.keys(result.jacobian[output])).toEqual(Object.keys(row))
      for (const [input, entry] of Object.entries(row))
        expectWithin(TWELVE_DIGITS * Math.abs(entry), result.jacobian[output][input], entry, `∂${output}/∂${input}`)
    }
  })
})

describe.each(printed)('the published case: $name', ({ program, published = {} }) => {
  it.each(MODES)('rounds to what its source prints in %s mode', (mode) => {
    const computed = differentiate(program, { mode })
    for (const [name, rounded] of Object.entries(published))
      expectWithin(ROUNDING * 10 ** -decimalsOf(rounded), computedAs(name, computed), rounded, name)
  })
})

it('there are fourteen published cases or more, four of them with printed roundings', () => {
  expect(all.length).toBeGreaterThanOrEqual(14)
  expect(printed.length).toBeGreaterThanOrEqual(4)
})
