import type { Span } from '../../language/syntax.ts'
import type { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'

/** Arrays that show the same numbers in memory: an array, and what is cut out of it without a copy. */
type Sharing = Set<PyNumber>

const sharings = new WeakMap<PyNumber, Sharing>()

/** Says that `view` shows entries of `base`, as `a[0]`, `a.T` and `a.reshape(…)` do; gives the view. */
export function viewOf(base: PyNumber, view: PyNumber): PyNumber {
  if (view === base) return view
  const sharing: Sharing = sharings.get(base) ?? new Set([base])
  sharing.add(view)
  sharings.set(base, sharing)
  sharings.set(view, sharing)
  return view
}

/**
 * To be called when an array is changed in place. What shares its numbers would change too, and that is not followed: such
 * an array can be no longer read.
 */
function changedInPlace(target: PyNumber, at: Span): void {
  const sharing = sharings.get(target)
  if (!sharing) return
  for (const other of sharing) if (other !== target) close(other, at)
  sharings.delete(target)
}

function close(array: PyNumber, at: Span): void {
  const unreadable = (): never => {
    throw new Refusal(
      'An array is changed in place here that a later line reads under another name (a part, .T or reshape of it shares its numbers). That is not followed: change a copy, as in b = a.copy().',
      at,
    )
  }
  Object.defineProperty(array, 'value', { get: unreadable, configurable: true })
}

/** Gives an array other numbers, for all of its names. */
export function overwrite(target: PyNumber, result: PyNumber, at: Span): void {
  changedInPlace(target, at)
  Object.defineProperty(target, 'value', { value: result.value, writable: true, enumerable: true, configurable: true })
  target.origin = result.origin
}
