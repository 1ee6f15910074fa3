import type { Span } from '../../language/syntax.ts'
import { Refusal } from '../values/refusal.ts'
import type { Arguments, PyValue } from '../values/values.ts'
import type { Interpreting } from './interpreting.ts'
import { compared } from './operators.ts'

/** The items in order, those that are equal as they stood; `key` and `reverse` as in `sorted`. */
export function sortedBy(run: Interpreting, items: readonly PyValue[], given: Arguments, at: Span): PyValue[] {
  const key = given.keywords.get('key')
  const isReversed = given.keywords.get('reverse')
  for (const name of given.keywords.keys())
    if (name !== 'key' && name !== 'reverse') throw new Refusal(`Sorting has no parameter “${name}”.`, at)
  const pairs = items.map((item) => ({
    item,
    by: key ? run.call(key, { positional: [item], keywords: new Map(), at }) : item,
  }))
  const reverse = isReversed !== undefined && run.truth(isReversed, at)
  const isLess = (a: PyValue, b: PyValue) => run.truth(compared(run, '<', a, b, at), at)
  pairs.sort((a, b) => {
    run.step(at)
    if (isLess(a.by, b.by)) return reverse ? 1 : -1
    return isLess(b.by, a.by) ? (reverse ? -1 : 1) : 0
  })
  return pairs.map(({ item }) => item)
}
