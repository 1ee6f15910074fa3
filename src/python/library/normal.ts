import type { PyNumber } from '../values/numbered.ts'
import type { LibraryCall } from './call.ts'
import { isConstant } from './numbers.ts'
import { defined, type LibraryFunction } from './table.ts'

/** (x − loc)/scale, without what changes nothing. */
function standardised(call: LibraryCall): PyNumber {
  const [x, loc, scale] = ['x', 'loc', 'scale'].map((name) => call.array(name))
  const is = (each: PyNumber, value: number): boolean =>
    isConstant(each) && each.value.entries.every((e) => e === value)
  const centred = is(loc, 0) ? x : call.apply('sub', [x, loc])
  return is(scale, 1) ? centred : call.apply('div', [centred, scale], { dtype: 'float' })
}

/** −z²/2 − log(scale·√(2π)) */
function logDensity(call: LibraryCall): PyNumber {
  const half = call.apply('div', [call.apply('square', [standardised(call)], { dtype: 'float' }), call.constant(2)])
  const size = call.apply('mul', [call.array('scale'), call.constant(Math.sqrt(2 * Math.PI))], { dtype: 'float' })
  return call.apply('sub', [call.apply('neg', [half]), call.apply('log', [size])])
}

const PARAMETERS = 'x, loc=0, scale=1'

/** `scipy.stats.norm`, the normal distribution. */
export const normalDistribution: readonly LibraryFunction[] = [
  defined('logpdf', PARAMETERS, logDensity),
  defined('pdf', PARAMETERS, (call) => call.apply('exp', [logDensity(call)])),
  defined('cdf', PARAMETERS, (call) => {
    const z = call.apply('mul', [standardised(call), call.constant(-Math.SQRT1_2)], { dtype: 'float' })
    return call.apply('mul', [call.constant(0.5), call.apply('erfc', [z])])
  }),
]
