import type { Span } from '../../language/syntax.ts'
import type { AxisIndex } from '../../primitives/wiring.ts'
import type { Running } from '../run/running.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { Dots, List, NONE, type PyValue, Slice, Tuple } from '../values/values.ts'
import { arrayFrom, plain } from './coercion.ts'
import { cast, isScalar } from './numbers.ts'
import { torchInPlace } from './torch/inPlace.ts'
import { overwrite, viewOf } from './views.ts'

/** `x[0]`, `x[:, 1:]`, `x[..., None]`, `x[[0, 2, 2]]`, `x[mask]` */
export function subscript(running: Running, target: PyNumber, indices: readonly PyValue[], at: Span): PyNumber {
  if (isScalar(target)) throw new Refusal('This is a number, which has no entries to take.', at)
  const index = indexOf(running, target, indices, at)
  const { library, dtype } = target
  const result = running.trace.apply('index', [target], at, { library, dtype, attributes: { index } })
  const isCopy = index.some((each) => 'places' in each || 'mask' in each)
  const sharesNumbers = library === 'torch' || (library === 'numpy' && !isScalar(result))
  return isCopy || !sharesNumbers ? result : viewOf(target, result)
}

/** `x[0] = value`: changes the array for all of its names. */
export function assignEntries(
  running: Running,
  target: PyNumber,
  indices: readonly PyValue[],
  value: PyValue,
  at: Span,
): void {
  if (target.library === 'jax')
    throw new Refusal('Arrays of JAX do not change in place: write x = x.at[0].set(value).', at)
  if (target.library === 'python' || target.library === 'micrograd')
    throw new Refusal('This is a number, which has no entries to change.', at)
  const index = indexOf(running, target, indices, at)
  const result = put(running, target, index, value, at)
  if (target.library === 'torch') torchInPlace(running, target, result, at)
  else overwrite(target, result, at)
}

/** The array with other entries at these places. */
export function put(
  running: Running,
  target: PyNumber,
  index: readonly AxisIndex[],
  value: PyValue,
  at: Span,
): PyNumber {
  const { library, dtype } = target
  const entries = cast(running, arrayFrom(running, library, value, 'What is assigned', at), dtype, at)
  return running.trace.apply('put', [target, entries], at, { library, dtype, attributes: { index } })
}

/** The parts of a subscript; a tuple that is written as one, as `np.triu_indices` gives it, is several. */
export function indexOf(running: Running, target: PyNumber, indices: readonly PyValue[], at: Span): AxisIndex[] {
  const [first] = indices
  const parts = indices.length === 1 && first instanceof Tuple ? first.items : indices
  return parts.map((each) => axisIndex(running, target, each, at))
}

/** One index of a subscript, as NumPy means it. */
function axisIndex(running: Running, target: PyNumber, index: PyValue, at: Span): AxisIndex {
  if (index instanceof Slice) return { start: index.start, stop: index.stop, step: index.step }
  if (index === NONE) return { newaxis: true }
  if (index instanceof Dots) return { ellipsis: true }
  const isList = index instanceof List || index instanceof Tuple
  if (isList && target.library === 'jax') throw new Refusal('JAX takes no list as an index: write jnp.array([…]).', at)
  if (!isList && !(index instanceof PyNumber))
    throw new Refusal('An index is a whole number, a slice, or an array of whole numbers or truth values.', at)
  const places = isList ? arrayFrom(running, 'numpy', index, 'The index', at) : index
  if (places.dtype === 'bool') return { mask: plain(places) }
  if (places.dtype === 'float') throw new Refusal('An index must be a whole number: write int(…) around it.', at)
  return isScalar(places) ? { at: places.value.entries[0] } : { places: plain(places) }
}
