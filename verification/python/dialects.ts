import { broadcast, type Shape, sizeOf } from '../../src/primitives/shape.ts'

export const DIALECTS = ['math', 'numpy', 'torch', 'jax'] as const
export type Dialect = (typeof DIALECTS)[number]

/** The expressions that a node reads, in brackets where they need them, and a number that belongs to it. */
type Written = (a: string, b: string, k: string) => string

/** An operation between nodes of a graph: as a formula, and as each library has it, in one spelling or several. */
export interface GraphOperation {
  readonly operands: 1 | 2
  readonly own: Written
  readonly python: Partial<Record<Dialect, readonly Written[]>>
  /** The shape of what it gives; null where the operands do not fit. */
  readonly shape: (a: Shape, b: Shape) => Shape | null
  /** The most that it can be, in magnitude, of operands that can be so much. */
  readonly bound: (a: number, b: number) => number
  readonly readsNumber?: true
}

const PREFIX = { math: 'math', numpy: 'np', torch: 'torch', jax: 'jnp' } as const

const same = (shape: Shape): Shape => shape
const shapeOfBoth = (a: Shape, b: Shape): Shape | null => broadcast([a, b])

/** What every language writes alike. */
const infix = (write: Written, bound: GraphOperation['bound'], operands: 1 | 2 = 2): GraphOperation => ({
  operands,
  own: (a, b, k) => write(a, b, k).replaceAll('**', '^'),
  python: Object.fromEntries(DIALECTS.map((dialect) => [dialect, [write]])),
  shape: operands === 2 ? shapeOfBoth : same,
  bound,
  ...(write('', '', 'k').includes('k') ? { readsNumber: true } : {}),
})

/** A function of numbers, by its name as a formula, in `math` and PyTorch, and in NumPy. */
function elementwise(own: string, bound: GraphOperation['bound'], torch = own, numpy = torch): GraphOperation {
  const python: GraphOperation['python'] = {
    math: [(a) => `math.${torch}(${a})`],
    numpy: [(a) => `np.${numpy}(${a})`],
    torch: [(a) => `torch.${torch}(${a})`, (a) => `${a}.${torch}()`],
    jax: [(a) => `jnp.${numpy}(${a})`],
  }
  return { operands: 1, own: (a) => `${own}(${a})`, python, shape: same, bound }
}

/** Functions that keep the shape of an operand: rounds of a loop can be made of them. */
export const ELEMENTWISE: readonly GraphOperation[] = [
  elementwise('sin', () => 1),
  elementwise('cos', () => 1),
  elementwise('tanh', () => 1),
  elementwise('atan', () => 1.6, 'atan', 'arctan'),
  elementwise('exp', (a) => (a > 3 ? Number.POSITIVE_INFINITY : Math.exp(a))),
  infix(
    (a, b) => `${a} + ${b}`,
    (a, b) => a + b,
  ),
  infix(
    (a, b) => `${a} - ${b}`,
    (a, b) => a + b,
  ),
  infix(
    (a, b) => `${a} * ${b}`,
    (a, b) => a * b,
  ),
  infix(
    (a, b, k) => `${a} / (${k} + ${b} ** 2)`,
    (a) => a * 10,
  ),
  infix(
    (a, _, k) => `${k} * ${a}`,
    (a) => a,
    1,
  ),
  infix(
    (a, _, k) => `${a} - ${k}`,
    (a) => a + 1,
    1,
  ),
  infix(
    (a) => `${a} ** 3`,
    (a) => a ** 3,
    1,
  ),
  infix(
    (a) => `-${a}`,
    (a) => a,
    1,
  ),
  {
    operands: 1,
    own: (a, _, k) => `sqrt(${a}^2 + ${k})`,
    python: {
      math: [(a, _, k) => `math.sqrt(${a} ** 2 + ${k})`, (a, _, k) => `(${a} * ${a} + ${k}) ** 0.5`],
      numpy: [(a, _, k) => `np.sqrt(np.square(${a}) + ${k})`, (a, _, k) => `np.sqrt(${a} ** 2 + ${k})`],
      torch: [(a, _, k) => `torch.sqrt(${a}.pow(2) + ${k})`, (a, _, k) => `(${a} ** 2).add(${k}).sqrt()`],
      jax: [(a, _, k) => `jnp.sqrt(jnp.square(${a}) + ${k})`, (a, _, k) => `jnp.power(${a} ** 2 + ${k}, 0.5)`],
    },
    shape: same,
    bound: (a) => a + 1,
    readsNumber: true,
  },
  {
    operands: 1,
    own: (a) => `log1p(${a}^2)`,
    python: {
      math: [(a) => `math.log1p(${a} ** 2)`, (a) => `math.log1p(pow(${a}, 2))`],
      numpy: [(a) => `np.log1p(${a} ** 2)`, (a) => `np.log1p(np.power(${a}, 2))`],
      torch: [(a) => `torch.log1p(${a} ** 2)`, (a) => `${a}.square().log1p()`],
      jax: [(a) => `jnp.log1p(${a} ** 2)`],
    },
    shape: same,
    bound: (a) => a,
  },
  {
    operands: 1,
    own: (a) => `sigmoid(${a})`,
    python: {
      math: [(a) => `1 / (1 + math.exp(-${a}))`],
      numpy: [(a) => `1 / (1 + np.exp(-${a}))`, (a) => `(lambda t: 1. / (1. + np.exp(-t)))(${a})`],
      torch: [(a) => `torch.sigmoid(${a})`, (a) => `${a}.sigmoid()`],
      jax: [(a) => `jax.nn.sigmoid(${a})`],
    },
    shape: same,
    bound: () => 1,
  },
  {
    operands: 2,
    own: (a, b) => `max(${a}, ${b})`,
    python: {
      math: [(a, b) => `max(${a}, ${b})`],
      numpy: [(a, b) => `np.maximum(${a}, ${b})`],
      torch: [(a, b) => `torch.maximum(${a}, ${b})`, (a, b) => `torch.max(${a}, ${b})`],
      jax: [(a, b) => `jnp.maximum(${a}, ${b})`],
    },
    shape: shapeOfBoth,
    bound: Math.max,
  },
]

