import { describe, expect, it } from 'vitest'
import { absolute } from '../src/autodiff/primal.ts'
import { jacobian } from '../src/core.ts'
import published from './cases/gradients.json' with { type: 'json' }
import { expectWithin } from './closeness.ts'
import { numberIn } from './entries.ts'
import { primalOf } from './fixtures/compiled.ts'

interface Case {
  readonly source: string
  readonly expr: string
  readonly inputs: Readonly<Record<string, number>>
  readonly value: number
  readonly gradient: Readonly<Record<string, number>>
  /** The relative error of a plain evaluation in doubles. */
  readonly fp64_err: number
}

const cases = published as unknown as readonly Case[]

/** No case has an input of that name. */
const OUTPUT = 'value'

const programOf = ({ inputs, expr }: Case): string =>
  [...Object.entries(inputs).map(([name, value]) => `${name} = ${value}`), `output ${OUTPUT} = ${expr}`].join('\n')

it('there are 257 gradients', () => {
  expect(cases).toHaveLength(257)
})

describe.each(cases)('$source: $expr', (published) => {
  const { value, gradient, fp64_err } = published
  const pass = primalOf(programOf(published))
  // 1e-12, absolute below 1 and relative above, or what 50 plain evaluations in doubles lose of the number.
  const bound = (expected: number, scale: number) => Math.max(1e-12 * scale, 50 * fp64_err * Math.abs(expected))
  const magnitude = (expected: number) => Math.max(1, Math.abs(expected))

  it('has its value', () => {
    expectWithin(bound(value, magnitude(value)), pass.outputs[OUTPUT], value, OUTPUT)
  })

  // The pass over absolute partials, where it is smaller, holds small derivatives to their own digits.
  it.each(['forward', 'reverse'] as const)('has its gradient in %s mode', (mode) => {
    const computed = jacobian(pass, mode)[OUTPUT]
    const scale = jacobian(absolute(pass), mode)[OUTPUT]
    expect(Object.keys(computed)).toEqual(Object.keys(gradient))
    for (const [input, entry] of Object.entries(gradient))
      expectWithin(bound(entry, Math.min(magnitude(entry), numberIn(scale[input]))), computed[input], entry, input)
  })
})
