import { axesGiven, type Shape, sizeOf } from '../../primitives/shape.ts'
import type { Attributes, AxisIndex } from '../../primitives/wiring.ts'
import type { CodeLanguage } from './codeLanguage.ts'
import { floatOf } from './literals.ts'
import { windowsText } from './numpyLike.ts'
import {
  alongText,
  comparison,
  indexText,
  nestedFloats,
  PYTHON_RESERVED,
  padPairs,
  pythonHelper,
  truthOf,
  tupleOf,
} from './python.ts'
import { ROUGH } from './roughRules.ts'
import {
  ATOM,
  atom,
  CannotSay,
  type CodeSite,
  chained,
  filled,
  infix,
  negated,
  PRODUCT,
  power,
  product,
  SUM,
  type WriteOperation,
  type WrittenCode,
  within,
} from './written.ts'

const tensor = (w: WrittenCode): WrittenCode => (w.literal !== undefined ? atom(`torch.tensor(${w.text})`) : w)

/** Functions of the library take tensors alone. */
const ofTensors =
  (write: WriteOperation): WriteOperation =>
  (operands, site) =>
    write(operands.map(tensor), site)

const call = (template: string): WriteOperation => ofTensors((operands) => atom(filled(template, operands)))

const same = (names: string): Record<string, WriteOperation> =>
  Object.fromEntries(names.split(' ').map((name) => [name, call(`torch.${name}($0)`)]))

const fixing = (write: (operands: readonly string[], site: CodeSite) => string): WriteOperation =>
  ofTensors((operands, site) =>
    atom(
      write(
        operands.map(({ text }) => text),
        site,
      ),
    ),
  )

/** `, dim=(0, 1), keepdim=True`; all axes are named where they are kept. */
function along(shape: Shape, attributes: Attributes, isNamed = false): string {
  const all = shape.map((_, axis) => axis)
  const axes = axesGiven(attributes) ?? (attributes.keepdims || isNamed ? all : null)
  if (!axes || shape.length === 0) return isNamed ? ', dim=0' : ''
  return alongText({ axes, keepdims: attributes.keepdims }, 'dim', 'keepdim')
}

const reduced = (template: string, isNamed = false): WriteOperation =>
  ofTensors((operands, { shapes: [shape], attributes }) =>
    atom(filled(template.replace('ALONG', along(shape, attributes, isNamed)), operands)),
  )

/** Of one array it reduces, of several operands it chooses entry by entry. */
const either =
  (one: WriteOperation, several: WriteOperation): WriteOperation =>
  (operands, site) =>
    operands.length === 1 ? one(operands, site) : ofTensors(several)(operands, site)

const scaled =
  (write: WriteOperation): WriteOperation =>
  (operands, site) => ({ ...write(operands, site), rank: PRODUCT })

/** Along one axis after the other, the last one first. */
const productAlong: WriteOperation = ([x], { shapes: [shape], attributes }) => {
  const axes = axesGiven(attributes)
  if (!axes && !attributes.keepdims) return atom(`torch.prod(${tensor(x).text})`)
  const all = (axes ?? shape.map((_, axis) => axis)).map((axis) => (axis + shape.length) % shape.length)
  const keep = attributes.keepdims ? ', keepdim=True' : ''
  return [...all]
    .sort((a, b) => b - a)
    .reduce((w, axis) => atom(`torch.prod(${w.text}, dim=${axis}${keep})`), tensor(x))
}

const placed = (name: string): WriteOperation =>
  scaled(
    ofTensors(([x], { shapes: [shape], attributes }) => {
      if ((axesGiven(attributes)?.length ?? 0) > 1)
        throw new CannotSay('The place of an extreme along several axes at once has no name in PyTorch.')
      const flat = axesGiven(attributes) || !attributes.keepdims
      if (!flat) return atom(`torch.${name}(${x.text}).reshape(${tupleOf(shape.map(() => 1))}) * 1.0`)
      return atom(`torch.${name}(${x.text}${along(shape, attributes).replace(/\((\d+),\)/, '$1')}) * 1.0`)
    }),
  )

/** PyTorch has no steps backwards: what they take is turned round first. */
function subscript(x: WrittenCode, shape: Shape, index: readonly AxisIndex[]): WrittenCode {
  const taken = index.map((part) => {
    if ('mask' in part) return maskRank(part.mask)
    return 'newaxis' in part || 'ellipsis' in part ? 0 : 1
  })
  const rest = shape.length - taken.reduce((a, b) => a + b, 0)
  const turned: number[] = []
  let axis = 0
  const parts = index.map((part, i) => {
    const own = axis
    axis += 'ellipsis' in part ? rest : taken[i]
    if (!('step' in part) || (part.step ?? 1) > 0) return part
    turned.push(own)
    return turnedSlice(part, shape[own])
  })
  const text = within(tensor(x), ATOM)
  const from = turned.length > 0 ? `torch.flip(${tensor(x).text}, ${tupleOf(turned)})` : text
  return atom(`${from}[${indexText(parts, 'torch.tensor')}]`)
}

