import type { Span } from '../../language/syntax.ts'
import { type Tensor, tensorOf, type Value } from '../../primitives/value.ts'
import type { PyExpression } from '../parse/pySyntax.ts'
import { type Given, PyNumber } from '../values/numbered.ts'
import { Dictionary, List, type PyValue, Tuple } from '../values/values.ts'
import { keyText } from './functions.ts'
import { constantForm } from './given.ts'
import type { Giving } from './interpreting.ts'

/** The name that the text gives a value to, and where. */
interface Naming extends Span {
  readonly name: string
}

/**
 * What the text gives to a name at the top, being a constant expression: it becomes an input where it is first computed
 * with. Lists stay lists: their numbers are entries of one input. Gives the value to bind.
 */
export function givenTo(giving: Giving, naming: Naming, value: PyValue, expression: PyExpression): PyValue {
  if (expression.kind === 'dictionary' && value instanceof Dictionary) {
    const values = [...value.items]
    for (const [k, { key, value: written }] of expression.entries.entries())
      if (key && expression.entries.length === values.length) {
        const [place, entry] = values[k]
        const inner = { ...naming, name: `${naming.name}[${keyText(place)}]` }
        value.items.set(place, givenTo(giving, inner, entry, written))
      }
    return value
  }
  const form = constantForm(expression)
  if (!form) return value
  if (value instanceof PyNumber) return givenNumber(giving, naming, value, form.literal)
  return value instanceof List || value instanceof Tuple ? givenList(giving, naming, value, form.literal) : value
}

function givenNumber(giving: Giving, naming: Naming, value: PyNumber, literal: Span | null): PyNumber {
  const isOwn = value.origin.kind === 'constant' && isInput(giving, naming.name, value, literal)
  if (!isOwn) return value
  const { library, dtype } = value
  const tensor = giving.trace.chosenFor(naming.name, value.value)
  const input = givenOf(giving, naming, tensor, literal)
  return new PyNumber(library, dtypeFor(tensor, dtype), tensor, { kind: 'given', input, entry: [] })
}

/** A number that counts, or that a loop adds to, is no input; where the text asks for derivatives, whole numbers are none. */
function isInput({ asks, fixed }: Giving, name: string, value: PyNumber, literal: Span | null): boolean {
  if (value.dtype === 'bool' || (asks && value.dtype === 'int')) return false
  const start = value.value.entries.length === 1 ? value.value.entries[0] : null
  if (fixed.buffers.has(name) && !literal) return false
  if (!fixed.accumulators.has(name)) return true
  return !(value.dtype === 'int' || start === 0 || start === 1)
}

const dtypeFor = ({ entries }: Tensor, dtype: PyNumber['dtype']) =>
  dtype === 'int' && entries.some((entry) => !Number.isInteger(entry)) ? 'float' : dtype

const givenOf = ({ asks }: Giving, { name, from, to }: Naming, value: Tensor, literal: Span | null): Given => ({
  name,
  at: { from, to },
  literal,
  value,
  ...(asks ? { role: 'data' as const } : {}),
})

function givenList(giving: Giving, naming: Naming, value: List | Tuple, literal: Span | null): List | Tuple {
  const numbers = numbersOf(value)
  const written = numbers === null ? null : tensorOf(numbers)
  if (!written || written.entries.length === 0 || standsTwice(value)) return value
  const isWhole = every(value, ({ dtype }) => dtype === 'int')
  if (giving.asks && isWhole) return value
  const tensor = giving.trace.chosenFor(naming.name, written)
  const input = givenOf(giving, naming, tensor, literal)
  let place = 0
  const entered = (inner: PyValue, entry: readonly number[]): PyValue => {
    if (inner instanceof List || inner instanceof Tuple) {
      const items = inner.items.map((item, k) => entered(item, [...entry, k]))
      if (inner instanceof Tuple) return new Tuple(items)
      inner.items = items
      return inner
    }
    const { library, dtype } = inner as PyNumber
    const number = { shape: [], entries: tensor.entries.slice(place, ++place) }
    return new PyNumber(library, dtypeFor(number, dtype), number, { kind: 'given', input, entry })
  }
  return entered(value, []) as List | Tuple
}

/** Whether a list in it is one object at two places, as in `[[0.0] * 2] * 2`: then it has not the entries of an array. */
function standsTwice(value: List | Tuple, seen = new Set<PyValue>()): boolean {
  if (value instanceof List && seen.has(value)) return true
  seen.add(value)
  return value.items.some((item) => (item instanceof List || item instanceof Tuple) && standsTwice(item, seen))
}

/** The constants that nested lists hold; null where they hold anything else. */
function numbersOf(value: PyValue): Value | null {
  if (value instanceof List || value instanceof Tuple) {
    const items = value.items.map(numbersOf)
    return items.some((item) => item === null) ? null : (items as Value[])
  }
  const isConstant = value instanceof PyNumber && value.library === 'python' && value.origin.kind === 'constant'
  return isConstant && value.value.shape.length === 0 ? value.value.entries[0] : null
}

const every = (value: PyValue, holds: (number: PyNumber) => boolean): boolean =>
  value instanceof List || value instanceof Tuple
    ? value.items.every((item) => every(item, holds))
    : value instanceof PyNumber && holds(value)
