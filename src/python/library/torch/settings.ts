import { sizeOf } from '../../../primitives/shape.ts'
import { PyNumber } from '../../values/numbered.ts'
import { NONE, Text } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { numberOf, shapeOf } from '../numbers.ts'
import { defined, type LibraryFunction } from '../table.ts'

const truth = (call: LibraryCall, is: boolean): PyNumber => numberOf(Number(is), call.at, 'bool')

/** Whether two tensors are equal up to a tolerance: a question about values, whose answer no derivative passes. */
function areClose(call: LibraryCall): PyNumber {
  const [x, y] = [call.array('input').value, call.array('other').value]
  const [rtol, atol] = [call.number('rtol'), call.number('atol')]
  if (x.shape.join() !== y.shape.join()) call.refuse('torch.allclose is read for tensors of one shape.')
  return truth(
    call,
    x.entries.every((a, k) => a === y.entries[k] || Math.abs(a - y.entries[k]) <= atol + rtol * Math.abs(y.entries[k])),
  )
}

/** Functions of PyTorch that compute nothing that is shown. */
export const settings: readonly LibraryFunction[] = [
  defined('set_default_dtype', 'd', () => NONE),
  defined('set_default_device', 'device', () => NONE),
  defined('set_printoptions', 'precision=_, threshold=_, edgeitems=_, linewidth=_, profile=_, sci_mode=_', () => NONE),
  defined('device', 'type, index=_', (call) => {
    const type = call.value('type')
    return type instanceof Text ? type : new Text('cpu')
  }),
  defined('is_tensor', 'obj', (call) => {
    const value = call.value('obj')
    return truth(call, value instanceof PyNumber && value.library === 'torch')
  }),
  defined('numel', 'input', (call) => numberOf(sizeOf(shapeOf(call.array('input'))), call.at, 'int')),
  defined('allclose', 'input, other, rtol=1e-05, atol=1e-08, equal_nan=False?', areClose),
  defined('isnan', 'input', (call) => {
    const x = call.array('input')
    return call.apply('not_equal', [x, x], { dtype: 'bool' })
  }),
]