const maskRank = (mask: unknown): number => (Array.isArray(mask) ? 1 + maskRank(mask[0]) : 0)

/** The same entries counted from the other end. */
function turnedSlice(
  { start, stop, step }: { start: number | null; stop: number | null; step: number | null },
  n: number,
) {
  const by = -(step ?? -1)
  const place = (at: number): number => Math.max(-1, Math.min(n - 1, at < 0 ? at + n : at))
  const first = start === null ? n - 1 : place(start)
  const end = stop === null ? -1 : place(stop)
  return { start: n - 1 - first, stop: n - 1 - end, step: by }
}

const operations: CodeLanguage['operations'] = {
  add: infix('+', SUM),
  sub: infix('-', SUM),
  mul: product((x, y) => `(${x}) & (${y})`),
  div: infix('/', PRODUCT),
  neg: negated,
  pow: power,
  ...same(
    'sqrt square exp exp2 expm1 log log1p log2 log10 sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh',
  ),
  ...same('abs floor ceil trunc sign sinc relu sigmoid erf erfc lgamma digamma'),
  cbrt: call('cbrt($0)'),
  rint: call('torch.round($0)'),
  xlogy: call('torch.xlogy($0, $1)'),
  hypot: call('torch.hypot($0, $1)'),
  // A zero of either sign is the same zero.
  atan2: call('torch.atan2($0 + 0.0, $1 + 0.0)'),
  logaddexp: call('torch.logaddexp($0, $1)'),
  mod: call('torch.remainder($0, $1)'),
  fmod: call('torch.fmod($0, $1)'),
  polygamma: ([n, x], { shapes: [order] }) => {
    if (order.length > 0) throw new CannotSay('polygamma of PyTorch takes one order for all entries.')
    return atom(`polygamma(${n.text}, ${tensor(x).text})`)
  },
  less: comparison('<'),
  less_equal: comparison('<='),
  greater: comparison('>'),
  greater_equal: comparison('>='),
  equal: comparison('=='),
  not_equal: comparison('!='),
  where: ([condition, a, b]) =>
    atom(`torch.where(${truthOf(tensor(condition))}, ${tensor(a).text}, ${tensor(b).text})`),
  clamp: call('torch.minimum(torch.maximum($0, $1), $2)'),
  max: either(reduced('torch.amax($0ALONG)'), chained('torch.maximum($0, $1)')),
  min: either(reduced('torch.amin($0ALONG)'), chained('torch.minimum($0, $1)')),
  logsumexp: either(reduced('torch.logsumexp($0ALONG)', true), chained('torch.logaddexp($0, $1)')),
  sum: reduced('torch.sum($0ALONG)'),
  mean: reduced('torch.mean($0ALONG)'),
  prod: productAlong,
  norm: reduced('torch.linalg.vector_norm($0ALONG)'),
  norm1: reduced('torch.sum(torch.abs($0)ALONG)'),
  norminf: reduced('torch.amax(torch.abs($0)ALONG)'),
  var: reduced('torch.var($0ALONG, unbiased=False)', true),
  std: reduced('torch.std($0ALONG, unbiased=False)', true),
  samplevar: reduced('torch.var($0ALONG, unbiased=True)', true),
  samplestd: reduced('torch.std($0ALONG, unbiased=True)', true),
  argmax: placed('argmax'),
  argmin: placed('argmin'),
  any: reduced('torch.amax(($(0) != 0.0) * 1.0ALONG)'),
  all: reduced('torch.amin(($(0) != 0.0) * 1.0ALONG)'),
  count_nonzero: reduced('torch.sum(($(0) != 0.0) * 1.0ALONG)'),
  stop_gradient: call('$(0).detach()'),
  matmul: infix('@', PRODUCT),
  dot: infix('@', PRODUCT),
  outer: call('torch.outer($0, $1)'),
  concat: ofTensors((operands, { attributes: { axis = 0 } }) =>
    atom(`torch.cat([${operands.map(({ text }) => text).join(', ')}], dim=${axis})`),
  ),
  stack: ofTensors((operands, { attributes: { axis = 0 } }) =>
    atom(`torch.stack([${operands.map(({ text }) => text).join(', ')}]${axis === 0 ? '' : `, dim=${axis}`})`),
  ),
  index: ([x], { shapes: [shape], attributes: { index = [] } }) => subscript(x, shape, index),
  transpose: fixing(([x], { shapes: [shape], attributes: { axes } }) => {
    const order = axes ?? shape.map((_, axis) => axis).reverse()
    return order.length === 0 ? x : `torch.permute(${x}, ${tupleOf(order)})`
  }),
  reshape: fixing(([x], { shape }) => `torch.reshape(${x}, ${tupleOf(shape)})`),
  flatten: fixing(([x]) => `torch.reshape(${x}, (-1,))`),
  broadcast_to: fixing(([x], { shape }) => `torch.broadcast_to(${x}, ${tupleOf(shape)})`),
  conv: fixing(([x, kernel], { attributes: { stride = 1 } }) => `conv(${x}, ${kernel}, ${stride})`),
  softmax: fixing(([x], { attributes: { axis = -1 } }) => `torch.softmax(${x}, dim=${axis})`),
  logsoftmax: fixing(([x], { attributes: { axis = -1 } }) => `torch.log_softmax(${x}, dim=${axis})`),
  det: call('det($0)'),
  cofactors: call('cofactors($0)'),
  logdet: call('torch.logdet($0)'),
  logabsdet: call('torch.linalg.slogdet($0)[1]'),
  inv: call('torch.linalg.inv($0)'),
  solve: ofTensors((operands, { shapes: [, right] }) =>
    atom(filled(right.length === 1 ? 'solve($0, $(1)[:, None])[..., 0]' : 'solve($0, $1)', operands)),
  ),
  cumsum: fixing(([x], { attributes: { axis } }) => cumulated('cumsum', x, axis)),
  cumprod: fixing(([x], { attributes: { axis } }) => cumulated('cumprod', x, axis)),
  diag: fixing(([x], { attributes: { k = 0 } }) => `torch.diag(${x}, ${k})`),
  trace: fixing(([x], { attributes: { k = 0 } }) => `torch.sum(torch.diag(${x}, ${k}))`),
  tril: fixing(([x], { attributes: { k = 0 } }) => `torch.tril(${x}, ${k})`),
  triu: fixing(([x], { attributes: { k = 0 } }) => `torch.triu(${x}, ${k})`),
  pad: fixing(([x], { shapes: [shape], attributes: { widths = 0, value = 0 } }) => {
    const pairs = [...padPairs(shape, widths)].reverse().flat()
    return `torch.nn.functional.pad(${x}, ${tupleOf(pairs)}, value=${floatOf(value)})`
  }),
  put: ([x, y], { shape, attributes: { index = [] } }) =>
    atom(`put(${tensor(x).text}, ${placesIn(shape, index)}, ${tensor(y).text})`),
  scatter: ([x], { shape, attributes: { index = [] } }) =>
    atom(`scatter(${tupleOf(shape)}, ${placesIn(shape, index)}, ${tensor(x).text})`),
  einsum: ofTensors((operands, { attributes: { subscripts = '' } }) =>
    atom(`torch.einsum(${[`'${subscripts.replaceAll(' ', '')}'`, ...operands.map(({ text }) => text)].join(', ')})`),
  ),
  maxpool: fixing(([x], { shapes: [shape], attributes }) => `maxpool(${x}, ${windowsText(shape, attributes)})`),
  avgpool: fixing(([x], { shapes: [shape], attributes }) => `avgpool(${x}, ${windowsText(shape, attributes)})`),
  onehot: ([x], { shapes: [shape], attributes: { n = 1 } }) => ({
    text: `(${within(tensor(x), ATOM)}${shape.length === 0 ? '' : '[..., None]'} == torch.arange(${n})) * 1.0`,
    rank: PRODUCT,
  }),
  pick: call('torch.gather($0, -1, $(1)[..., None].long())[..., 0]'),
}

