import { axesGiven } from '../../primitives/shape.ts'
import { alongText, comparison, indexText, padPairs, truthOf, tupleOf, windowSizes } from './python.ts'
import {
  atom,
  CannotSay,
  call,
  chained,
  filled,
  infix,
  negated,
  POWER,
  PRODUCT,
  power,
  product,
  SUM,
  type WriteOperation,
  within,
} from './written.ts'

/** What NumPy and JAX say alike; `np` is the name of the module. */
export function numpyLike(np: 'np' | 'jnp'): Record<string, WriteOperation> {
  const same = (names: string): [string, WriteOperation][] =>
    names.split(' ').map((name) => [name, call(`${np}.${name}($0)`)])
  const reduced =
    (template: string): WriteOperation =>
    (operands, { attributes }) => {
      const along = alongText(attributes, 'axis', 'keepdims')
      return atom(filled(template.replace('AXIS', along), operands))
    }
  const placed =
    (template: string): WriteOperation =>
    (operands, site) => {
      if ((axesGiven(site.attributes)?.length ?? 0) > 1)
        throw new CannotSay(
          `The place of an extreme along several axes at once has no name in ${np === 'np' ? 'NumPy' : 'JAX'}.`,
        )
      return { ...reduced(template)(operands, site), rank: PRODUCT }
    }
  /** Of one array it reduces, of several operands it chooses entry by entry. */
  const either =
    (one: WriteOperation, several: WriteOperation): WriteOperation =>
    (operands, site) =>
      operands.length === 1 ? one(operands, site) : several(operands, site)
  const fixing =
    (write: (operands: readonly string[], site: Parameters<WriteOperation>[1]) => string): WriteOperation =>
    (operands, site) =>
      atom(
        write(
          operands.map(({ text }) => text),
          site,
        ),
      )

  return {
    add: infix('+', SUM),
    sub: infix('-', SUM),
    mul: product((x, y) => `(${x}) & (${y})`),
    div: infix('/', PRODUCT),
    neg: negated,
    pow: power,
    ...Object.fromEntries(same('sqrt cbrt square exp exp2 expm1 log log1p log2 log10 sin cos tan sinh cosh tanh')),
    ...Object.fromEntries(same('abs floor ceil trunc sign rint sinc')),
    ...{ asin: call(`${np}.arcsin($0)`), acos: call(`${np}.arccos($0)`), atan: call(`${np}.arctan($0)`) },
    ...{ asinh: call(`${np}.arcsinh($0)`), acosh: call(`${np}.arccosh($0)`), atanh: call(`${np}.arctanh($0)`) },
    // A zero of either sign is the same zero.
    atan2: call(`${np}.arctan2($0 + 0.0, $1 + 0.0)`),
    hypot: call(`${np}.hypot($0, $1)`),
    logaddexp: chained(`${np}.logaddexp($0, $1)`),
    mod: call(`${np}.mod($0, $1)`),
    fmod: call(`${np}.fmod($0, $1)`),
    less: comparison('<'),
    less_equal: comparison('<='),
    greater: comparison('>'),
    greater_equal: comparison('>='),
    equal: comparison('=='),
    not_equal: comparison('!='),
    where: ([condition, a, b]) => atom(`${np}.where(${truthOf(condition)}, ${a.text}, ${b.text})`),
    clamp: call(`${np}.minimum(${np}.maximum($0, $1), $2)`),
    max: either(reduced(`${np}.max($0AXIS)`), chained(`${np}.maximum($0, $1)`)),
    min: either(reduced(`${np}.min($0AXIS)`), chained(`${np}.minimum($0, $1)`)),
    logsumexp: either(reduced('logsumexp($0AXIS)'), chained(`${np}.logaddexp($0, $1)`)),
    sum: reduced(`${np}.sum($0AXIS)`),
    mean: reduced(`${np}.mean($0AXIS)`),
    prod: reduced(`${np}.prod($0AXIS)`),
    norm: reduced(`${np}.sqrt(${np}.sum(${np}.square($0)AXIS))`),
    norm1: reduced(`${np}.sum(${np}.abs($0)AXIS)`),
    norminf: reduced(`${np}.max(${np}.abs($0)AXIS)`),
    var: reduced(`${np}.var($0AXIS)`),
    std: reduced(`${np}.std($0AXIS)`),
    samplevar: reduced(`${np}.var($0, ddof=1AXIS)`),
    samplestd: reduced(`${np}.std($0, ddof=1AXIS)`),
    argmax: placed(`${np}.argmax($0AXIS) * 1.0`),
    argmin: placed(`${np}.argmin($0AXIS) * 1.0`),
    any: placedAnywhere(reduced(`${np}.any($(0) != 0.0AXIS) * 1.0`)),
    all: placedAnywhere(reduced(`${np}.all($(0) != 0.0AXIS) * 1.0`)),
    count_nonzero: placedAnywhere(reduced(`${np}.sum($(0) != 0.0AXIS) * 1.0`)),
    matmul: infix('@', PRODUCT),
    dot: infix('@', PRODUCT),
    outer: call(`${np}.outer($0, $1)`),
    concat: (operands, { attributes: { axis = 0 } }) =>
      atom(`${np}.concatenate([${operands.map(({ text }) => text).join(', ')}], axis=${axis})`),
    stack: (operands, { attributes: { axis = 0 } }) =>
      atom(`${np}.stack([${operands.map(({ text }) => text).join(', ')}]${axis === 0 ? '' : `, axis=${axis}`})`),
    index: ([x], { attributes: { index = [] } }) => atom(`${within(x, POWER + 1)}[${indexText(index, `${np}.array`)}]`),
    transpose: fixing(([x], { attributes: { axes } }) => `${np}.transpose(${x}${axes ? `, ${tupleOf(axes)}` : ''})`),
    reshape: fixing(([x], { shape }) => `${np}.reshape(${x}, ${tupleOf(shape)})`),
    flatten: fixing(([x]) => `${np}.reshape(${x}, (-1,))`),
    broadcast_to: fixing(([x], { shape }) => `${np}.broadcast_to(${x}, ${tupleOf(shape)})`),
    conv: fixing(([x, kernel], { attributes: { stride = 1 } }) => `conv(${x}, ${kernel}, ${stride})`),
    softmax: fixing(([x], { attributes: { axis = -1 } }) => `softmax(${x}, ${axis})`),
    logsoftmax: fixing(([x], { attributes: { axis = -1 } }) => `logsoftmax(${x}, ${axis})`),
    det: call(`${np}.linalg.det($0)`),
    cofactors: call('cofactors($0)'),
    logdet: call('logdet($0)'),
    logabsdet: call(`${np}.linalg.slogdet($0)[1]`),
    inv: call(`${np}.linalg.inv($0)`),
    solve: (operands, { shapes: [, right] }) =>
      atom(filled(`${np}.linalg.solve($0, ${right.length === 1 ? '$(1)[:, None])[..., 0]' : '$1)'}`, operands)),
    cumsum: fixing(
      ([x], { attributes: { axis } }) => `${np}.cumsum(${x}${axis === undefined ? '' : `, axis=${axis}`})`,
    ),
    cumprod: fixing(
      ([x], { attributes: { axis } }) => `${np}.cumprod(${x}${axis === undefined ? '' : `, axis=${axis}`})`,
    ),
    diag: fixing(([x], { attributes: { k = 0 } }) => `${np}.diag(${x}, k=${k})`),
    trace: fixing(([x], { attributes: { k = 0 } }) => `${np}.trace(${x}, offset=${k})`),
    tril: fixing(([x], { attributes: { k = 0 } }) => `${np}.tril(${x}, k=${k})`),
    triu: fixing(([x], { attributes: { k = 0 } }) => `${np}.triu(${x}, k=${k})`),
    pad: fixing(([x], { shapes: [shape], attributes: { widths = 0, value = 0 } }) => {
      const pairs = padPairs(shape, widths).map((pair) => tupleOf(pair))
      return `${np}.pad(${x}, ${tupleOf(pairs)}, constant_values=${value})`
    }),
    einsum: fixing(
      (operands, { attributes: { subscripts = '' } }) =>
        `${np}.einsum(${[`'${subscripts.replaceAll(' ', '')}'`, ...operands].join(', ')})`,
    ),
    maxpool: fixing(([x], { shapes: [shape], attributes }) => `maxpool(${x}, ${windowsText(shape, attributes)})`),
    avgpool: fixing(([x], { shapes: [shape], attributes }) => `avgpool(${x}, ${windowsText(shape, attributes)})`),
    onehot: (operands, { shapes: [shape], attributes: { n = 1 } }) => ({
      text: `(${filled(shape.length === 0 ? '$(0)' : '$(0)[..., None]', operands)} == ${np}.arange(${n})) * 1.0`,
      rank: PRODUCT,
    }),
    pick: fixing(([x, k]) => `pick(${x}, ${k})`),
  }
}

