import type { Span } from '../../language/syntax.ts'
import type { Running } from '../run/running.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { Dictionary, List, type PyValue, Tuple } from '../values/values.ts'

/** An argument that derivatives are taken with respect to, as inputs in the same structure of lists and dictionaries. */
export interface InputTree {
  readonly value: PyValue
  readonly inputs: readonly PyNumber[]
}

/** The same structure with other values at its numbers and arrays, in their order. */
export function mapTree(
  value: PyValue,
  path: string,
  at: Span,
  each: (leaf: PyNumber, path: string) => PyValue,
): PyValue {
  if (value instanceof PyNumber) return each(value, path)
  const item = (part: PyValue, key: string | number): PyValue =>
    mapTree(part, typeof key === 'number' ? `${path}[${key}]` : `${path}.${key}`, at, each)
  if (value instanceof List) return new List(value.items.map(item))
  if (value instanceof Tuple) return new Tuple(value.items.map(item))
  if (value instanceof Dictionary) {
    const made = new Dictionary()
    for (const [key, part] of value.items) made.items.set(key, item(part, key))
    return made
  }
  throw new Refusal('Derivatives are taken with respect to numbers and arrays, and lists or dictionaries of them.', at)
}

/** Inputs in place of the argument’s numbers; `name` is what the function calls it. */
export function inputTree(running: Running, argument: PyValue, name: string, at: Span): InputTree {
  const inputs: PyNumber[] = []
  const value = mapTree(argument, name, at, (leaf, path) => {
    const input = inputFor(running, leaf, path, at)
    inputs.push(input)
    return input
  })
  return { value, inputs }
}

/** What the text names already stays that input; of others one is made, with the value that it has. */
function inputFor(running: Running, leaf: PyNumber, path: string, at: Span): PyNumber {
  const { trace } = running
  if (leaf.dtype !== 'float')
    throw new Refusal('Only fractions can be differentiated: write this number with a point, as in 2.0.', at)
  const { origin } = leaf
  if (origin.kind === 'traced' && trace.lines[origin.value].kind === 'input') {
    differentiated(trace, origin.value)
    return leaf
  }
  const given = origin.kind === 'given' && origin.entry.length === 0 ? origin.input : null
  const literal = given?.literal ?? running.literalOf(leaf)
  const input = { name: given?.name ?? path, value: leaf.value, role: null, literal, at: given?.at ?? at }
  const made = trace.input(input, leaf.library)
  if (!given) return made
  leaf.origin = made.origin
  leaf.value = made.value
  return leaf
}

/** What was data so far is differentiated now. */
function differentiated({ lines }: Running['trace'], value: number): void {
  const line = lines[value]
  if (line.kind === 'input' && line.input.role === 'data')
    lines[value] = { ...line, input: { ...line.input, role: null } }
}
