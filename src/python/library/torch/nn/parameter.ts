import type { Running } from '../../../run/running.ts'
import { Callable, type PyValue } from '../../../values/values.ts'
import { callOf, defined } from '../../table.ts'
import { torchOf } from '../torchRun.ts'
import { modulesOf } from './modules.ts'

const PARAMETER = 'nn.Parameter'

/** `nn.Parameter(tensor)`: a leaf that belongs to the module whose attribute it is. */
export function parameterFunction(running: Running): PyValue {
  const made = defined('Parameter', 'data, requires_grad=True', (call) => {
    const data = call.array('data')
    if (data.dtype !== 'float')
      call.refuse('Only fractions can be parameters: write these numbers with a point, as in 1.0.')
    if (!call.truth('requires_grad')) return data
    const literal = data.origin.kind === 'given' ? data.origin.input.literal : torchOf(running).literalOf(data)
    return modulesOf(running).parameter(data.value, literal, call.at)
  })
  return new Callable(PARAMETER, (given) => callOf(running, 'torch', PARAMETER, made, given))
}
