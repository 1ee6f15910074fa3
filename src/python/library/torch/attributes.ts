import type { Span } from '../../../language/syntax.ts'
import { quote } from '../../../language/words.ts'
import { isLeaf } from '../../derivatives/leaves.ts'
import type { Running } from '../../run/running.ts'
import type { PyNumber } from '../../values/numbered.ts'
import { ELSEWHERE, Refusal } from '../../values/refusal.ts'
import { Kind, NONE, type PyValue, Text, Tuple } from '../../values/values.ts'
import { LibraryCall } from '../call.ts'
import { numberOf, rankOf } from '../numbers.ts'
import type { LibraryFunction } from '../table.ts'
import { choosingMethod, elementwise } from './elementwise.ts'
import { changes, changing, isChange, showing } from './inPlace.ts'
import { linearAlgebra } from './linearAlgebra.ts'
import { products } from './products.ts'
import { reductions } from './reductions.ts'
import { selecting } from './selecting.ts'
import { exchanged, shaping, shapingMethods, turned } from './shaping.ts'
import { dataOf, tensorMethods } from './tensorMethods.ts'
import { torchOf } from './torchRun.ts'
import { torchMethod } from './torchTable.ts'

const byName = (functions: readonly LibraryFunction[]): ReadonlyMap<string, LibraryFunction> =>
  new Map(functions.flatMap((one) => one.names.map((name): [string, LibraryFunction] => [name, one])))

const methods = byName([
  ...elementwise,
  ...choosingMethod,
  ...reductions,
  ...shaping,
  ...selecting,
  ...shapingMethods,
  ...products,
  ...linearAlgebra,
  ...tensorMethods,
])
const changingMethods = byName(changes)

const ATTRIBUTES: ReadonlyMap<string, (call: LibraryCall, tensor: PyNumber) => PyValue> = new Map([
  [
    'shape',
    (call: LibraryCall, { value }: PyNumber) =>
      new Tuple(value.shape.map((length) => numberOf(length, call.at, 'int'))),
  ],
  ['ndim', (call: LibraryCall, tensor: PyNumber) => numberOf(rankOf(tensor), call.at, 'int')],
  [
    'dtype',
    (_call: LibraryCall, { dtype }: PyNumber) =>
      new Kind({ float: 'float32', int: 'int64', bool: 'bool' }[dtype], dtype),
  ],
  ['device', () => new Text('cpu')],
  ['T', (call: LibraryCall, tensor: PyNumber) => turned(call, tensor, [...tensor.value.shape.keys()].reverse())],
  ['mT', (call: LibraryCall, tensor: PyNumber) => exchanged(call, tensor, -2, -1)],
  ['data', (call: LibraryCall, tensor: PyNumber) => showing(tensor, dataOf(call, tensor))],
  ['grad', (call: LibraryCall, tensor: PyNumber) => torchOf(call.running).gradients.of(tensor, call.at) ?? NONE],
  [
    'requires_grad',
    (call: LibraryCall, tensor: PyNumber) => truth(call, torchOf(call.running).gradients.isDifferentiated(tensor)),
  ],
  [
    'is_leaf',
    (call: LibraryCall, tensor: PyNumber) => {
      const torch = torchOf(call.running)
      return truth(call, isLeaf(torch.gradients, tensor) || !torch.gradients.isDifferentiated(tensor))
    },
  ],
  [
    'grad_fn',
    (call: LibraryCall, tensor: PyNumber) =>
      isLeaf(torchOf(call.running).gradients, tensor) ? NONE : new Text('grad_fn'),
  ],
])

const truth = (call: LibraryCall, is: boolean): PyNumber => numberOf(Number(is), call.at, 'bool')

/** What stands behind the dot of a tensor: an attribute, or a method of it. */
export function torchAttribute(running: Running, tensor: PyNumber, name: string, at: Span): PyValue {
  const attribute = ATTRIBUTES.get(name)
  if (attribute) return attribute(new LibraryCall(running, 'torch', `.${name}`, new Map(), at), tensor)
  const method = methods.get(name)
  if (method) return torchMethod(running, tensor, name, method)
  const changingMethod = changingMethods.get(name) ?? (isChange(name) ? methods.get(name.slice(0, -1)) : undefined)
  if (changingMethod) return changing(running, tensor, name, changingMethod)
  throw new Refusal(`A tensor’s ${quote(name)} is not read here. ${ELSEWHERE}`, at)
}
