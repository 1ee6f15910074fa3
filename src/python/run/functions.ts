import { listed, quote } from '../../language/words.ts'
import type { FunctionText, PyParameter } from '../parse/pySyntax.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { type Arguments, Callable, type Class, Dictionary, NONE, type PyValue, Tuple } from '../values/values.ts'
import type { Interpreting } from './interpreting.ts'
import { ownNames, PyScope } from './scope.ts'

/** A function that the program writes. */
export class UserFunction extends Callable {
  readonly text: FunctionText
  readonly scope: PyScope
  readonly defaults: ReadonlyMap<string, PyValue>
  /** What blocks and messages call it: a `lambda` as the name that it was first given to. */
  override shown: string
  /** The class that it is a method of. */
  owner: Class | null = null

  constructor(text: FunctionText, scope: PyScope, defaults: ReadonlyMap<string, PyValue>, call: Callable['call']) {
    super(text.name, call)
    this.text = text
    this.scope = scope
    this.defaults = defaults
    this.shown = text.name
    this.parameters = text.parameters.map(({ name }) => name)
  }
}

/** Runs the body of a function, in a block of its own. */
export function runFunction(run: Interpreting, callee: UserFunction, given: Arguments, as?: string): PyValue {
  const own = ownNames(callee.text.body)
  if (own.yields) throw new Refusal(YIELDS, given.at)
  const scope = new PyScope('function', callee.scope, own)
  run.trace.open(as ?? callee.shown, given.at)
  try {
    for (const [parameter, value] of boundArguments(callee, given)) {
      scope.names.set(parameter.name, value)
      if (value instanceof PyNumber) run.trace.name(value, parameter.name, parameter)
    }
    const flow = run.execute(callee.text.body, scope)
    return typeof flow === 'object' ? flow.returned : NONE
  } finally {
    run.trace.close()
  }
}

const YIELDS = 'This function has a `yield`, which is not read here. Append to a list, and return it.'

/** What each parameter of a function gets; refused as Python refuses, with the function’s name. */
function boundArguments({ text, shown, defaults }: UserFunction, given: Arguments): Map<PyParameter, PyValue> {
  const bound = new Map<PyParameter, PyValue>()
  const { parameters } = text
  const byPlace = parameters.filter(({ kind }) => kind === 'place' || kind === 'either')
  const rest = parameters.find(({ kind }) => kind === 'rest')
  const others = parameters.find(({ kind }) => kind === 'others')
  if (given.positional.length > byPlace.length && !rest)
    throw new Refusal(
      `${shown} takes ${byPlace.length} ${byPlace.length === 1 ? 'argument' : 'arguments'}, and gets ${given.positional.length}.`,
      given.at,
    )
  for (const [k, parameter] of byPlace.entries())
    if (k < given.positional.length) bound.set(parameter, given.positional[k])
  if (rest) bound.set(rest, new Tuple(given.positional.slice(byPlace.length)))
  const more = new Dictionary()
  for (const [name, value] of given.keywords) {
    const parameter = parameters.find((one) => one.name === name && (one.kind === 'either' || one.kind === 'keyword'))
    if (parameter && bound.has(parameter)) throw new Refusal(`${shown} gets ${quote(name)} twice.`, given.at)
    if (parameter) bound.set(parameter, value)
    else if (others) more.items.set(name, value)
    else throw new Refusal(`${shown} has no parameter ${quote(name)}.`, given.at)
  }
  if (others) bound.set(others, more)
  const missing: string[] = []
  for (const parameter of parameters)
    if (!bound.has(parameter)) {
      const initial = defaults.get(parameter.name)
      if (initial) bound.set(parameter, initial)
      else missing.push(parameter.name)
    }
  if (missing.length > 0) throw new Refusal(`${shown} needs ${listed(missing)}, and does not get it.`, given.at)
  return bound
}

/** The text of a value’s key in messages and names. */
export const keyText = (key: string | number): string => (typeof key === 'number' ? String(key) : `'${key}'`)
