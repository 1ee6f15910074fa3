import { quote } from '../../../language/words.ts'
import { nested, type Value } from '../../../primitives/value.ts'
import { requireGradient } from '../../derivatives/leaves.ts'
import { type Dtype, type Library, PyNumber } from '../../values/numbered.ts'
import { Kind, List, NONE, type PyValue, Text, Tuple } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { cast, numberOf, rankOf, retyped, shapeOf } from '../numbers.ts'
import { axisNamed } from '../reduced.ts'
import { defined, type LibraryFunction } from '../table.ts'
import { viewOf } from '../views.ts'
import { showing } from './inPlace.ts'
import { torchOf } from './torchRun.ts'

/** The same numbers, of which no derivative flows back. */
function detached(call: LibraryCall, x: PyNumber, library: Library = 'torch'): PyNumber {
  const { trace } = call.running
  if (!trace.isTraced(x)) return retyped(x, x.dtype, library)
  return trace.apply('stop_gradient', [x], call.at, { library, dtype: x.dtype })
}

/** `w.data`: of a leaf that nothing has read yet its numbers, so that they can be changed without having been an input. */
export function dataOf(call: LibraryCall, x: PyNumber): PyNumber {
  const isUnread = x.origin.kind === 'given' && x.origin.input.leaf === true
  return isUnread ? new PyNumber('torch', x.dtype, x.value, { kind: 'constant', at: call.at }) : detached(call, x)
}

function item(call: LibraryCall): PyNumber {
  const x = call.array('input')
  if (x.value.entries.length !== 1) call.refuse('.item() is for one number, and this tensor has several.')
  const one = rankOf(x) === 0 ? x : call.apply('reshape', [x], { attributes: { shape: [] }, dtype: x.dtype })
  return detached(call, one, 'python')
}

/** Nested lists of numbers that are cut off; those of the trace are not followed one by one. */
function listed(call: LibraryCall): PyValue {
  const x = call.array('input')
  if (rankOf(x) === 0) return item(call)
  const list = (value: Value): PyValue =>
    typeof value === 'number' ? numberOf(value, call.at, x.dtype) : new List(value.map(list))
  return list(nested(shapeOf(x), [...x.value.entries]))
}

function toNumpy(call: LibraryCall): PyNumber {
  const x = call.array('input')
  if (torchOf(call.running).gradients.isDifferentiated(x) && !call.running.trace.cutting)
    call.refuse('PyTorch gives no NumPy array of what has requires_grad: write .detach().numpy().')
  return viewOf(x, retyped(x, x.dtype, 'numpy'))
}

const converted = (dtype: Dtype) => (call: LibraryCall) => {
  const x = call.array('input')
  if (x.dtype !== dtype || dtype !== 'float') return cast(call.running, x, dtype, call.at)
  return x
}

/** `x.to(torch.float64)`, `x.to('cpu')`, `x.to(device)`: where the numbers lie does not matter here. */
function moved(call: LibraryCall): PyNumber {
  const x = call.array('input')
  const given = (call.value('to') as Tuple).items[0]
  if (call.has('dtype')) return cast(call.running, x, call.dtype() as Dtype, call.at)
  if (given instanceof Kind) return cast(call.running, x, given.dtype, call.at)
  if (given === undefined || given instanceof Text) return x
  return call.refuse('.to() takes a type, such as torch.float64, or a device here.')
}

function typed(call: LibraryCall): PyValue {
  const x = call.array('input')
  const dtype = call.dtype('dtype')
  return dtype ? cast(call.running, x, dtype, call.at) : new Text(`torch.${x.dtype}`)
}

function size(call: LibraryCall): PyValue {
  const shape = shapeOf(call.array('input'))
  if (call.has('dim')) return numberOf(shape[axisNamed(call, call.array('input'), call.whole('dim'))], call.at, 'int')
  return new Tuple(shape.map((length) => numberOf(length, call.at, 'int')))
}

function backward(call: LibraryCall): PyValue {
  const torch = torchOf(call.running)
  const output = call.array('input')
  const seed = call.has('gradient') ? call.array('gradient').value : null
  if (call.truth('create_graph'))
    call.refuse(
      'create_graph=True is not read here: second derivatives are shown beside the Jacobian, from the same graph.',
    )
  if (torch.gradients.wasSeeded(output) && !torch.gradients.retained)
    call.running.remark(
      'PyTorch wants retain_graph=True at the first backward() for a second one of the same result.',
      call.at,
    )
  torch.gradients.retained = call.has('retain_graph') && call.truth('retain_graph')
  torch.gradients.backward(output, seed, call.at)
  if (seed && output.value.entries.length > 1)
    call.running.remark(
      `backward(gradient=…) takes one adjoint pass with that seed; here each entry has a pass of its own, and a seed of yours can be typed.`,
      call.at,
    )
  return NONE
}

function requires(call: LibraryCall): PyNumber {
  const x = call.array('input')
  requireGradient(torchOf(call.running).gradients, x, call.truth('requires_grad'), call.at)
  return x
}

/** Methods of tensors that are no functions of entries. */
export const tensorMethods: readonly LibraryFunction[] = [
  defined('item', 'input', item),
  defined('tolist', 'input', listed),
  defined('numpy', 'input, *, force=False?', toNumpy),
  defined('detach', 'input', (call) => showing(call.array('input'), detached(call, call.array('input')))),
  defined('float', 'input', converted('float')),
  defined('double', 'input', converted('float')),
  defined('long', 'input', converted('int')),
  defined('int', 'input', converted('int')),
  defined('bool', 'input', converted('bool')),
  defined('to', 'input, *to, dtype=None, device=_, non_blocking=False?, copy=False?', moved),
  defined('type', 'input, dtype=None', typed),
  defined('type_as', 'input, other', (call) =>
    cast(call.running, call.array('input'), call.array('other').dtype, call.at),
  ),
  defined('cpu', 'input', (call) => call.array('input')),
  defined('cuda', 'input, device=_', (call) => call.array('input')),
  defined('size', 'input, dim=None', size),
  defined('dim ndimension', 'input', (call) => numberOf(rankOf(call.array('input')), call.at, 'int')),
  defined('numel nelement', 'input', (call) => numberOf(call.array('input').value.entries.length, call.at, 'int')),
  defined('backward', 'input, gradient=None, retain_graph=None, create_graph=False, inputs=None?', backward),
  defined('requires_grad_', 'input, requires_grad=True', requires),
  defined('detach_', 'input', (call) => call.refuse(`.detach_() is not read here: write ${quote('x = x.detach()')}.`)),
  defined('retain_grad', 'input', (call) => {
    torchOf(call.running).gradients.collectFor(call.array('input'))
    return NONE
  }),
  defined('is_floating_point', 'input', (call) =>
    numberOf(Number(call.array('input').dtype === 'float'), call.at, 'bool'),
  ),
]
