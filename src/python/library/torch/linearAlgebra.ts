import type { LibraryCall } from '../call.ts'
import { rankOf } from '../numbers.ts'
import { defined, type LibraryFunction } from '../table.ts'

const ofMatrix = (operation: string) => (call: LibraryCall) => call.apply(operation, [call.array('input')])

/** The part of a matrix above or below a diagonal. */
const triangle = (operation: 'tril' | 'triu') => (call: LibraryCall) => {
  const x = call.array('input')
  return call.apply(operation, [x], { attributes: { k: call.whole('diagonal') }, dtype: x.dtype })
}

/** `diag(x)`: of a matrix its diagonal, of a vector a matrix. */
const diagonal = (call: LibraryCall) => {
  const x = call.array('input')
  if (rankOf(x) !== 1 && rankOf(x) !== 2) call.refuse('diag takes a vector or a matrix.')
  return call.apply('diag', [x], { attributes: { k: call.whole('diagonal') }, dtype: x.dtype })
}

/** Functions of matrices; methods of tensors too. */
export const linearAlgebra: readonly LibraryFunction[] = [
  defined('trace', 'input', (call) => call.apply('trace', [call.array('input')], { dtype: call.array('input').dtype })),
  defined('diag', 'input, diagonal=0', diagonal),
  defined('tril', 'input, diagonal=0', triangle('tril')),
  defined('triu', 'input, diagonal=0', triangle('triu')),
  defined('det', 'input', ofMatrix('det')),
  defined('logdet', 'input', ofMatrix('logdet')),
  defined('inverse', 'input', ofMatrix('inv')),
]
