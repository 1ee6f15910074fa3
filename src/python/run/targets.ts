import type { Span } from '../../language/syntax.ts'
import { quote } from '../../language/words.ts'
import type { PyExpression } from '../parse/pySyntax.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { Class, Collection, Instance, List, type PyValue } from '../values/values.ts'
import { methodOf } from './classes.ts'
import { spread, taken } from './evaluate.ts'
import { DrawingLibrary } from './imports.ts'
import type { Interpreting } from './interpreting.ts'
import { kindOf } from './kinds.ts'
import { extend } from './methods.ts'
import { infix } from './operators.ts'
import type { PyScope } from './scope.ts'
import { deleteItem, setItem } from './sequences.ts'

/** Binds what stands left of `=`. */
export function assigned(run: Interpreting, target: PyExpression, value: PyValue, scope: PyScope): void {
  if (target.kind === 'name') bind(run, target, value, scope)
  else if (target.kind === 'tuple' || target.kind === 'list') unpack(run, target, value, scope)
  else if (target.kind === 'member') setAttribute(run, run.evaluate(target.target, scope), target.name, value, target)
  else if (target.kind === 'subscript') {
    const of = run.evaluate(target.target, scope)
    setEntry(run, of, target, value, scope)
  } else throw new Refusal('Nothing can be assigned to this.', target)
}

function bind(run: Interpreting, target: PyExpression & { kind: 'name' }, value: PyValue, scope: PyScope): void {
  const owner = scope.ownerOf(target.name)
  if (!owner) throw new Refusal(`No function around this one has the name ${quote(target.name)}.`, target)
  // What is bound last stands last.
  owner.names.delete(target.name)
  owner.names.set(target.name, value)
  run.bound(target.name, value, owner, target)
}

function unpack(
  run: Interpreting,
  target: PyExpression & { kind: 'tuple' | 'list' },
  value: PyValue,
  scope: PyScope,
): void {
  // `fig, ax = plt.subplots()`
  const items = value instanceof DrawingLibrary ? target.items.map(() => value) : run.items(value, target)
  const { items: targets } = target
  const starAt = targets.findIndex(({ kind }) => kind === 'starred')
  const fits = starAt < 0 ? items.length === targets.length : items.length >= targets.length - 1
  if (!fits)
    throw new Refusal(`${targets.length} names stand here, and ${items.length} values are given to them.`, target)
  const more = items.length - targets.length
  for (const [k, one] of targets.entries()) {
    if (one.kind === 'starred') run.assign(one.value, new List(items.slice(k, k + more + 1)), scope)
    else run.assign(one, items[starAt >= 0 && k > starAt ? k + more : k], scope)
  }
}

/** `target.name = value` */
function setAttribute(run: Interpreting, target: PyValue, name: string, value: PyValue, at: Span): void {
  if (target instanceof Instance) {
    const method = methodOf(run, target, '__setattr__')
    if (method) throw new Refusal('`__setattr__` is not read here.', at)
    target.members.set(name, value)
    if (value instanceof PyNumber) run.trace.name(value, name, at)
  } else if (target instanceof Class) target.members.set(name, value)
  else if (target instanceof PyNumber) run.library.assignAttribute(run, target, name, value, at)
  else throw new Refusal(`Attributes of ${kindOf(target)} are not assigned here.`, at)
}

function setEntry(
  run: Interpreting,
  of: PyValue,
  target: PyExpression & { kind: 'subscript' },
  value: PyValue,
  scope: PyScope,
): void {
  const indices = target.indices.map((index) => run.evaluate(index, scope))
  putEntry(run, of, indices, value, target)
}

function putEntry(
  run: Interpreting,
  of: PyValue,
  indices: readonly PyValue[],
  value: PyValue,
  target: PyExpression & { kind: 'subscript' },
): void {
  if (of instanceof PyNumber) {
    run.library.assignEntries(run, of, spread(indices), value, target)
    rename(run, of, target.target)
  } else setItem(run, of, indices, value, target)
}

/** An array that was changed in place has another value under its name from here on. */
function rename(run: Interpreting, value: PyNumber, target: PyExpression): void {
  if (target.kind === 'name') run.trace.name(value, target.name, target)
}

/** `target += value` and the like: arrays and lists change in place, what else there is is bound again. */
export function augmented(
  run: Interpreting,
  { target, operator, value, ...at }: { target: PyExpression; operator: string; value: PyExpression } & Span,
  scope: PyScope,
): void {
  const change = (before: PyValue): PyValue => changed(run, operator, before, run.evaluate(value, scope), at)
  if (target.kind === 'name') {
    const owner = scope.ownerOf(target.name)
    const before = owner?.names.get(target.name) ?? run.evaluate(target, scope)
    run.assign(target, change(before), scope)
  } else if (target.kind === 'member') {
    const of = run.evaluate(target.target, scope)
    setAttribute(run, of, target.name, change(run.attribute(of, target.name, target)), target)
  } else if (target.kind === 'subscript') {
    const of = run.evaluate(target.target, scope)
    const indices = target.indices.map((index) => run.evaluate(index, scope))
    const before = taken(run, of, indices, target)
    // Entries of an array are put back where they stand; what was taken of it is not changed.
    const isEntry = of instanceof PyNumber && before instanceof PyNumber
    const after = isEntry ? run.library.combined(run, operator, before, run.evaluate(value, scope), at) : change(before)
    putEntry(run, of, indices, after, target)
  }
}

function changed(run: Interpreting, operator: string, before: PyValue, value: PyValue, at: Span): PyValue {
  if (before instanceof Instance) {
    const name = IN_PLACE.get(operator)
    const method = name && methodOf(run, before, name)
    if (method) return run.call(method, { positional: [value], keywords: new Map(), at })
  }
  if (before instanceof List && !(before instanceof Collection) && operator === '+') {
    extend(run, before, value, at)
    return before
  }
  if (before instanceof PyNumber && !(value instanceof Instance))
    return run.library.augment(run, operator, before, value, at)
  return infix(run, operator, before, value, at)
}

const IN_PLACE: ReadonlyMap<string, string> = new Map([
  ['+', '__iadd__'],
  ['-', '__isub__'],
  ['*', '__imul__'],
  ['/', '__itruediv__'],
  ['**', '__ipow__'],
  ['@', '__imatmul__'],
])

/** `del x, y[0]` */
export function deleted(run: Interpreting, target: PyExpression, scope: PyScope): void {
  if (target.kind === 'name') {
    const owner = scope.ownerOf(target.name)
    if (!owner?.names.delete(target.name)) throw new Refusal(`${quote(target.name)} is not defined.`, target)
  } else if (target.kind === 'subscript') {
    const of = run.evaluate(target.target, scope)
    for (const index of target.indices) deleteItem(of, run.evaluate(index, scope), target)
  } else if (target.kind === 'member') {
    const of = run.evaluate(target.target, scope)
    if (!(of instanceof Instance) || !of.members.delete(target.name))
      throw new Refusal(`There is no attribute ${quote(target.name)} to delete.`, target)
  } else if (target.kind === 'tuple' || target.kind === 'list')
    for (const item of target.items) deleted(run, item, scope)
  else throw new Refusal('This cannot be deleted.', target)
}
