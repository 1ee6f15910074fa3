import { describe, expect, test } from 'vitest'
import { runLibrary } from '../../../verification/fixtures/libraryRun.ts'

const A = 'A = np.array([[1.0, 2.0], [3.0, 4.0]])\n'

/** In NumPy these share their numbers with A. */
const VIEWS = [
  'A[0]',
  'A[:, 1]',
  'A[:1]',
  'A.T',
  'A.reshape(4)',
  'A.ravel()',
  'np.squeeze(A[None])',
  'np.diag(A)',
].concat(['A.swapaxes(0, 1)', 'np.flip(A)', 'A[..., None]', 'np.split(A, 2)[0]', 'np.expand_dims(A, 0)'])

const COPIES = [
  'A[0].copy()',
  'A.flatten()',
  'A[[0]]',
  'A[A > 0]',
  'np.array(A)',
  'A * 1',
  'A[0, 0]',
  'A.astype(float)',
].concat(['np.tile(A, 2)', '+A', 'np.positive(A)', 'np.clip(A, None, None)', 'np.repeat(A, 1)'])

describe('an array that is changed in place', () => {
  test.each(VIEWS)('leaves nothing to be read of %s', (view) => {
    expect(() => runLibrary(`${A}b = ${view}\nA += 1\nf = b * 1`)).toThrow('changed in place')
    expect(() => runLibrary(`${A}b = ${view}\nA[0, 0] = 9\nf = b * 1`)).toThrow('changed in place')
    expect(runLibrary(`${A}b = ${view}\nA += 1\nf = A * 1`).value).toEqual([
      [2, 3],
      [4, 5],
    ])
  })

  test.each(VIEWS.filter((view) => view !== 'np.diag(A)'))('is not to be read after %s was', (view) => {
    expect(() => runLibrary(`${A}b = ${view}\nb += 1\nf = A * 1`)).toThrow('changed in place')
  })

  test.each(COPIES)('leaves %s as it was', (copy) => {
    const before = runLibrary(`${A}f = ${copy}`).value
    expect(runLibrary(`${A}b = ${copy}\nA += 1\nf = b * 1`).value).toEqual(before)
    expect(runLibrary(`${A}b = ${copy}\nb = b + 1\nf = A * 1`).value).toEqual([
      [1, 2],
      [3, 4],
    ])
  })

  test('is the same under all of its names', () => {
    expect(runLibrary(`${A}b = A\nb += 1\nf = A * 1`).value).toEqual([
      [2, 3],
      [4, 5],
    ])
    expect(runLibrary(`${A}b = np.asarray(A)\nb[0] = 0\nf = A * 1`).value).toEqual([
      [0, 0],
      [3, 4],
    ])
  })
})

describe('random numbers', () => {
  const text = 'np.random.seed(3)\na = np.random.randn(2, 3)\nb = np.random.randn(2, 3)\n'

  test('are the same in each run, new at each call, and said to be others', () => {
    const { value, remarks } = runLibrary(`${text}f = a * 1`)
    expect(runLibrary(`${text}f = a * 1`).value).toEqual(value)
    expect(runLibrary(`${text}f = b * 1`).value).not.toEqual(value)
    expect(remarks.filter((remark) => remark.startsWith('Random numbers'))).toHaveLength(1)
  })

  test('begin anew with a seed, and differ between seeds', () => {
    const first = runLibrary(`${text}f = a * 1`).value
    expect(runLibrary(`${text}np.random.seed(3)\nc = np.random.randn(2, 3)\nf = c * 1`).value).toEqual(first)
    expect(runLibrary('np.random.seed(4)\nc = np.random.randn(2, 3)\nf = c * 1').value).not.toEqual(first)
  })

  test('are drawn for each entry of their parameters, which they are differentiated by', () => {
    const { gradient } = runLibrary('m = np.array([1.0, 2.0])\nf = np.random.normal(m, 0.5)')
    expect(gradient).toEqual({ m: [1, 2] })
  })

  test('of JAX depend on their key alone', () => {
    const keys = 'k = jax.random.PRNGKey(0)\na, b = jax.random.split(k)\n'
    const [one, two] = ['a', 'b'].map((key) => runLibrary(`${keys}f = jax.random.normal(${key}, (3,))`).value)
    expect(one).not.toEqual(two)
    expect(runLibrary(`${keys}c = jax.random.normal(a, (3,))\nf = jax.random.normal(a, (3,))`).value).toEqual(one)
  })
})

describe('numbers of 32 bits', () => {
  test.each(['x.astype(np.float32)', "x.astype('float32')", 'np.float32(x)', 'np.array(x, dtype=np.float32)'])(
    '%s are said to be computed with 64',
    (text) => {
      const { value, remarks } = runLibrary(`x = np.array([0.1])\nf = ${text}`)
      expect(value).toEqual([0.1])
      expect(remarks).toContainEqual(expect.stringContaining('float32'))
    },
  )
})
