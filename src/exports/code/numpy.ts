import type { CodeLanguage } from './codeLanguage.ts'
import { floatOf } from './literals.ts'
import { numpyLike, numpyLikeHelpers } from './numpyLike.ts'
import { indexTuple, nestedFloats, PYTHON_RESERVED, pythonHelper, tupleOf } from './python.ts'
import { atom, call } from './written.ts'

const operations: CodeLanguage['operations'] = {
  ...numpyLike('np'),
  heaviside: call('np.heaviside($0, $1)'),
  erf: call('erf($0)'),
  erfc: call('erfc($0)'),
  lgamma: call('lgamma($0)'),
  digamma: call('digamma($0)'),
  polygamma: call('polygamma($0, $1)'),
  inv: call('inverse($0)'),
  stop_gradient: call('$0'),
  put: ([x, y], { attributes: { index = [] } }) => atom(`put(${x.text}, ${indexTuple(index, 'np.array')}, ${y.text})`),
  scatter: ([x], { shape, attributes: { index = [] } }) =>
    atom(`added_at(${tupleOf(shape)}, ${indexTuple(index, 'np.array')}, ${x.text})`),
}

const helpers: Readonly<Record<string, string>> = {
  ...numpyLikeHelpers('np'),
  logsumexp: `def logsumexp(x, axis=None, keepdims=False):
    most = np.max(x, axis=axis, keepdims=True)
    most = np.where(np.isfinite(most), most, 0.0)
    sums = most + np.log(np.sum(np.exp(x - most), axis=axis, keepdims=True))
    return sums if keepdims else np.squeeze(sums, axis=axis)`,
  maxpool: `def maxpool(x, sizes, strides):
    return np.max(pooled(x, sizes, strides), axis=0)`,
  maxpool_adjoint: `def maxpool_adjoint(a, x, sizes, strides):
    """The first of the largest entries of each window gets all."""
    place = np.argmax(pooled(x, sizes, strides), axis=0)
    x_bar = np.zeros(x.shape)
    for i, k in enumerate(np.ndindex(*sizes)):
        x_bar[(..., *windows(k, a.shape[-len(sizes):], strides))] += np.where(place == i, a, 0.0)
    return x_bar`,
  avgpool_adjoint: `def avgpool_adjoint(a, shape, sizes, strides):
    x_bar = np.zeros(shape)
    for k in np.ndindex(*sizes):
        x_bar[(..., *windows(k, a.shape[-len(sizes):], strides))] += a / math.prod(sizes)
    return x_bar`,
  conv_adjoint: `def conv_adjoint(a, kernel, shape, stride):
    """Each entry of a times the kernel, added up where its window lies."""
    x_bar = np.zeros(shape)
    for k in np.ndindex(kernel.shape):
        x_bar[windows(k, a.shape, [stride] * a.ndim)] += kernel[k] * a
    return x_bar`,
  kernel_adjoint: `def kernel_adjoint(a, x, shape, stride):
    """Each window of x times its entry of a, added up."""
    kernel_bar = np.zeros(shape)
    for k in np.ndindex(*shape):
        kernel_bar[k] = np.sum(a * x[windows(k, a.shape, [stride] * a.ndim)])
    return kernel_bar`,
  einsum_adjoint: `def einsum_adjoint(a, result, letters, shape, others):
    """The entries of a times those that were multiplied, summed; a letter that comes twice is a diagonal."""
    x_bar = np.zeros(shape)
    once = "".join(dict.fromkeys(letters))
    ones = [(c, np.ones(n)) for c, n in dict(zip(letters, shape)).items()]
    factors = [(result, a), *others, *ones]
    text = ",".join(c for c, _ in factors) + "->" + once
    total = np.einsum(text, *[x for _, x in factors])
    if not letters:
        return total
    np.einsum(letters + "->" + once, x_bar)[...] = total
    return x_bar`,
  on_diagonal: `def on_diagonal(a, shape, k):
    x_bar = np.zeros(shape)
    i = np.arange(max(0, -k), min(shape[0], shape[1] - k))
    x_bar[i, i + k] = a
    return x_bar`,
  cumprod_adjoint: `def cumprod_adjoint(a, x, axis=None):
    """Of each entry what the others make of it, without dividing by it, since it may be 0."""
    shape = x.shape
    a, x = (u.reshape(-1) if axis is None else np.moveaxis(u, axis, 0) for u in (a, x))
    x_bar = np.zeros(x.shape)
    for j in range(len(x)):
        others = x.copy()
        others[j] = 1.0
        x_bar[j] = np.sum(a[j:] * np.cumprod(others, axis=0)[j:], axis=0)
    return x_bar.reshape(shape) if axis is None else np.moveaxis(x_bar, 0, axis)`,
  products_of_others: `def products_of_others(x, axes):
    """Of each entry the product of the others along the axes."""
    moved = np.moveaxis(x, axes, range(-len(axes), 0))
    flat = moved.reshape(*moved.shape[:moved.ndim - len(axes)], -1)
    ones = np.ones_like(flat[..., :1])
    before = np.cumprod(np.concatenate([ones, flat[..., :-1]], axis=-1), axis=-1)
    after = np.cumprod(np.concatenate([ones, flat[..., :0:-1]], axis=-1), axis=-1)[..., ::-1]
    return np.moveaxis((before * after).reshape(moved.shape), range(-len(axes), 0), axes)`,
  added_at: `def added_at(shape, index, a):
    """Zeros, to which a is added at the places: what comes to one place adds up."""
    x_bar = np.zeros(shape)
    np.add.at(x_bar, index, a)
    return x_bar`,
  put: `def put(x, index, y):
    x = x.copy()
    x[index] = y
    return x`,
  put_adjoint: `def put_adjoint(a, index, shape):
    """The entries of a at the places; of what came to one place, the last gets all."""
    turn = np.arange(a[index].size).reshape(a[index].shape)
    last = put(np.full(a.shape, -1), index, turn)[index]
    return sum_to(np.where(last == turn, a[index], 0.0), shape)`,
  sum_to: `def sum_to(a, shape):
    """Summed over the axes along which the shape was stretched."""
    a = np.sum(a, axis=tuple(range(a.ndim - len(shape))))
    return np.sum(a, axis=tuple(i for i, n in enumerate(shape) if n == 1), keepdims=True).reshape(shape)`,
  inverse: `def inverse(x):
    try:
        return np.linalg.inv(x)
    except np.linalg.LinAlgError:
        return np.full(x.shape, math.nan)`,
  erf: `def erf(x):
    return np.vectorize(math.erf, otypes=[float])(x)[()]`,
  erfc: `def erfc(x):
    return np.vectorize(math.erfc, otypes=[float])(x)[()]`,
  lgamma: `def lgamma(x):
    def one(x):
        return math.inf if x <= 0 and x == math.floor(x) else math.lgamma(x)
    return np.vectorize(one, otypes=[float])(x)[()]`,
  zeta: `def zeta(s, a):
    """The sum of (a + k)**-s for k = 0, 1, ..., for whole s > 1 and positive a, by Euler and Maclaurin."""
    bernoulli = [1/6, -1/30, 1/42, -1/30, 5/66, -691/2730, 7/6, -3617/510, 43867/798, -174611/330]
    total = 0.0
    while a < 10 + s:
        total += a ** -s
        a += 1
    total += a ** (1 - s) / (s - 1) + a ** -s / 2
    factor = a ** -s / a * s / 2
    for j, b in enumerate(bernoulli):
        total += b * factor
        factor *= (s + 2*j + 1) * (s + 2*j + 2) / ((2*j + 3) * (2*j + 4)) / (a * a)
    return total`,
  digamma: `def digamma(x):
    """By recurrence to where its asymptotic series has all digits; by reflection for negative x."""
    def one(x):
        if x <= 0 and x == math.floor(x):
            return -math.inf if x == 0 else math.nan
        if x < 0:
            return one(1 - x) - math.pi / math.tan(math.pi * (x - round(x)))
        if not math.isfinite(x):
            return x
        total = 0.0
        while x < 12:
            total -= 1 / x
            x += 1
        s = 1 / (x * x)
        series = s * (1/12 - s * (1/120 - s * (1/252 - s * (1/240 - s * (1/132 - s * (691/32760 - s / 12))))))
        return total + math.log(x) - 0.5 / x - series
    return np.vectorize(one, otypes=[float])(x)[()]`,
  polygamma: `def polygamma(n, x):
    """The derivative of the order n of digamma."""
    def one(n, x):
        if n < 0 or n != math.floor(n) or math.isnan(x):
            return math.nan
        if n == 0:
            return float(digamma(x))
        if x > 0:
            total = zeta(n + 1, x)
        elif x == math.floor(x):
            total = math.inf if x == 0 or n % 2 == 1 else math.nan
        else:
            below = math.ceil(x) - x
            sign = 1 if n % 2 == 1 else -1
            total = zeta(n + 1, 1 - below) + sign * (zeta(n + 1, below) - zeta(n + 1, 1 - x))
        return (1 if n % 2 == 1 else -1) * math.factorial(int(n)) * total
    return np.vectorize(one, otypes=[float])(n, x)[()]`,
}

export const numpy: CodeLanguage = {
  name: 'NumPy',
  extension: 'py',
  mediaType: 'text/x-python',
  comment: '#',
  number: floatOf,
  array: (shape, entries) => `np.array(${nestedFloats(shape, entries)})`,
  lifted: (w) => (w.literal !== undefined ? atom(`np.float64(${w.text})`) : w),
  zerosLike: 'np.zeros_like',
  operations,
  helpers,
  helper: pythonHelper,
  reserved: [...PYTHON_RESERVED, ...Object.keys(helpers)],
}