/** What ends in `* 1.0`. */
const placedAnywhere =
  (write: WriteOperation): WriteOperation =>
  (operands, site) => ({ ...write(operands, site), rank: PRODUCT })

/** `(2, 2), (2, 2)`: lengths of the windows, and how far they stand apart. */
export function windowsText(...[shape, attributes]: Parameters<typeof windowSizes>): string {
  const sizes = windowSizes(shape, attributes)
  return `${tupleOf(sizes)}, ${tupleOf(sizes.map((length) => attributes.stride ?? length))}`
}

/** Functions that both need; `np` is the name of the module. */
export const numpyLikeHelpers = (np: 'np' | 'jnp'): Record<string, string> => ({
  windows: `def windows(start, counts, strides):
    """Of each window the entry that stands so far from its start."""
    return tuple(slice(i, i + s * (n - 1) + 1, s) for i, n, s in zip(start, counts, strides))`,
  conv: `def conv(x, kernel, stride):
    """The kernel is not turned round, as deep learning has it."""
    counts = [(n - m) // stride + 1 for n, m in zip(x.shape, kernel.shape)]
    return sum(kernel[k] * x[windows(k, counts, [stride] * x.ndim)] for k in np.ndindex(kernel.shape))`,
  pooled: `def pooled(x, sizes, strides):
    """The windows along the last axes, one entry of all of them after the other."""
    counts = [(n - m) // s + 1 for n, m, s in zip(x.shape[-len(sizes):], sizes, strides)]
    return ${np}.stack([x[(..., *windows(k, counts, strides))] for k in np.ndindex(*sizes)])`,
  avgpool: `def avgpool(x, sizes, strides):
    return ${np}.mean(pooled(x, sizes, strides), axis=0)`,
  softmax: `def softmax(x, axis):
    e = ${np}.exp(x - ${np}.max(x, axis=axis, keepdims=True))
    return e / ${np}.sum(e, axis=axis, keepdims=True)`,
  logsoftmax: `def logsoftmax(x, axis):
    x = x - ${np}.max(x, axis=axis, keepdims=True)
    return x - ${np}.log(${np}.sum(${np}.exp(x), axis=axis, keepdims=True))`,
  cofactors: `def cofactors(x):
    """Of each entry the determinant without its row and column, with the sign of a chess board."""
    n = x.shape[-1]
    minor = lambda i, j: ${np}.delete(${np}.delete(x, i, -2), j, -1)
    det = lambda m: ${np}.linalg.det(m) if n > 1 else ${np}.ones(x.shape[:-2])
    rows = [${np}.stack([(-1) ** (i + j) * det(minor(i, j)) for j in range(n)], axis=-1) for i in range(n)]
    return ${np}.stack(rows, axis=-2)`,
  logdet: `def logdet(x):
    sign, size = ${np}.linalg.slogdet(x)
    return ${np}.where(sign >= 0.0, size, math.nan)`,
  pick: `def pick(x, k):
    """Of each row the entry whose place is in k."""
    return ${np}.take_along_axis(x, ${np}.asarray(k)[..., None].astype(int), -1)[..., 0]`,
})
