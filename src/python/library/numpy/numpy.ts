import type { Span } from '../../../language/syntax.ts'
import type { Running } from '../../run/running.ts'
import type { Library } from '../../values/numbered.ts'
import { Namespace, NONE, type PyValue } from '../../values/values.ts'
import { kindsNamed } from '../dtypes.ts'
import { numberOf } from '../numbers.ts'
import { roundedEntries } from '../rounding.ts'
import { callables, defined, type LibraryFunction } from '../table.ts'
import { choosing, comparing } from './choosing.ts'
import { creation } from './creation.ts'
import { einsums } from './einsum.ts'
import { elementwise } from './elementwise.ts'
import { joining } from './joining.ts'
import { linearAlgebra, matrices } from './matrices.ts'
import { ordering } from './order.ts'
import { products } from './products.ts'
import { reductions } from './reductions.ts'
import { shapes } from './shapes.ts'

const NOWHERE: Span = { from: 0, to: 0 }

const KINDS = [
  'float',
  'int',
  'bool',
  'float64',
  'double',
  'float32',
  'single',
  'float16',
  'half',
  'int64',
  'int32',
  'intp',
  'int_',
  'bool_',
]

/** Functions that NumPy and JAX have under the same names. */
const COMMON: readonly LibraryFunction[] = [
  ...elementwise,
  ...choosing,
  ...comparing,
  ...reductions,
  ...ordering,
  ...products,
  ...einsums,
  ...matrices,
  ...shapes,
  ...joining,
  ...creation,
  defined(
    'set_printoptions',
    '*, precision=None, suppress=None, threshold=None, linewidth=None, edgeitems=None',
    () => NONE,
  ),
  defined('round around round_', 'a, decimals=0, out=None?', (call) =>
    roundedEntries(call, call.array('a'), call.whole('decimals')),
  ),
]

/** Names of `numpy`, or of what computes as it does: `own` are the functions that differ, `prefix` names it in messages. */
export function numpyMembers(
  running: Running,
  library: Library,
  prefix: string,
  own: readonly LibraryFunction[],
): Map<string, PyValue> {
  const members = callables(running, library, prefix, [...COMMON, ...own])
  const linalg = callables(running, library, `${prefix}.linalg`, linearAlgebra)
  // Inf and NaN are names of NumPy before its version 2.
  const constants = {
    pi: Math.PI,
    e: Math.E,
    inf: Number.POSITIVE_INFINITY,
    nan: Number.NaN,
    Inf: Number.POSITIVE_INFINITY,
    NaN: Number.NaN,
    euler_gamma: 0.5772156649015329,
  }
  return new Map([
    ...members,
    ...kindsNamed(library === 'jax' ? [...KINDS, 'bfloat16'] : KINDS),
    ...Object.entries(constants).map(([name, x]): [string, PyValue] => [name, numberOf(x, NOWHERE)]),
    ['newaxis', NONE],
    ['linalg', new Namespace(`${prefix}.linalg`, linalg)],
  ])
}
