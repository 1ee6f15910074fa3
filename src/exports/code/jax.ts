import type { CodeLanguage } from './codeLanguage.ts'
import { floatOf } from './literals.ts'
import { numpyLike, numpyLikeHelpers } from './numpyLike.ts'
import { indexText, nestedFloats, PYTHON_RESERVED, pythonHelper, tupleOf } from './python.ts'
import { ROUGH } from './roughRules.ts'
import { atom, call } from './written.ts'

const common = numpyLike('jnp')

const operations: CodeLanguage['operations'] = {
  ...common,
  relu: call('jax.nn.relu($0)'),
  sigmoid: call('jax.nn.sigmoid($0)'),
  softplus: call('jax.nn.softplus($0)'),
  silu: call('jax.nn.silu($0)'),
  logsigmoid: call('jax.nn.log_sigmoid($0)'),
  xlogy: call('jax.scipy.special.xlogy($0, $1)'),
  erf: call('jax.scipy.special.erf($0)'),
  erfc: call('jax.scipy.special.erfc($0)'),
  lgamma: call('jax.scipy.special.gammaln($0)'),
  digamma: call('digamma($0)'),
  polygamma: call('polygamma($0, $1)'),
  stop_gradient: call('jax.lax.stop_gradient($0)'),
  softmax: ([x], { attributes: { axis = -1 } }) => atom(`jax.nn.softmax(${x.text}, axis=${axis})`),
  logsoftmax: ([x], { attributes: { axis = -1 } }) => atom(`jax.nn.log_softmax(${x.text}, axis=${axis})`),
  logsumexp: (operands, site) => {
    const written = common.logsumexp(operands, site)
    return atom(written.text.replace(/^logsumexp\(/, 'jax.scipy.special.logsumexp('))
  },
  put: ([x, y], { attributes: { index = [] } }) =>
    atom(`${x.text}.at[${indexText(index, 'jnp.array')}].set(${y.text})`),
  scatter: ([x], { shape, attributes: { index = [] } }) =>
    atom(`jnp.zeros(${tupleOf(shape)}).at[${indexText(index, 'jnp.array')}].add(${x.text})`),
}

const helpers: Readonly<Record<string, string>> = {
  ...numpyLikeHelpers('jnp'),
  polygamma: `def polygamma(n, x):
    # JAX takes orders as whole numbers by their type.
    n = jax.lax.stop_gradient(n)
    order = jnp.maximum(jnp.floor(n), 0.0).astype(int)
    return jnp.where((n < 0.0) | (n != jnp.floor(n)), jnp.nan, jax.scipy.special.polygamma(order, x))`,
  digamma: `def digamma(x):
    # At its pole 0 the limit from the right, where JAX has NaN.
    return jnp.where(x == 0.0, -jnp.inf, jax.scipy.special.digamma(x))`,
  maxpool: `def maxpool(x, sizes, strides):
    """Of equal entries the first one counts."""
    all = pooled(x, sizes, strides)
    return jnp.take_along_axis(all, jnp.argmax(all, axis=0)[None], 0)[0]`,
}

/** What a rule is written with, by the mode: reverse mode pulls adjoints back, forward mode pushes tangents on. */
export const JAX_RULES: Readonly<Record<'forward' | 'reverse', string>> = {
  reverse: `def by_rule(value, pulls, *operands):
    """An operation whose rule is written out: what it hands back of its adjoint a, given its value v."""
    f = jax.custom_vjp(value)
    f.defvjp(
        lambda *u: (value(*u), (value(*u), u)),
        lambda kept, a: tuple(pull(a, kept[0], *kept[1]) for pull in pulls),
    )
    return f(*operands)`,
  forward: `def by_rule(value, pushes, *operands):
    """An operation whose rule is written out: what it makes of the tangents t, given its value v."""
    f = jax.custom_jvp(value)

    @f.defjvp
    def rule(u, tangents):
        v = value(*u)
        return v, sum(push(t, v, *u) for push, t in zip(pushes, tangents))

    return f(*operands)`,
}

export const jax: CodeLanguage = {
  name: 'JAX',
  extension: 'py',
  mediaType: 'text/x-python',
  comment: '#',
  number: floatOf,
  array: (shape, entries) => `jnp.array(${nestedFloats(shape, entries)})`,
  lifted: (w) => (w.literal !== undefined ? atom(`jnp.float64(${w.text})`) : w),
  rough: {
    ...ROUGH,
    hypot: {
      where: (x, y) => Math.max(Math.abs(x), Math.abs(y)) > 1e150 || Math.max(Math.abs(x), Math.abs(y)) < 1e-150,
      says: 'The squares of these operands leave the range of doubles in JAX.',
    },
  },
  zerosLike: 'jnp.zeros_like',
  operations,
  helpers,
  helper: pythonHelper,
  reserved: [...PYTHON_RESERVED, ...Object.keys(helpers)],
}
