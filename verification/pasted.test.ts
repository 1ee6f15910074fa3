import { describe, expect, it } from 'vitest'
import { type Diagnostic, differentiate } from '../src/core.ts'
import { applyChanges } from '../src/language/edits.ts'
import type { Value } from '../src/primitives/value.ts'
import cases from './cases/pasted.json'
import { entriesOf } from './entries.ts'

/** A text that people paste, with its numbers where it says any; some may be refused. */
interface Pasted {
  readonly kind: string
  readonly text: string
  readonly outputs?: Readonly<Record<string, Value>>
  readonly jacobian?: Readonly<Record<string, Readonly<Record<string, Value>>>>
  readonly refusal?: 'allowed'
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error'

/** The numbers of a text that is not refused are those that it asks for. */
function expectNumbers(text: string, { outputs = {}, jacobian = {} }: Pasted): void {
  for (const mode of ['forward', 'reverse'] as const) {
    const read = differentiate(text, { mode })
    for (const [output, value] of Object.entries(outputs)) expectEqual(read.outputs[output], value, output)
    for (const [output, row] of Object.entries(jacobian))
      for (const [input, value] of Object.entries(row))
        expectEqual(read.jacobian[output]?.[input], value, `∂${output}/∂${input}`)
  }
}

function expectEqual(computed: Value | undefined, expected: Value, name: string): void {
  const [numbers, wanted] = [computed === undefined ? [] : entriesOf(computed), entriesOf(expected)]
  expect([name, numbers.length]).toEqual([name, wanted.length])
  numbers.forEach((x, k) => {
    expect([name, Math.abs(x - wanted[k]) <= 1e-12 * Math.max(1, Math.abs(wanted[k])) ? wanted[k] : x]).toEqual([
      name,
      wanted[k],
    ])
  })
}

describe('what people paste has the numbers that it has where it comes from, or is refused', () => {
  it.each((cases as readonly Pasted[]).map((pasted) => [pasted.text, pasted] as const))('%s', (text, pasted) => {
    const { diagnostics } = differentiate(text, { mode: 'reverse' })
    if (!diagnostics.some(isError)) expectNumbers(text, pasted)
    else expect(pasted.refusal).toBe('allowed')
    for (const { fix } of diagnostics) {
      if (!fix) continue
      const fixed = applyChanges(text, fix.changes)
      if (!differentiate(fixed, { mode: 'reverse' }).diagnostics.some(isError)) expectNumbers(fixed, pasted)
    }
  })

  it('draws without a seed differ from place to place', () => {
    const { outputs } = differentiate('a = randn(4)\nb = randn(4)\nf = sum((a - b)^2)', { mode: 'reverse' })
    expect(outputs.f).not.toBe(0)
  })
})
