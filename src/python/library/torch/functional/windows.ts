import { shapeWords } from '../../../../primitives/shape.ts'
import type { PyNumber } from '../../../values/numbered.ts'
import type { LibraryCall } from '../../call.ts'
import { rankOf, shapeOf } from '../../numbers.ts'
import { defined, type LibraryFunction } from '../../table.ts'

/** A number for all of the axes, or one for each. */
function each(call: LibraryCall, name: string, axes: number): readonly number[] {
  const given = call.wholes(name)
  const spread = given.length === 1 ? new Array<number>(axes).fill(given[0]) : given
  if (spread.length !== axes) call.refuse(`${name} of ${call.callee} is one number, or ${axes}.`)
  return spread
}

/** Zeros, or another number, around the last axes. */
function padded(call: LibraryCall, x: PyNumber, padding: readonly number[], value = 0): PyNumber {
  if (padding.every((width) => width === 0)) return x
  const before = new Array<number[]>(rankOf(x) - padding.length).fill([0, 0])
  const widths = [...before, ...padding.map((width) => [width, width])]
  return call.apply('pad', [x], { attributes: value === 0 ? { widths } : { widths, value } })
}

/** How many windows stand along an axis. */
function count(call: LibraryCall, length: number, size: number, stride: number, dilation = 1): number {
  const many = Math.floor((length - dilation * (size - 1) - 1) / stride) + 1
  if (stride < 1 || dilation < 1 || many < 1)
    call.refuse(`${call.callee} has windows of ${size} along an axis of ${length}: none stands there.`)
  return many
}

/** A cross-correlation over channels: all windows, times the weights, summed up; `axes` is how many axes a window has. */
const convolution = (axes: 1 | 2) => (call: LibraryCall) => {
  const [given, weight] = [call.array('input'), call.array('weight')]
  if (call.whole('groups') !== 1) call.refuse(`${call.callee} is read with groups=1.`)
  const isBatch = rankOf(given) === axes + 2
  if ((!isBatch && rankOf(given) !== axes + 1) || rankOf(weight) !== axes + 2)
    call.refuse(`${call.callee} takes an input of ${axes + 2} axes, a batch first, and weights of ${axes + 2}.`)
  const whole = isBatch ? given : call.apply('reshape', [given], { attributes: { shape: [1, ...shapeOf(given)] } })
  const x = padded(call, whole, each(call, 'padding', axes))
  if (shapeOf(x)[1] !== shapeOf(weight)[1])
    call.refuse(`The input has ${shapeOf(x)[1]} channels, and the weights are ${shapeWords(shapeOf(weight))}.`)
  const windows = call.apply('index', [x], { attributes: { index: places(call, x, weight, axes) } })
  const subscripts = axes === 1 ? 'ncxk,ock->nox' : 'ncxykl,ockl->noxy'
  const sums = biased(call, call.apply('einsum', [windows, weight], { attributes: { subscripts } }), axes)
  return isBatch ? sums : call.apply('reshape', [sums], { attributes: { shape: shapeOf(sums).slice(1) } })
}

/** By window, then by entry of the window, its place along each axis. */
function places(call: LibraryCall, x: PyNumber, weight: PyNumber, axes: 1 | 2) {
  const [strides, dilations] = ['stride', 'dilation'].map((name) => each(call, name, axes))
  const along = (axis: number): number[][] => {
    const size = shapeOf(weight)[2 + axis]
    const many = count(call, shapeOf(x)[2 + axis], size, strides[axis], dilations[axis])
    return Array.from({ length: many }, (_, window) =>
      Array.from({ length: size }, (_, k) => window * strides[axis] + k * dilations[axis]),
    )
  }
  const all = { start: null, stop: null, step: null }
  if (axes === 1) return [all, all, { places: along(0) }]
  const rows = along(0).map((window) => [window.map((place) => [place])])
  const columns = [along(1).map((window) => [window])]
  return [all, all, { places: rows }, { places: columns }]
}

function biased(call: LibraryCall, sums: PyNumber, axes: number): PyNumber {
  if (!call.has('bias')) return sums
  const bias = call.array('bias')
  const shape = [bias.value.entries.length, ...new Array<number>(axes).fill(1)]
  return call.apply('add', [sums, call.apply('reshape', [bias], { attributes: { shape } })])
}

/** The largest entry, or the mean, of each window. */
const pool = (operation: 'maxpool' | 'avgpool', axes: 1 | 2) => (call: LibraryCall) => {
  const x = call.array('input')
  const size = each(call, 'kernel_size', axes)
  const strides = call.has('stride') ? each(call, 'stride', axes) : size
  if (new Set(strides).size !== 1) call.refuse(`${call.callee} is read with one stride for all axes.`)
  if (rankOf(x) < axes) call.refuse(`${call.callee} takes at least ${axes} axes.`)
  const padding = each(call, 'padding', axes)
  const around = padded(call, x, padding, operation === 'maxpool' ? Number.NEGATIVE_INFINITY : 0)
  for (const [axis, length] of shapeOf(around).slice(-axes).entries()) count(call, length, size[axis], strides[axis])
  return call.apply(operation, [around], { attributes: { size, stride: strides[0] } })
}

const CONVOLUTION = 'input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1'
const MAX_POOL = 'input, kernel_size, stride=None, padding=0, dilation=1?, ceil_mode=False?, return_indices=False?'
const MEAN_POOL =
  'input, kernel_size, stride=None, padding=0, ceil_mode=False?, count_include_pad=True?, divisor_override=None?'

/** Convolutions and pools of `torch.nn.functional`. */
export const windowFunctions: readonly LibraryFunction[] = [
  defined('conv1d', CONVOLUTION, convolution(1)),
  defined('conv2d', CONVOLUTION, convolution(2)),
  defined('max_pool1d', MAX_POOL, pool('maxpool', 1)),
  defined('max_pool2d', MAX_POOL, pool('maxpool', 2)),
  defined('avg_pool1d', MEAN_POOL.replace(', divisor_override=None?', ''), pool('avgpool', 1)),
  defined('avg_pool2d', MEAN_POOL, pool('avgpool', 2)),
]
