import { PyNumber } from '../values/numbered.ts'
import {
  Callable,
  Class,
  Collection,
  Dictionary,
  Dots,
  Instance,
  Kind,
  List,
  Namespace,
  NONE,
  type PyValue,
  Slice,
  Text,
  Tuple,
} from '../values/values.ts'

/** What messages call a value: `a list`, `a number`, `an array`. */
export function kindOf(value: PyValue): string {
  if (value instanceof PyNumber) return value.value.shape.length === 0 ? 'a number' : 'an array'
  if (value instanceof Text) return 'a text'
  if (value instanceof Collection) return 'a set'
  if (value instanceof List) return 'a list'
  if (value instanceof Tuple) return 'a tuple'
  if (value instanceof Dictionary) return 'a dictionary'
  if (value instanceof Slice) return 'a slice'
  if (value instanceof Dots) return '`...`'
  if (value instanceof Callable) return 'a function'
  if (value instanceof Class) return `the class ${value.name}`
  if (value instanceof Instance) return `an object of ${value.class.name}`
  if (value instanceof Namespace) return `the module ${value.name}`
  if (value instanceof Kind) return `the type ${value.name}`
  return value === NONE ? 'None' : 'this'
}
