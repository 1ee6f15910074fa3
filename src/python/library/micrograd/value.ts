import type { Span } from '../../../language/syntax.ts'
import { quote } from '../../../language/words.ts'
import { scalarTensor } from '../../../primitives/value.ts'
import { gradientsOf } from '../../derivatives/gradients.ts'
import { changeLeaf } from '../../derivatives/leaves.ts'
import type { Running } from '../../run/running.ts'
import { PyNumber } from '../../values/numbered.ts'
import { Refusal } from '../../values/refusal.ts'
import { Callable, NONE, type PyValue, Text } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { isConstant, retyped } from '../numbers.ts'
import { callOf, defined, type LibraryFunction } from '../table.ts'

/** A Value that the text writes: an input, once it has a name; others are constants. */
export function newValue(running: Running, x: number, literal: Span | null, at: Span, parameter?: string): PyNumber {
  const role = parameter === undefined ? {} : ({ role: 'param', leaf: true } as const)
  const tensor = scalarTensor(x)
  const input = { name: parameter ?? null, at, literal, value: tensor, ...role }
  const value = new PyNumber('micrograd', 'float', tensor, { kind: 'given', input, entry: [] })
  gradientsOf(running).collectFor(value)
  return value
}

/** `Value(2.0)`; of a Value itself it would be one around it, which is not read. */
export const made: LibraryFunction = defined('Value', "data, _children=()?, _op=''?, label=_", (call) => {
  const data = call.value('data')
  if (!(data instanceof PyNumber) || data.library === 'micrograd' || data.value.entries.length !== 1)
    return call.refuse('Value takes a number, such as Value(2.0).')
  const { origin } = data
  const literal = origin.kind === 'given' ? origin.input.literal : call.running.literalOf(data)
  const isEntry = origin.kind === 'given' && origin.entry.length > 0
  return newValue(call.running, data.value.entries[0], isEntry ? null : literal, call.at)
})

const one = (operation: string) => (call: LibraryCall) => call.apply(operation, [call.array('self')])

const METHODS: readonly LibraryFunction[] = [
  defined('relu', 'self', one('relu')),
  defined('tanh', 'self', one('tanh')),
  defined('exp', 'self', one('exp')),
  defined('log', 'self', one('log')),
  defined('sigmoid', 'self', one('sigmoid')),
  defined('backward', 'self', (call) => {
    const gradients = gradientsOf(call.running)
    const output = call.array('self')
    if (gradients.sharesOperations(output))
      call.refuse(
        'A second backward() over the same Values adds the old gradients in between in again, and gives no derivative. Build the expression anew first.',
      )
    gradients.backward(output, null, call.at)
    return NONE
  }),
]

const methods = new Map(METHODS.flatMap((one) => one.names.map((name): [string, LibraryFunction] => [name, one])))

/** `a.data`, `a.grad`, `a.backward`: what stands behind the dot of a Value. */
export function microgradAttribute(running: Running, value: PyNumber, name: string, at: Span): PyValue {
  if (name === 'data') return cutOff(running, value, at)
  if (name === 'grad') return gradient(running, value, at)
  if (name === 'label' || name === '_op') return new Text('')
  const method = methods.get(name)
  if (!method) throw new Refusal(`A Value’s ${quote(name)} is not read here.`, at)
  return new Callable(`.${name}`, (given) =>
    callOf(running, 'micrograd', `.${name}`, method, { ...given, positional: [value, ...given.positional] }),
  )
}

/** Its number, of which no derivative flows back. */
function cutOff(running: Running, value: PyNumber, at: Span): PyNumber {
  if (!running.trace.isTraced(value) || isConstant(value)) return retyped(value, 'float', 'python')
  return running.trace.apply('stop_gradient', [value], at, { library: 'python', dtype: 'float' })
}

/** 0 before the first `backward()`. */
function gradient(running: Running, value: PyNumber, at: Span): PyNumber {
  const gradients = gradientsOf(running)
  const found = gradients.collects(value) ? gradients.of(value, at) : gradients.ofAny(value, at)
  return new PyNumber('python', 'float', found?.value ?? scalarTensor(0), { kind: 'constant', at })
}

/** `p.data += …`, `p.grad = 0` */
export function assignMicrogradAttribute(
  running: Running,
  value: PyNumber,
  name: string,
  given: PyValue,
  at: Span,
): void {
  const gradients = gradientsOf(running)
  if (name === 'label') return
  if (!(given instanceof PyNumber)) throw new Refusal(`.${name} of a Value takes a number.`, at)
  if (name === 'data') changeLeaf(gradients, value, scalarTensor(given.value.entries[0]), running.literalOf(given), at)
  else if (name !== 'grad') throw new Refusal(`The attribute ${quote(name)} of a Value is not assigned to here.`, at)
  else setGradient(running, value, given, at)
}

function setGradient(running: Running, value: PyNumber, given: PyNumber, at: Span): void {
  const gradients = gradientsOf(running)
  const isZero = given.value.entries[0] === 0
  if (isZero) gradients.clear(value, at)
  else gradients.set(value, given)
}
