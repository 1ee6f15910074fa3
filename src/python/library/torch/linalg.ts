import type { LibraryCall } from '../call.ts'
import { rankOf } from '../numbers.ts'
import { axesOf } from '../reduced.ts'
import { defined, type LibraryFunction } from '../table.ts'
import { elementwise } from './elementwise.ts'
import { products } from './products.ts'
import { fractions, norm, normOf, reductions } from './reductions.ts'

/** Of a matrix only the root of the sum of squares; of others it is the norm of vectors. */
function matrixOrVectorNorm(call: LibraryCall) {
  const x = fractions(call)
  const axes = axesOf(call, x, 'dim')
  const isMatrix = axes ? axes.length === 2 : rankOf(x) === 2
  if (!call.has('ord') || !isMatrix) {
    if (call.has('ord') && !axes && rankOf(x) !== 1) call.refuse('torch.linalg.norm with ord is read for vectors.')
    return normOf(call, 'ord')
  }
  return call.refuse(
    'The norm of a matrix by ord is not read here: leave ord out for the root of the sum of squares, or write .abs().sum(…).',
  )
}

const ofMatrix =
  (operation: string, name = 'A') =>
  (call: LibraryCall) =>
    call.apply(operation, [call.array(name)])

/** `torch.linalg` */
export const linalg: readonly LibraryFunction[] = [
  defined('norm', 'input, ord=None, dim=None, keepdim=False, *, dtype=None?', matrixOrVectorNorm),
  defined('vector_norm', 'input, ord=2, dim=None, keepdim=False, *, dtype=None?', (call) => {
    const x = fractions(call)
    return norm(call, x, call.number('ord'), axesOf(call, x, 'dim'), call.truth('keepdim'))
  }),
  defined('det', 'A', ofMatrix('det')),
  defined('inv', 'A', ofMatrix('inv')),
  defined('solve', 'A, B, *, left=True?', (call) => call.apply('solve', [call.array('A'), call.array('B')])),
  ...products.filter(({ names }) => names.includes('matmul')),
]

const named = (functions: readonly LibraryFunction[], ...names: readonly string[]): LibraryFunction[] =>
  functions.filter((one) => names.some((name) => one.names.includes(name)))

/** `torch.special`: functions that `torch` has as well, some under other names. */
export const special: readonly LibraryFunction[] = [
  ...named(elementwise, 'erf', 'erfc', 'exp2', 'expm1', 'log1p', 'sinc', 'digamma', 'xlogy', 'logit'),
  ...named(reductions, 'logsumexp', 'softmax', 'log_softmax'),
  defined('expit', 'input', (call) => call.apply('sigmoid', [call.array('input')])),
  defined('gammaln', 'input', (call) => call.apply('lgamma', [call.array('input')])),
  defined('psi', 'input', (call) => call.apply('digamma', [call.array('input')])),
]
