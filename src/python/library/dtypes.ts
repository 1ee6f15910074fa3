import type { Span } from '../../language/syntax.ts'
import { quote } from '../../language/words.ts'
import type { Running } from '../run/running.ts'
import type { Dtype } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { Kind, type PyValue, Text } from '../values/values.ts'

const KINDS: ReadonlyMap<string, Dtype> = new Map([
  ...['float', 'float64', 'double', 'float_', 'float32', 'single', 'float16', 'half', 'bfloat16'].map(
    (name): [string, Dtype] => [name, 'float'],
  ),
  ...['int', 'int64', 'int_', 'intp', 'int32'].map((name): [string, Dtype] => [name, 'int']),
  ...['bool', 'bool_'].map((name): [string, Dtype] => [name, 'bool']),
])

const IS_SHORT = /32|16|single|half/

/** Types that a library names: `np.float64`. */
export const kindsNamed = (names: readonly string[]): Map<string, PyValue> =>
  new Map(names.map((name) => [name, new Kind(name, KINDS.get(name) ?? 'float')]))

/** The kind of numbers that `dtype=…` asks for. Fewer bits than 64 are remarked: what is computed has all of them. */
export function dtypeNamed(running: Running, value: PyValue, at: Span): Dtype {
  const name = value instanceof Kind ? value.name : value instanceof Text ? value.text : ''
  const dtype = value instanceof Kind ? value.dtype : KINDS.get(name)
  if (!dtype) throw new Refusal(`The type ${quote(name)} is not read here: write float, int or bool.`, at)
  if (dtype === 'float' && IS_SHORT.test(name)) remarkShort(running, name, at)
  return dtype
}

export const remarkShort = (running: Running, name: string, at: Span): void =>
  running.remark(`${name} is computed with 64 bits here, so that the last digits differ.`, at)
