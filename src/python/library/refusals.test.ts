import { describe, expect, test } from 'vitest'
import { runLibrary } from '../../../verification/fixtures/libraryRun.ts'
import { Refusal } from '../values/refusal.ts'

const X = 'x = np.array([1.0, -2.0, 3.0])\n'
const J = 'x = jnp.array([1.0, -2.0, 3.0])\n'
const A = 'A = np.array([[1.0, 2.0], [3.0, 4.0]])\n'

/** What is not read is named; nothing is passed over. */
const refused: readonly (readonly [text: string, names: string])[] = [
  ...['out=x', 'where=x > 0', 'initial=1', 'keepdim=True', 'dim=0'].map(
    (each) => [`${X}f = np.sum(x, ${each})`, each.split('=')[0]] as const,
  ),
  [`${X}f = np.sum(x, dtype='complex')`, 'complex'],
  [`${X}f = np.sum(x, axis=1)`, 'axis 1'],
  [`${A}f = np.sum(A, axis=(0, 0))`, 'twice'],
  [`${A}f = np.reshape(A, 4, order='F')`, 'order'],
  [`${A}f = A.flatten('F')`, 'order'],
  [`${A}f = np.reshape(A, (3, 2))`, '4 entries'],
  [`${A}f = A.reshape(-1, -1)`, '−1'],
  [`${X}f = np.pad(x, 1, mode='edge')`, 'mode'],
  [`${A}f = np.linalg.norm(A, 2)`, 'order 2'],
  [`${A}f = np.linalg.norm(A, 'nuc')`, 'ord'],
  [`${X}f = np.linalg.norm(x, 'fro')`, 'np.linalg.norm'],
  [`${X}f = np.linalg.det(x)`, 'square'],
  [`${A}f = np.concatenate(A, A)`, 'axis'],
  [`${X}f = np.std(x, ddof=3)`, 'ddof'],
  [`${X}f = np.reciprocal(np.array([1, 2]))`, 'np.reciprocal'],
  [`${X}f = np.mean(x, where=x > 0)`, 'where'],
  [`${X}f = np.trapz(x)`, 'np.trapz'],
  [`${X}f = np.linalg.eig(x)`, 'np.linalg.eig'],
  [`${X}f = x.partition(1)`, 'partition'],
  [`${X}f = x[1.0]`, 'whole number'],
  [`${X}f = x[7]`, '7'],
  [`${X}f = x[0, 0]`, 'subscript'],
  [`${X}f = x[x > 5]`, 'nothing'],
  [`${X}f = np.array([1, 2]) ** -1`, 'negative powers'],
  [`${X}f = np.power(2, -1)`, 'negative powers'],
  [`${X}f = np.array([1, 2]) // 0`, 'zero'],
  [`${X}f = (x > 0) - (x > 1)`, 'Truth values'],
  [`${X}f = -(x > 0)`, 'truth values'],
  [`${X}f = ~x`, '~'],
  [`${X}f = x & 1`, '&'],
  [`${X}f = x @ 2.0`, '@'],
  [`${X}f = x + np.array([1.0, 2.0])`, 'vector of 3'],
  [`${X}f = bool(x)`, '3 entries'],
  [`${X}f = float(x)`, 'float'],
  [`${X}f = x.item()`, 'item'],
  [`${X}n = np.array([1, 2])\nn += 0.5\nf = n`, 'whole numbers'],
  [`${X}x += np.ones((2, 3))\nf = x`, 'fit'],
  ['f = np.zeros(0)', 'without entries'],
  ['f = np.array([])', 'empty'],
  ['f = np.array([[1.0, 2.0], [3.0]])', 'different lengths'],
  ['f = np.zeros((2000, 2000))', '1,000,000'],
  ['f = np.arange(0, 1, 0)', 'step'],
  ['f = np.einsum("ij,jk", np.ones(2))', 'einsum'],
  [`${J}f = jnp.sum([1.0, 2.0])`, 'jnp.array'],
  [`${J}x[0] = 1.0\nf = x`, 'x.at'],
  [`${J}f = x[[0, 1]]`, 'jnp.array'],
  [`${J}f = x.at[jnp.array([0, 0])].multiply(2.0)`, 'twice'],
  [`${J}f = jax.nn.softmax(x, where=x > 0)`, 'where'],
  [`${J}f = jax.nn.silu(x, 2)`, 'jax.nn.silu'],
  [`${J}f = jax.lax.while_loop(lambda v: v > 0, lambda v: v, 1.0)`, '10000'],
  ['f = math.exp([1.0, 2.0])', 'np.exp'],
  [`${X}f = math.exp(x)`, 'np.exp'],
  ['f = math.log(0)', 'math.log'],
  ['f = math.sqrt(-1.0)', 'math.sqrt'],
  ['f = math.exp(1000)', 'too large'],
  ['f = math.gamma(5)', 'math.gamma'],
  ['f = math.factorial(30)', 'exact'],
  ['f = 1 / 0', 'zero'],
  ['f = 1.0 // 0', 'zero'],
  ['f = 5 % 0', 'zero'],
  ['f = 0.0 ** -1', '0 has no negative powers'],
  ['f = (-8.0) ** (1 / 3)', 'complex'],
  ['f = 2.0 ** 5000', 'too large'],
  ['f = 2 ** 100', 'exact'],
  ['f = round(2.675, 2)', 'round'],
  ['f = float("two")', 'float'],
  ['f = int("2.5")', 'int'],
  ['f = max(1.0, [2.0])', 'max'],
]

describe('refused by name', () => {
  test.each(refused)('%s', (text, names) => {
    let thrown: unknown
    try {
      runLibrary(text)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(Refusal)
    expect((thrown as Refusal).message).toContain(names)
  })
})
