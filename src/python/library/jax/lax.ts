import type { Span } from '../../../language/syntax.ts'
import { PyNumber } from '../../values/numbered.ts'
import { List, NONE, type PyValue, Tuple } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { numberOf, shapeOf } from '../numbers.ts'
import { stackedAlong } from '../numpy/joining.ts'
import { defined, type LibraryFunction } from '../table.ts'
import { leavesOf, mapNumbers, treeMap } from './tree.ts'

/** Rounds of a loop of `lax`. */
const MOST_ROUNDS = 10_000

const called = (call: LibraryCall, name: string, ...positional: PyValue[]): PyValue =>
  call.running.call(call.value(name), { positional, keywords: new Map(), at: call.at })

function forLoop(call: LibraryCall): PyValue {
  const [lower, upper] = [call.whole('lower'), call.whole('upper')]
  if (upper - lower > MOST_ROUNDS) call.refuse(`${call.callee} runs at most ${MOST_ROUNDS} rounds here.`)
  let value = call.value('init_val')
  for (let i = lower; i < upper; i++) value = called(call, 'body_fun', numberOf(i, call.at, 'int', 'jax'), value)
  return value
}

function whileLoop(call: LibraryCall): PyValue {
  let value = call.value('init_val')
  for (let round = 0; call.running.truth(called(call, 'cond_fun', value), call.at); round++) {
    if (round === MOST_ROUNDS) call.refuse(`${call.callee} did not end within ${MOST_ROUNDS} rounds.`)
    value = called(call, 'body_fun', value)
  }
  return value
}

/** The rows of every array in a tree, one tree for each row. */
function rowsOf(call: LibraryCall, tree: PyValue, axis = 0): PyValue[] {
  const lengths = new Set(
    leavesOf(tree, call.at).map((leaf) => (leaf instanceof PyNumber ? shapeOf(leaf)[axis] : undefined)),
  )
  const [length] = lengths
  if (lengths.size !== 1 || length === undefined)
    return call.refuse(`${call.callee} goes through arrays of one length, and here they are none or differ.`)
  if (length > MOST_ROUNDS) return call.refuse(`${call.callee} goes through at most ${MOST_ROUNDS} rows here.`)
  const all = { start: null, stop: null, step: null }
  return Array.from({ length }, (_, at) => {
    const index = [...new Array(axis).fill(all), { at }]
    return mapNumbers(
      (leaf) => call.apply('index', [leaf], { dtype: leaf.dtype, attributes: { index } }),
      tree,
      call.at,
    )
  })
}

/** Results of equal structure as one, each of whose arrays has them side by side. */
function stackedTrees(call: LibraryCall, results: readonly PyValue[], axis = 0): PyValue {
  return treeMap(
    (leaves) =>
      stackedAlong(
        call,
        leaves.map((leaf) => call.arrayFrom(leaf, 'what the function gives back')),
        axis,
      ),
    results,
    call.at,
  )
}

function pairOf(call: LibraryCall, value: PyValue): readonly PyValue[] {
  const isPair = (value instanceof Tuple || value instanceof List) && value.items.length === 2
  return isPair ? value.items : call.refuse(`The function of ${call.callee} must give back a pair: carry, output.`)
}

function scan(call: LibraryCall): PyValue {
  const isEmpty = !call.has('xs')
  if (isEmpty && !call.has('length')) call.refuse(`${call.callee} needs xs or a length.`)
  const rows = isEmpty ? new Array<PyValue>(call.whole('length')).fill(NONE) : rowsOf(call, call.value('xs'))
  if (rows.length > MOST_ROUNDS) call.refuse(`${call.callee} runs at most ${MOST_ROUNDS} rounds here.`)
  const isBackward = call.truth('reverse')
  let carry = call.value('init')
  const outputs: PyValue[] = []
  for (const row of isBackward ? rows.reverse() : rows) {
    const [next, output] = pairOf(call, called(call, 'f', carry, row))
    carry = next
    outputs.push(output)
  }
  if (isBackward) outputs.reverse()
  return new Tuple([carry, outputs.length > 0 ? stackedTrees(call, outputs) : NONE])
}

const cut = (call: LibraryCall, x: PyNumber): PyNumber => call.apply('stop_gradient', [x], { dtype: x.dtype })

