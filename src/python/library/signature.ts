import type { Span } from '../../language/syntax.ts'
import { count, listed, quote } from '../../language/words.ts'
import { scalarTensor } from '../../primitives/value.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { type Arguments, NONE, type PyValue, Text, Tuple } from '../values/values.ts'
import { advice } from './advice.ts'

/** What a function of a library may be called with, as Python has it. */
export interface Signature {
  /** By position first, then those by keyword alone. */
  readonly parameters: readonly Parameter[]
  /** Takes any number of further values by position: `*arrays`. Its values are bound as a tuple. */
  readonly rest: string | null
}

interface Parameter {
  readonly name: string
  readonly by: 'position' | 'both' | 'keyword'
  /** As it is written; null where a value must be given, or where it is asked for whether one was. */
  readonly written: string | null
  readonly isNeeded: boolean
  /** Only the default is read; anything else is refused by the name. */
  readonly isFixed: boolean
}

/**
 * A signature as Python writes it: `a, axis=None, /, *, keepdims=False`. A `?` behind a default says that no other value
 * is read (`out=None?`), `=?` that none is, and `=_` that it may be left out.
 */
export function signature(text: string): Signature {
  const parameters: Parameter[] = []
  let by: Parameter['by'] = 'both'
  let rest: string | null = null
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === '') continue
    if (part === '/') {
      for (const [i, before] of parameters.entries()) parameters[i] = { ...before, by: 'position' }
    } else if (part.startsWith('*')) {
      by = 'keyword'
      rest = part.slice(1) || null
    } else parameters.push(parameterOf(part, by))
  }
  return { parameters, rest }
}

function parameterOf(part: string, by: Parameter['by']): Parameter {
  const [name, given] = part.split('=')
  const isFixed = given?.endsWith('?') ?? false
  const written = isFixed ? given.slice(0, -1) : given
  return { name, by, isFixed, isNeeded: given === undefined, written: written && written !== '_' ? written : null }
}

/** What each parameter stands for in a call; those left out without a default are not in it. Refused as Python refuses it. */
export function bind(callee: string, { parameters, rest }: Signature, given: Arguments): Map<string, PyValue> {
  const bound = new Map<string, PyValue>()
  const places = parameters.filter(({ by }) => by !== 'keyword')
  const { positional, keywords, at } = given
  if (positional.length > places.length && rest === null)
    throw new Refusal(`${callee} takes ${atMost(places.length)}, and here are ${positional.length}.`, at)
  for (const [i, { name }] of places.entries()) if (i < positional.length) bound.set(name, positional[i])
  if (rest !== null) bound.set(rest, new Tuple(positional.slice(places.length)))
  for (const [keyword, value] of keywords) {
    const parameter = parameters.find(({ name, by }) => name === keyword && by !== 'position')
    if (!parameter) throw new Refusal(unknown(callee, keyword, parameters), at)
    if (bound.has(keyword)) throw new Refusal(`${callee} is given ${keyword} twice.`, at)
    bound.set(keyword, value)
  }
  for (const parameter of parameters) complete(callee, parameter, bound, at)
  return bound
}

const atMost = (places: number): string => (places === 0 ? 'no arguments' : `at most ${count(places, 'argument')}`)

function unknown(callee: string, keyword: string, parameters: readonly Parameter[]): string {
  const known = parameters.filter(({ by, isFixed }) => by !== 'position' && !isFixed).map(({ name }) => name)
  return `${callee} has no keyword ${quote(keyword)}; ${known.length > 0 ? `it has ${listed(known)}` : 'it has none'}.`
}

function complete(callee: string, parameter: Parameter, bound: Map<string, PyValue>, at: Span): void {
  const { name, written, isNeeded, isFixed } = parameter
  const value = bound.get(name)
  const usual = written === null ? null : literal(written, at)
  if (value === undefined) {
    if (isNeeded) throw new Refusal(`${callee} needs its argument ${quote(name)}.`, at)
    if (usual !== null) bound.set(name, usual)
  } else if (isFixed && !(usual !== null && isSame(value, usual))) {
    const what = written === null ? 'not read here' : `read as ${name}=${written} only`
    throw new Refusal(`${quote(name)} of ${callee} is ${what}.${advice(name)}`, at)
  }
}

/** A default as a value: None, True, False, a number, a text or (). */
function literal(written: string, at: Span): PyValue {
  if (written === 'None') return NONE
  if (written === '()') return new Tuple([])
  if (written.startsWith("'")) return new Text(written.slice(1, -1))
  const isTruth = written === 'True' || written === 'False'
  const dtype = isTruth ? 'bool' : /^-?\d+$/.test(written) ? 'int' : 'float'
  const value = isTruth ? Number(written === 'True') : Number(written)
  return new PyNumber('python', dtype, scalarTensor(value), { kind: 'constant', at })
}

function isSame(a: PyValue, b: PyValue): boolean {
  if (a instanceof Text && b instanceof Text) return a.text === b.text
  if (a instanceof PyNumber && b instanceof PyNumber)
    return a.value.shape.length === 0 && a.value.entries[0] === b.value.entries[0]
  return a === b
}
