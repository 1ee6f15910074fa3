import { describe, expect, it } from 'vitest'
import { differentiate } from '../../src/core.ts'
import type { Value } from '../../src/primitives/value.ts'
import { entriesOf } from '../entries.ts'
import snippets from './snippets.json'

interface Snippet {
  readonly library: string
  readonly text: string
  /** What the library computed, by name; the page has the outputs among them. */
  readonly values: Readonly<Record<string, Value>>
  /** By output, then by input. */
  readonly jacobian: Readonly<Record<string, Readonly<Record<string, Value>>>>
  /** Where the library has no exact derivative: right to so many digits. */
  readonly digits?: number
}

const shapeOf = (value: Value): readonly number[] =>
  typeof value === 'number' ? [] : [value.length, ...shapeOf(value[0] ?? 0)]

function expectClose(computed: Value, expected: Value, digits: number, name: string): void {
  expect([name, shapeOf(computed)]).toEqual([name, shapeOf(expected)])
  const [a, b] = [entriesOf(computed), entriesOf(expected)]
  const scale = Math.max(...b.map(Math.abs), 1e-300)
  const gap = Math.max(...a.map((x, k) => Math.abs(x - b[k])))
  expect([name, gap <= 10 ** -digits * scale || a.every((x, k) => Object.is(x, b[k])), a, b]).toEqual([
    name,
    true,
    a,
    b,
  ])
}

/** The numbers are those of the libraries themselves (`fromLibraries.py`). */
describe.each(['numpy', 'torch', 'jax', 'micrograd'])('programs of %s', (library) => {
  const own = (snippets as unknown as readonly Snippet[]).filter((snippet) => snippet.library === library)
  it.each(own.map((snippet) => [snippet.text, snippet] as const))('%s', (text, { values, jacobian, digits = 12 }) => {
    for (const mode of ['forward', 'reverse'] as const) {
      const read = differentiate(text, { mode })
      expect(read.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      const outputs = Object.keys(read.outputs)
      expect(outputs.length).toBeGreaterThan(0)
      for (const output of outputs) {
        expect(Object.keys(jacobian)).toContain(output)
        if (Object.hasOwn(values, output))
          expectClose(read.outputs[output], values[output], Math.max(digits, 12), output)
        for (const [input, expected] of Object.entries(jacobian[output])) {
          expect(Object.keys(read.jacobian[output])).toContain(input)
          expectClose(read.jacobian[output][input], expected, digits, `∂${output}/∂${input}`)
        }
      }
    }
  })
})
