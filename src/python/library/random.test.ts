import { describe, expect, test } from 'vitest'
import { runLibrary } from '../../../verification/fixtures/libraryRun.ts'
import type { Value } from '../../primitives/value.ts'

const flat = (value: Value): number[] => (typeof value === 'number' ? [value] : value.flatMap(flat))

/** Each with how many numbers it draws, and between what they lie. */
const DRAWN: readonly (readonly [text: string, count: number, low: number, high: number])[] = [
  ['np.random.random(3)', 3, 0, 1],
  ['np.random.random_sample((2, 2))', 4, 0, 1],
  ['np.random.rand(2, 3)', 6, 0, 1],
  ['np.random.randn(2, 3)', 6, -9, 9],
  ['np.random.standard_normal(4)', 4, -9, 9],
  ['np.random.normal(5.0, 0.1, 4)', 4, 4, 6],
  ['np.random.uniform(2.0, 3.0, size=(2, 2))', 4, 2, 3],
  ['np.random.randint(2, 5, size=6)', 6, 2, 4],
  ['np.random.permutation(4)', 4, 0, 3],
  ['np.random.default_rng(0).integers(0, 3, 5)', 5, 0, 2],
  ['np.random.RandomState(1).randn(3)', 3, -9, 9],
  ['random.random()', 1, 0, 1],
  ['random.uniform(2.0, 3.0)', 1, 2, 3],
  ['random.gauss(0.0, 1.0)', 1, -9, 9],
  ['random.normalvariate(0.0, 1.0)', 1, -9, 9],
  ['random.randint(1, 3)', 1, 1, 3],
  ['random.randrange(3)', 1, 0, 2],
  ['random.choice([4.0, 5.0])', 1, 4, 5],
  ['torch.randn(2, 3)', 6, -9, 9],
  ['torch.rand(3)', 3, 0, 1],
  ['torch.randint(2, 5, (6,))', 6, 2, 4],
  ['torch.randperm(4)', 4, 0, 3],
  ['nn.init.xavier_uniform_(torch.empty(2, 3))', 6, -1.1, 1.1],
  ['nn.Linear(4, 2).weight', 8, -0.5, 0.5],
  ['jax.random.normal(jax.random.PRNGKey(0), (3,))', 3, -9, 9],
  ['jax.random.uniform(jax.random.key(0), (3,), minval=1.0, maxval=2.0)', 3, 1, 2],
  ['jax.random.randint(jax.random.PRNGKey(0), (3,), 0, 4)', 3, 0, 3],
]

describe('random numbers', () => {
  test.each(DRAWN)(
    'of %s lie where they must, are the same in each run, and are said to be others',
    (text, count, low, high) => {
      const seeded = `import random\nrandom.seed(1)\nnp.random.seed(1)\ntorch.manual_seed(1)\nf = ${text}`
      const { value, remarks } = runLibrary(seeded)
      const numbers = flat(value)
      expect(numbers).toHaveLength(count)
      for (const x of numbers) expect(x >= low && x <= high).toBe(true)
      expect(runLibrary(seeded).value).toEqual(value)
      expect(remarks.filter((remark) => /^Random numbers .* (others|draws others)/.test(remark))).toHaveLength(1)
    },
  )
})
