import { describe, expect, test } from 'vitest'
import { PyNumber } from '../values/numbered.ts'
import { type Arguments, NONE, type PyValue, Text, Tuple } from '../values/values.ts'
import { numberOf } from './numbers.ts'
import { bind, signature } from './signature.ts'

const AT = { from: 0, to: 1 }
const n = (x: number): PyNumber => numberOf(x, AT, 'int')

const given = (positional: readonly PyValue[], keywords: Record<string, PyValue> = {}): Arguments => ({
  ...{ positional, keywords: new Map(Object.entries(keywords)), at: AT },
})

const plain = (value: PyValue): unknown => {
  if (value instanceof PyNumber) return value.value.entries[0]
  if (value instanceof Text) return value.text
  if (value instanceof Tuple) return value.items.map(plain)
  return value === NONE ? null : 'other'
}

const bound = (text: string, call: Arguments): Record<string, unknown> =>
  Object.fromEntries([...bind('np.f', signature(text), call)].map(([name, value]) => [name, plain(value)]))

describe('a call by a signature of Python', () => {
  test('binds by position, by keyword, and what is left out by its default', () => {
    const text = "a, axis=None, *, keepdims=False, mode='mean', p=0.5, n=-1"
    const rest = { keepdims: 0, mode: 'mean', p: 0.5, n: -1 }
    expect(bound(text, given([n(1)]))).toEqual({ a: 1, axis: null, ...rest })
    expect(bound(text, given([n(1), n(2)]))).toEqual({ a: 1, axis: 2, ...rest })
    expect(bound(text, given([], { axis: n(2), a: n(1) }))).toEqual({ a: 1, axis: 2, ...rest })
  })

  test('takes the rest by position as a tuple, and what may be left out is not there', () => {
    expect(bound('*arrays, axis=0', given([n(1), n(2)], { axis: n(1) }))).toEqual({ arrays: [1, 2], axis: 1 })
    expect(bound('x, y=_', given([n(1)]))).toEqual({ x: 1 })
    expect(bound('shape=()', given([]))).toEqual({ shape: [] })
  })

  test.each([
    ['a, axis=None', [], {}, 'np.f needs its argument “a”.'],
    ['a', [n(1), n(2)], {}, 'np.f takes at most 1 argument, and here are 2.'],
    ['a, *, b=1', [n(1), n(2)], {}, 'np.f takes at most 1 argument, and here are 2.'],
    ['a', [n(1)], { a: n(2) }, 'np.f is given a twice.'],
    ['x, /, y=1', [], { x: n(1) }, 'np.f has no keyword “x”; it has y.'],
    ['a, axis=None, out=None?', [n(1)], { dim: n(0) }, 'np.f has no keyword “dim”; it has a and axis.'],
    [
      'a, out=None?',
      [n(1)],
      { out: n(2) },
      '“out” of np.f is read as out=None only. Give the result a name instead, as in y = f(x).',
    ],
    [
      'a, out=None?',
      [n(1), n(2)],
      {},
      '“out” of np.f is read as out=None only. Give the result a name instead, as in y = f(x).',
    ],
    [
      'a, where=?',
      [n(1)],
      { where: NONE },
      '“where” of np.f is not read here. Choose the entries first, as in x[mask].',
    ],
    [
      "a, order='C'?",
      [n(1)],
      { order: new Text('F') },
      "“order” of np.f is read as order='C' only. By columns it is that of x.T.",
    ],
  ] as const)('of “%s” is refused: %#', (text, positional, keywords, message) => {
    expect(() => bound(text, given(positional, keywords))).toThrow(message)
  })

  test('of an argument that is not read takes its default', () => {
    expect(bound('a, out=None?', given([n(1)], { out: NONE }))).toEqual({ a: 1, out: null })
    expect(bound("a, order='C'?", given([n(1), new Text('C')]))).toEqual({ a: 1, order: 'C' })
  })
})
