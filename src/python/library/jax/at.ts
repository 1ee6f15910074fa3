import type { Span } from '../../../language/syntax.ts'
import { gatherPlaces } from '../../../primitives/arrays/gathering.ts'
import type { AxisIndex } from '../../../primitives/wiring.ts'
import type { Running } from '../../run/running.ts'
import type { PyNumber } from '../../values/numbered.ts'
import { Refusal } from '../../values/refusal.ts'
import { Callable, Class, Instance, Namespace, type PyValue } from '../../values/values.ts'
import { cast, shapeOf } from '../numbers.ts'
import { infix } from '../operators.ts'
import { indexOf, put, subscript } from '../subscripts.ts'
import { callables, defined } from '../table.ts'

/** `x.at`, of which `x.at[i].set(v)` gives an array with other entries at these places. */
export function atOf(running: Running, x: PyNumber, at: Span): Instance {
  const take = new Callable('x.at', ({ positional: [, index] }) => {
    return updates(running, x, [index], at)
  })
  return new Instance(new Class('at', [], new Map([['__getitem__', take]])))
}

const OPTIONS = 'values, *, mode=None?, indices_are_sorted=?, unique_indices=?'

function updates(running: Running, x: PyNumber, indices: readonly PyValue[], at: Span): Namespace {
  const index = indexOf(running, x, indices, at)
  const replaced = (value: PyValue): PyNumber => put(running, x, index, value, at)
  const changed = (operator: string, value: PyValue): PyNumber => {
    if (repeats(x, index)) throw new Refusal('x.at[…] with the same place twice is read for set and add only.', at)
    return replaced(infix(running, operator, subscript(running, x, indices, at), value, at))
  }
  return new Namespace(
    'x.at[…]',
    callables(running, 'jax', 'x.at[…]', [
      defined('set', OPTIONS, (call) => replaced(call.value('values'))),
      defined('get', '*, mode=None?', () => subscript(running, x, indices, at)),
      defined('add', OPTIONS, (call) => added(running, x, index, indices, call.array('values'), at)),
      defined('multiply mul', OPTIONS, (call) => changed('*', call.value('values'))),
      defined('divide', OPTIONS, (call) => changed('/', call.value('values'))),
      defined('power', OPTIONS, (call) => changed('**', call.value('values'))),
    ]),
  )
}

/** Entries added at places; where a place repeats, all of them. */
function added(
  running: Running,
  x: PyNumber,
  index: readonly AxisIndex[],
  indices: readonly PyValue[],
  values: PyNumber,
  at: Span,
): PyNumber {
  const shape = shapeOf(subscript(running, x, indices, at))
  const { trace } = running
  const giving = { library: x.library, dtype: x.dtype }
  const spread =
    shapeOf(values).join() === shape.join()
      ? values
      : trace.apply('broadcast_to', [values], at, { ...giving, attributes: { shape } })
  const entries = cast(running, spread, x.dtype, at)
  const placed = trace.apply('scatter', [entries], at, { ...giving, attributes: { index, shape: shapeOf(x) } })
  return trace.apply('add', [x, placed], at, giving)
}

/** Whether a place is named twice. */
function repeats(x: PyNumber, index: readonly AxisIndex[]): boolean {
  const found = gatherPlaces(shapeOf(x), index)
  return typeof found !== 'string' && new Set(found.places).size < found.places.length
}