/** What a subscript takes, as places in the flattened array. */
const placesIn = (shape: Shape, index: readonly AxisIndex[]): string =>
  subscript(atom(`torch.arange(${sizeOf(shape)}).reshape(${tupleOf(shape)})`), shape, index).text

const cumulated = (name: string, x: string, axis: number | undefined): string =>
  axis === undefined ? `torch.${name}(torch.reshape(${x}, (-1,)), dim=0)` : `torch.${name}(${x}, dim=${axis})`

const helpers: Readonly<Record<string, string>> = {
  cbrt: `def cbrt(x):
    return torch.sign(x) * torch.abs(x) ** (1.0 / 3.0)`,
  polygamma: `def polygamma(n, x):
    # Of the order 1 PyTorch gives ten digits only, its zeta function all.
    if n < 0 or n != int(n):
        return x * math.nan
    return torch.special.zeta(2.0, x) if n == 1 else torch.polygamma(int(n), x)`,
  scatter: `def scatter(shape, places, x):
    """Zeros, to which x is added at places of the flattened array: what comes to one place adds up."""
    x = torch.broadcast_to(x, places.shape).reshape(-1)
    return torch.zeros(math.prod(shape)).index_put((places.reshape(-1),), x, accumulate=True).reshape(shape)`,
  solve: `def solve(x, y):
    stack = torch.broadcast_shapes(x.shape[:-2], y.shape[:-2])
    return torch.linalg.solve(x.expand(*stack, *x.shape[-2:]), y.expand(*stack, *y.shape[-2:]))`,
  det: `def det(x):
    """Of small matrices by their first row, so that its derivative is right where they have no inverse."""
    n = x.shape[-1]
    if n > 4:
        return torch.linalg.det(x)
    if n == 1:
        return x[..., 0, 0]
    others = lambda j: [k for k in range(n) if k != j]
    return sum((-1) ** j * x[..., 0, j] * det(x[..., 1:, others(j)]) for j in range(n))`,
  put: `def put(x, places, y):
    """x with y at places of the flattened array; of what comes to one place, the last counts."""
    y = torch.broadcast_to(y, places.shape).reshape(-1)
    last = {int(place): i for i, place in enumerate(places.reshape(-1))}
    at = torch.tensor(list(last), dtype=torch.long)
    return x.reshape(-1).index_put((at,), y[list(last.values())]).reshape(x.shape)`,
  windows: `def windows(start, counts, strides):
    """Of each window the entry that stands so far from its start."""
    return tuple(slice(i, i + s * (n - 1) + 1, s) for i, n, s in zip(start, counts, strides))`,
  conv: `def conv(x, kernel, stride):
    """The kernel is not turned round, as deep learning has it."""
    counts = [(n - m) // stride + 1 for n, m in zip(x.shape, kernel.shape)]
    inside = itertools.product(*map(range, kernel.shape))
    return sum(kernel[k] * x[windows(k, counts, [stride] * x.ndim)] for k in inside)`,
  pooled: `def pooled(x, sizes, strides):
    """The windows along the last axes, one entry of all of them after the other."""
    counts = [(n - m) // s + 1 for n, m, s in zip(x.shape[-len(sizes):], sizes, strides)]
    inside = itertools.product(*map(range, sizes))
    return torch.stack([x[(..., *windows(k, counts, strides))] for k in inside])`,
  avgpool: `def avgpool(x, sizes, strides):
    return torch.mean(pooled(x, sizes, strides), dim=0)`,
  maxpool: `def maxpool(x, sizes, strides):
    """Of equal entries the first one counts."""
    all = pooled(x, sizes, strides)
    return torch.gather(all, 0, torch.argmax(all, dim=0)[None])[0]`,
  cofactors: `def cofactors(x):
    """Of each entry the determinant without its row and column, with the sign of a chess board."""
    n = x.shape[-1]
    others = lambda i: [k for k in range(n) if k != i]
    minor = lambda i, j: x[..., others(i), :][..., others(j)]
    one = lambda m: det(m) if n > 1 else torch.ones(x.shape[:-2])
    rows = [torch.stack([(-1) ** (i + j) * one(minor(i, j)) for j in range(n)], dim=-1) for i in range(n)]
    return torch.stack(rows, dim=-2)`,
}

export const TORCH_RULE = `class ByRule(torch.autograd.Function):
    """An operation whose rule is written out: what it hands back of its adjoint a, given its value v."""

    @staticmethod
    def forward(ctx, value, pulls, *operands):
        v = value(*operands)
        ctx.pulls = pulls
        ctx.save_for_backward(v, *operands)
        return v

    @staticmethod
    def backward(ctx, a):
        v, *operands = ctx.saved_tensors
        return (None, None, *(pull(a, v, *operands) for pull in ctx.pulls))


def by_rule(value, pulls, *operands):
    return ByRule.apply(value, pulls, *operands)`

export const torch: CodeLanguage = {
  name: 'PyTorch',
  extension: 'py',
  mediaType: 'text/x-python',
  comment: '#',
  number: floatOf,
  array: (shape, entries) => `torch.tensor(${nestedFloats(shape, entries)})`,
  lifted: tensor,
  rough: {
    ...ROUGH,
    digamma: { where: () => true, says: 'PyTorch gives the derivative of digamma to ten digits only.' },
  },
  zerosLike: 'torch.zeros_like',
  operations,
  helpers,
  helper: pythonHelper,
  reserved: [...PYTHON_RESERVED, 'itertools', ...Object.keys(helpers)],
}