type OfLibrary = (a: string, library: string, b: string) => string

/** An operation of arrays as a formula, in NumPy and JAX, and in PyTorch where that has other words. */
function ofArrays(
  own: Written,
  shape: GraphOperation['shape'],
  numpy: readonly OfLibrary[],
  {
    torch = numpy,
    bound = (a) => a,
    operands = 1,
  }: Partial<{
    torch: readonly OfLibrary[]
    bound: GraphOperation['bound']
    operands: 1 | 2
  }> = {},
): GraphOperation {
  const inDialect = (dialect: Dialect, spellings: readonly OfLibrary[]) =>
    spellings.map(
      (write): Written =>
        (a, b) =>
          write(a, PREFIX[dialect], b),
    )
  const python = { numpy: inDialect('numpy', numpy), torch: inDialect('torch', torch), jax: inDialect('jax', numpy) }
  return { operands, own, python, shape, bound }
}

const rankAtLeast =
  (rank: number, shape: (a: Shape) => Shape) =>
  (a: Shape): Shape | null =>
    a.length >= rank ? shape(a) : null

const without = (a: Shape, axis: number): Shape => a.filter((_, k) => k !== axis)
const ofOne = (a: Shape, axis: number): Shape => a.map((length, k) => (k === axis ? 1 : length))
const times = (count: number) => (a: number) => a * count
/** No axis of the arrays here is longer. */
const LONGEST = 4

function matmulShape(a: Shape, b: Shape): Shape | null {
  if (a.length === 0 || b.length === 0 || a.length > 2 || b.length > 2) return null
  if (a[a.length - 1] !== b[0]) return null
  return [...a.slice(0, -1), ...b.slice(1)]
}