function conditional(call: LibraryCall): PyValue {
  const operands = (call.value('operands') as Tuple).items
  return called(call, call.running.truth(call.value('pred'), call.at) ? 'true_fun' : 'false_fun', ...operands)
}

/** Functions of `lax` that are operations of the language under other names. */
const OPERATIONS: readonly (readonly [name: string, operation: string])[] = [
  ...['exp', 'log', 'log1p', 'expm1', 'sin', 'cos', 'tan', 'tanh', 'sinh', 'cosh', 'asin', 'acos', 'atan'].map(
    (name): [string, string] => [name, name],
  ),
  ...['asinh', 'acosh', 'atanh', 'sqrt', 'rsqrt', 'cbrt', 'abs', 'neg', 'sign', 'floor', 'ceil', 'square'].map(
    (name): [string, string] => [name, name],
  ),
  ['logistic', 'sigmoid'],
  ['erf', 'erf'],
  ['erfc', 'erfc'],
  ['lgamma', 'lgamma'],
  ['digamma', 'digamma'],
]

const PAIRS: readonly (readonly [name: string, operation: string])[] = [
  ...['add', 'sub', 'mul', 'max', 'min', 'atan2'].map((name): [string, string] => [name, name]),
]

/** `jax.lax`; `map` and `vmap` share how they go through arrays. */
export const lax: readonly LibraryFunction[] = [
  defined('stop_gradient', 'x', (call) => mapNumbers((leaf) => cut(call, leaf), call.value('x'), call.at)),
  defined('fori_loop', 'lower, upper, body_fun, init_val, *, unroll=?', forLoop),
  defined('while_loop', 'cond_fun, body_fun, init_val', whileLoop),
  defined('scan', 'f, init, xs=None, length=None, reverse=False, unroll=1?', scan),
  defined('cond', 'pred, true_fun, false_fun, *operands', conditional),
  defined('map', 'f, xs', (call) =>
    stackedTrees(
      call,
      rowsOf(call, call.value('xs')).map((row) => called(call, 'f', row)),
    ),
  ),
  defined('select', 'pred, on_true, on_false', (call) =>
    call.apply('where', [call.array('pred'), call.array('on_true'), call.array('on_false')]),
  ),
  ...OPERATIONS.map(([name, operation]) => defined(name, 'x', (call) => call.apply(operation, [call.array('x')]))),
  ...PAIRS.map(([name, operation]) =>
    defined(name, 'x, y', (call) => call.apply(operation, [call.array('x'), call.array('y')])),
  ),
]

/** Axes along which `vmap` goes through each argument; null for one that is given whole. */
function mappedAxes(call: LibraryCall, count: number): (number | null)[] {
  const value = call.value('in_axes')
  const one = (axis: PyValue): number | null => {
    if (axis === NONE) return null
    const isAxis = axis instanceof PyNumber && axis.dtype === 'int' && axis.value.entries[0] >= 0
    return isAxis
      ? axis.value.entries[0]
      : call.refuse(`An entry of in_axes of ${call.callee} is 0, 1, … or None here.`)
  }
  if (!(value instanceof Tuple || value instanceof List)) return new Array<number | null>(count).fill(one(value))
  if (value.items.length !== count) call.refuse(`in_axes of ${call.callee} must have one entry for each argument.`)
  return value.items.map(one)
}

/** What `vmap(f)` gives for arguments: f for each row, and the results side by side. */
export function mapped(call: LibraryCall, positional: readonly PyValue[], at: Span): PyValue {
  const axes = mappedAxes(call, positional.length)
  if (axes.every((axis) => axis === null)) call.refuse(`${call.callee} needs an argument to go through.`)
  const rows = positional.map((value, i) => {
    const axis = axes[i]
    return axis === null ? null : rowsOf(call, value, axis)
  })
  const lengths = new Set(rows.flatMap((row) => (row ? [row.length] : [])))
  const [length] = lengths
  if (lengths.size !== 1) call.refuse(`${call.callee} goes through arrays of one length, and here they differ.`)
  const results = Array.from({ length }, (_, i) =>
    call.running.call(call.value('fun'), {
      positional: positional.map((value, k) => rows[k]?.[i] ?? value),
      keywords: new Map(),
      at,
    }),
  )
  return stackedTrees(call, results, call.whole('out_axes'))
}
