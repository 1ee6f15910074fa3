import type { Span } from '../../language/syntax.ts'
import { quote } from '../../language/words.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { Collection, Dictionary, Instance, List, type PyValue, Slice, Text, Tuple } from '../values/values.ts'
import { methodOf } from './classes.ts'
import type { Interpreting } from './interpreting.ts'
import { kindOf } from './kinds.ts'
import { keyOf } from './operators.ts'

/** What `for` goes through. */
export function itemsOf(run: Interpreting, value: PyValue, at: Span): readonly PyValue[] {
  if (value instanceof Collection && value.items.some((item) => !(item instanceof Instance)))
    throw new Refusal('The order in which a set gives its members is not defined. Use a list.', at)
  if (value instanceof List || value instanceof Tuple) return value.items
  if (value instanceof Dictionary) return [...value.items.keys()].map((key) => keyValue(run, key, at))
  if (value instanceof Text && value.isKnown) return [...value.text].map((letter) => new Text(letter))
  if (value instanceof PyNumber && value.value.shape.length > 0)
    return Array.from({ length: value.value.shape[0] }, (_, k) => {
      run.step(at)
      return run.library.subscript(run, value, [run.number(k, 'int', at)], at)
    })
  if (value instanceof Instance) return itemsOfInstance(run, value, at)
  throw new Refusal(`Python goes through lists, tuples, ranges and arrays; this is ${kindOf(value)}.`, at)
}

function itemsOfInstance(run: Interpreting, value: Instance, at: Span): readonly PyValue[] {
  const given = (positional: PyValue[]) => ({ positional, keywords: new Map<string, PyValue>(), at })
  const iterate = methodOf(run, value, '__iter__')
  if (iterate) {
    const items = run.call(iterate, given([]))
    if (items === value) throw new Refusal('An object that counts by `__next__` is not read here. Use a list.', at)
    return itemsOf(run, items, at)
  }
  const [item, length] = [methodOf(run, value, '__getitem__'), methodOf(run, value, '__len__')]
  if (!item || !length) throw new Refusal(`Python cannot go through ${kindOf(value)}.`, at)
  const count = wholeNumber(run.call(length, given([])), at)
  return Array.from({ length: count }, (_, k) => run.call(item, given([run.number(k, 'int', at)])))
}

export const keyValue = (run: Interpreting, key: string | number, at: Span): PyValue =>
  typeof key === 'number' ? run.number(key, 'int', at) : new Text(key)

/** A whole number for its own sake: an index, a count. */
export function wholeNumber(value: PyValue, at: Span): number {
  const isWhole = value instanceof PyNumber && value.value.entries.length === 1 && value.dtype !== 'float'
  if (!isWhole) throw new Refusal(`A whole number is needed here; this is ${floatWords(value)}.`, at)
  return value.value.entries[0]
}

const floatWords = (value: PyValue): string =>
  value instanceof PyNumber && value.value.entries.length === 1 ? 'a float' : kindOf(value)

/** `target[index]` of what is no array. */
export function itemAt(run: Interpreting, target: PyValue, indices: readonly PyValue[], at: Span): PyValue {
  const index = indices.length === 1 ? indices[0] : new Tuple(indices)
  if (target instanceof Instance) {
    const method = methodOf(run, target, '__getitem__')
    if (!method) throw new Refusal(`${target.class.name} has no \`__getitem__\`.`, at)
    return run.call(method, { positional: [index], keywords: new Map(), at })
  }
  if (target instanceof Dictionary) {
    const key = keyOf(index, at)
    const found = target.items.get(key)
    if (found === undefined) throw new Refusal(`The dictionary has no key ${quote(String(key))}.`, at)
    return found
  }
  if (target instanceof Text) return textAt(target, index, at)
  if (target instanceof Collection || !(target instanceof List || target instanceof Tuple))
    throw new Refusal(`Nothing can be taken out of ${kindOf(target)} by \`[…]\`.`, at)
  if (index instanceof Slice) {
    const items = placesOf(index, target.items.length, at).map((place) => target.items[place])
    return target instanceof List ? new List(items) : new Tuple(items)
  }
  return target.items[placeOf(index, target.items.length, at)]
}

function textAt(target: Text, index: PyValue, at: Span): PyValue {
  if (!target.isKnown) return target
  const letters = [...target.text]
  if (index instanceof Slice)
    return new Text(
      placesOf(index, letters.length, at)
        .map((place) => letters[place])
        .join(''),
    )
  return new Text(letters[placeOf(index, letters.length, at)])
}

/** The place that an index means; a negative one counts from the end. */
export function placeOf(index: PyValue, length: number, at: Span): number {
  const whole = wholeNumber(index, at)
  const place = whole < 0 ? whole + length : whole
  if (place < 0 || place >= length)
    throw new Refusal(`There is no item ${whole}: it has ${length} ${length === 1 ? 'item' : 'items'}.`, at)
  return place
}

/** The places that a slice takes of so many, as Python counts them. */
function placesOf({ start, stop, step }: Slice, length: number, at: Span): number[] {
  const by = step ?? 1
  if (by === 0) throw new Refusal('The step of a slice cannot be 0.', at)
  const clip = (place: number, low: number, high: number) =>
    Math.min(high, Math.max(low, place < 0 ? place + length : place))
  const places: number[] = []
  if (by > 0) {
    const end = clip(stop ?? length, 0, length)
    for (let place = clip(start ?? 0, 0, length); place < end; place += by) places.push(place)
  } else {
    const end = stop === null ? -1 : clip(stop, -1, length - 1)
    for (let place = clip(start ?? length - 1, -1, length - 1); place > end; place += by) places.push(place)
  }
  return places
}

/** `target[index] = value` of what is no array. */
export function setItem(
  run: Interpreting,
  target: PyValue,
  indices: readonly PyValue[],
  value: PyValue,
  at: Span,
): void {
  const index = indices.length === 1 ? indices[0] : new Tuple(indices)
  if (target instanceof Dictionary) target.items.set(keyOf(index, at), value)
  else if (target instanceof List && !(target instanceof Collection)) {
    if (!(index instanceof Slice)) target.items[placeOf(index, target.items.length, at)] = value
    else if (index.step === null || index.step === 1) {
      const places = placesOf(index, target.items.length, at)
      const start = index.start ?? 0
      const from =
        places[0] ?? Math.min(target.items.length, Math.max(0, start < 0 ? start + target.items.length : start))
      target.items.splice(from, places.length, ...run.items(value, at))
    } else throw new Refusal('A slice with a step is not assigned here.', at)
  } else if (target instanceof Instance) {
    const method = methodOf(run, target, '__setitem__')
    if (!method) throw new Refusal(`${target.class.name} has no \`__setitem__\`.`, at)
    run.call(method, { positional: [index, value], keywords: new Map(), at })
  } else throw new Refusal(`The items of ${kindOf(target)} cannot be assigned.`, at)
}

/** `del target[index]` */
export function deleteItem(target: PyValue, index: PyValue, at: Span): void {
  if (target instanceof Dictionary) target.items.delete(keyOf(index, at))
  else if (target instanceof List && index instanceof Slice) {
    const places = new Set(placesOf(index, target.items.length, at))
    target.items = target.items.filter((_, place) => !places.has(place))
  } else if (target instanceof List) target.items.splice(placeOf(index, target.items.length, at), 1)
  else throw new Refusal(`The items of ${kindOf(target)} cannot be deleted.`, at)
}
