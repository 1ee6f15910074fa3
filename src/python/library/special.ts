import { alongAxis, logSumOfExps } from './jax/nn.ts'
import { defined, type LibraryFunction } from './table.ts'

const unary = (names: string, operation: string): LibraryFunction =>
  defined(names, 'x, /, out=None?', (call) => call.apply(operation, [call.array('x')], { dtype: 'float' }))

/** `scipy.special`, which JAX and autograd have under their own names too. */
export const special: readonly LibraryFunction[] = [
  unary('expit', 'sigmoid'),
  unary('logit', 'logit'),
  unary('erf', 'erf'),
  unary('erfc', 'erfc'),
  unary('gammaln loggamma', 'lgamma'),
  unary('digamma psi', 'digamma'),
  unary('expm1', 'expm1'),
  unary('log1p', 'log1p'),
  unary('exp2', 'exp2'),
  unary('cbrt', 'cbrt'),
  unary('log_expit', 'logsigmoid'),
  unary('softplus', 'softplus'),
  defined('polygamma', 'n, x', (call) =>
    call.apply('polygamma', [call.array('n'), call.array('x')], { dtype: 'float' }),
  ),
  defined('xlogy', 'x, y, /, out=None?', (call) =>
    call.apply('xlogy', [call.array('x'), call.array('y')], { dtype: 'float' }),
  ),
  defined('softmax', 'x, axis=None', (call) => alongAxis(call, 'softmax', call.array('x'))),
  defined('log_softmax', 'x, axis=None', (call) => alongAxis(call, 'logsoftmax', call.array('x'))),
  defined('logsumexp', 'a, axis=None, b=None?, keepdims=False, return_sign=False?', logSumOfExps),
]