/** What changes shapes. */
export const OF_ARRAYS: readonly GraphOperation[] = [
  ofArrays(
    (a, b) => `${a} @ ${b}`,
    matmulShape,
    [(a, _, b) => `${a} @ ${b}`, (a, lib, b) => `${lib}.matmul(${a}, ${b})`],
    {
      bound: (a, b) => a * b * LONGEST,
      operands: 2,
    },
  ),
  ofArrays(
    (a, b) => `${a} @ ${b}`,
    matmulShape,
    [(a, lib, b) => `${lib}.dot(${a}, ${b})`, (a, _, b) => `${a}.dot(${b})`],
    {
      torch: [(a, _, b) => `${a}.matmul(${b})`],
      bound: (a, b) => a * b * LONGEST,
      operands: 2,
    },
  ),
  ofArrays(
    (a) => `sum(${a})`,
    rankAtLeast(1, () => []),
    [(a, lib) => `${lib}.sum(${a})`, (a) => `${a}.sum()`],
    {
      bound: times(LONGEST ** 2),
    },
  ),
  ofArrays(
    (a) => `sum(${a}, axis=0)`,
    rankAtLeast(2, (a) => without(a, 0)),
    [(a, lib) => `${lib}.sum(${a}, axis=0)`, (a) => `${a}.sum(0)`],
    { torch: [(a) => `${a}.sum(dim=0)`, (a, lib) => `${lib}.sum(${a}, 0)`], bound: times(LONGEST) },
  ),
  ofArrays(
    (a) => `sum(${a}, axis=1, keepdims=True)`,
    rankAtLeast(2, (a) => ofOne(a, 1)),
    [(a, lib) => `${lib}.sum(${a}, axis=1, keepdims=True)`, (a) => `${a}.sum(axis=1, keepdims=True)`],
    {
      torch: [(a) => `${a}.sum(1, keepdim=True)`, (a, lib) => `${lib}.sum(${a}, dim=1, keepdim=True)`],
      bound: times(LONGEST),
    },
  ),
  ofArrays(
    (a) => `mean(${a}, axis=-1)`,
    rankAtLeast(1, (a) => a.slice(0, -1)),
    [(a, lib) => `${lib}.mean(${a}, axis=-1)`, (a) => `${a}.mean(-1)`],
    { torch: [(a) => `${a}.mean(-1)`, (a, lib) => `${lib}.mean(${a}, dim=-1)`] },
  ),
  ofArrays(
    (a) => `max(${a})`,
    rankAtLeast(1, () => []),
    [(a, lib) => `${lib}.max(${a})`, (a) => `${a}.max()`],
  ),
  ofArrays(
    (a) => `${a}[0]`,
    rankAtLeast(1, (a) => a.slice(1)),
    [(a) => `${a}[0]`],
  ),
  ofArrays(
    (a) => `${a}[-1]`,
    rankAtLeast(1, (a) => a.slice(1)),
    [(a) => `${a}[-1]`, (a) => `${a}[len(${a}) - 1]`],
  ),
  ofArrays(
    (a) => `${a}[:, 0]`,
    rankAtLeast(2, (a) => [a[0], ...a.slice(2)]),
    [(a) => `${a}[:, 0]`],
  ),
  ofArrays(
    (a) => `${a}[1:]`,
    (a) => (a.length > 0 && a[0] > 1 ? [a[0] - 1, ...a.slice(1)] : null),
    [(a) => `${a}[1:]`, (a) => `${a}[1:${a}.shape[0]]`],
  ),
  ofArrays((a) => `${a}[::-1]`, rankAtLeast(1, same), [(a) => `${a}[::-1]`, (a, lib) => `${lib}.flip(${a}, 0)`], {
    torch: [(a, lib) => `${lib}.flip(${a}, (0,))`, (a) => `${a}.flip(0)`],
  }),
  ofArrays(
    (a) => `${a}[:, newaxis]`,
    (a) => (a.length === 1 ? [a[0], 1] : null),
    [(a) => `${a}[:, None]`, (a, lib) => `${lib}.expand_dims(${a}, 1)`, (a) => `${a}.reshape(-1, 1)`],
    { torch: [(a) => `${a}[:, None]`, (a) => `${a}.unsqueeze(1)`] },
  ),
  ofArrays(
    (a) => `${a}.T`,
    (a) => (a.length === 2 ? [a[1], a[0]] : null),
    [(a) => `${a}.T`, (a, lib) => `${lib}.transpose(${a})`],
    { torch: [(a) => `${a}.T`, (a, lib) => `${lib}.transpose(${a}, 0, 1)`, (a) => `${a}.t()`] },
  ),
  ofArrays(
    (a) => `flatten(${a})`,
    rankAtLeast(2, (a) => [sizeOf(a)]),
    [(a) => `${a}.reshape(-1)`, (a, lib) => `${lib}.ravel(${a})`],
    { torch: [(a) => `${a}.reshape(-1)`, (a) => `${a}.flatten()`] },
  ),
  ofArrays(
    (a, b) => `stack(${a}, ${b})`,
    (a, b) => (a.length === 1 && a.join() === b.join() ? [2, ...a] : null),
    [(a, lib, b) => `${lib}.stack([${a}, ${b}])`],
    { bound: Math.max, operands: 2 },
  ),
  ofArrays(
    (a, b) => `concat(${a}, ${b})`,
    (a, b) => (a.length === 1 && b.length === 1 && a[0] + b[0] <= LONGEST ? [a[0] + b[0]] : null),
    [(a, lib, b) => `${lib}.concatenate([${a}, ${b}])`],
    { torch: [(a, lib, b) => `${lib}.cat((${a}, ${b}))`], bound: Math.max, operands: 2 },
  ),
  ofArrays(
    (a) => `softmax(${a})`,
    rankAtLeast(1, same),
    [(a, lib) => `${lib}.exp(${a}) / ${lib}.sum(${lib}.exp(${a}), axis=-1, keepdims=True)`],
    { torch: [(a, lib) => `${lib}.softmax(${a}, dim=-1)`, (a) => `${a}.softmax(-1)`], bound: () => 1 },
  ),
]
