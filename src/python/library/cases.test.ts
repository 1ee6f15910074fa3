import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runLibrary } from '../../../verification/fixtures/libraryRun.ts'
import type { Value } from '../../primitives/value.ts'

/** Written by verification/python/libraryCases.py: values and types from NumPy, gradients from JAX. */
interface Case {
  readonly text: string
  readonly value: Value
  readonly dtype: string
  readonly gradient?: Readonly<Record<string, Value>>
}

const cases = JSON.parse(readFileSync('src/python/library/cases.json', 'utf8')) as Case[]

/** Equal to twelve digits, or to a rounding of numbers of the size of 1. */
function expectClose(found: Value | undefined, wanted: Value, what: string): void {
  if (typeof wanted === 'number' || typeof found === 'number' || found === undefined) {
    const [a, b] = [found as number, wanted as number]
    const isClose = Object.is(a, b) || Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b))
    expect(isClose, `${what}: ${JSON.stringify(found)} for ${JSON.stringify(wanted)}`).toBe(true)
    return
  }
  expect(found.length, what).toBe(wanted.length)
  for (const [i, item] of wanted.entries()) expectClose(found[i], item, what)
}

const zerosLike = (value: Value): Value => (typeof value === 'number' ? 0 : value.map(zerosLike))

describe('what NumPy and JAX give', () => {
  test.each(cases.map((each) => ({ ...each, last: each.text.split('\n').at(-1) })))('$last', (each) => {
    const { text, value, dtype, gradient = {} } = each
    const found = runLibrary(text)
    expectClose(found.value, value, 'value')
    expect(found.dtype).toBe(dtype)
    for (const [name, wanted] of Object.entries(gradient))
      expectClose(found.gradient[name] ?? zerosLike(wanted), wanted, `gradient by ${name}`)
  })
})
