import { pulledBack } from '../../derivatives/atPoint.ts'
import { torchFunctionals } from '../../derivatives/jax.ts'
import { requireGradient } from '../../derivatives/leaves.ts'
import type { Running } from '../../run/running.ts'
import { PyNumber } from '../../values/numbered.ts'
import { Namespace, NONE, type PyValue, Tuple } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { defined, type LibraryFunction } from '../table.ts'
import { gradientModes } from './noGrad.ts'
import { tensorWith, torchOf } from './torchRun.ts'
import { torchFunctions } from './torchTable.ts'

/** One tensor, or several. */
const tensorsIn = (call: LibraryCall, name: string): PyNumber[] => {
  const value = call.value(name)
  return value instanceof PyNumber ? [value] : call.arrays(name)
}

/** `torch.autograd.grad(y, x)`: the derivatives, in the order of the inputs. */
function gradient(call: LibraryCall): PyValue {
  const torch = torchOf(call.running)
  const { trace } = call.running
  if (call.truth('create_graph'))
    call.refuse(
      'create_graph=True is not read here: second derivatives are shown beside the Jacobian, from the same graph.',
    )
  const outputs = tensorsIn(call, 'outputs')
  if (outputs.length > 1) call.refuse('torch.autograd.grad is read for one output: take the sum of several.')
  const inputs = tensorsIn(call, 'inputs')
  const [output] = outputs
  const seed = call.has('grad_outputs') ? tensorsIn(call, 'grad_outputs')[0].value : null
  const value = torch.gradients.asked(output, seed, call.at)
  const wanted = inputs.map((input) => ({ value: trace.read(input, call.at), tensor: input.value }))
  const filled = seed ?? { shape: output.value.shape, entries: Float64Array.of(1) }
  const found = wanted.map((one) => pulledBack(trace, value, filled, [one])[0])
  return new Tuple(
    found.map((tensor) => {
      if (tensor) return tensorWith(tensor, call.at)
      if (call.truth('allow_unused')) return NONE
      return call.refuse('The output does not depend on one of the inputs; PyTorch then wants allow_unused=True.')
    }),
  )
}

const functions: readonly LibraryFunction[] = [
  defined(
    'grad',
    'outputs, inputs, grad_outputs=None, retain_graph=_, create_graph=False, only_inputs=True?, allow_unused=False',
    gradient,
  ),
  defined('Variable', 'data, requires_grad=False, volatile=_', (call) => {
    const x = call.array('data')
    if (call.truth('requires_grad')) requireGradient(torchOf(call.running).gradients, x, true, call.at)
    return x
  }),
]

/** `torch.autograd` */
export function autogradNamespace(running: Running): Namespace {
  const functional = new Namespace('torch.autograd.functional', torchFunctionals(running))
  return new Namespace(
    'torch.autograd',
    new Map<string, PyValue>([
      ...torchFunctions(running, 'torch.autograd', functions),
      ...gradientModes(running),
      ['functional', functional],
    ]),
  )
}
