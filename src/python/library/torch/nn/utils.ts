import { PyNumber } from '../../../values/numbered.ts'
import { NONE } from '../../../values/values.ts'
import type { LibraryCall } from '../../call.ts'
import { defined, type LibraryFunction } from '../../table.ts'
import { tensorWith, torchOf } from '../torchRun.ts'

/** Each leaf that has a gradient, with it. */
function gradientsIn(call: LibraryCall): { readonly leaf: PyNumber; readonly gradient: PyNumber }[] {
  const value = call.value('parameters')
  const leaves = value instanceof PyNumber ? [value] : call.arrays('parameters')
  const { gradients } = torchOf(call.running)
  return leaves.flatMap((leaf) => {
    const gradient = gradients.of(leaf, call.at)
    return gradient ? [{ leaf, gradient }] : []
  })
}

function change(call: LibraryCall, of: (x: number) => number): void {
  const { gradients } = torchOf(call.running)
  for (const { leaf, gradient } of gradientsIn(call)) {
    const { shape, entries } = gradient.value
    gradients.set(leaf, tensorWith({ shape, entries: entries.map(of) }, call.at))
  }
}

/** All gradients together get at most this norm; gives the norm before. */
function clipNorm(call: LibraryCall): PyNumber {
  const squares = gradientsIn(call).flatMap(({ gradient }) => [...gradient.value.entries].map((x) => x * x))
  const norm = Math.sqrt(squares.reduce((a, b) => a + b, 0))
  const factor = Math.min(1, call.number('max_norm') / (norm + 1e-6))
  change(call, (x) => factor * x)
  return tensorWith({ shape: [], entries: Float64Array.of(norm) }, call.at)
}

/** `torch.nn.utils` */
export const gradientClipping: readonly LibraryFunction[] = [
  defined('clip_grad_norm_', 'parameters, max_norm, norm_type=2.0?, error_if_nonfinite=False?, foreach=_', clipNorm),
  defined('clip_grad_value_', 'parameters, clip_value, foreach=_', (call) => {
    const most = call.number('clip_value')
    change(call, (x) => Math.min(most, Math.max(-most, x)))
    return NONE
  }),
]
