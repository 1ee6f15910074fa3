import { grouped } from '../../language/words.ts'
import { MAX_CLOSED, MAX_ENTRIES, MAX_KEPT, MAX_WORK } from '../resolve/size.ts'
import type { Tape } from './tape.ts'

/** What a program has too much of, and what to do; null if nothing. What is inside closed modules counts as well. */
export function excessOf({ entries, kept, work, inside, closed }: Tape): string | null {
  if (entries + inside.entries > MAX_ENTRIES)
    return `has more than ${grouped(MAX_ENTRIES)} numbers. Make its arrays smaller.`
  if (kept + inside.kept > MAX_KEPT)
    return `keeps more than ${grouped(MAX_KEPT)} local partials. Make its arrays smaller.`
  if (work > MAX_WORK) return `computes more than ${grouped(MAX_WORK)} numbers on the way. Make its arrays smaller.`
  if (closed.length > MAX_CLOSED)
    return `has more than ${grouped(MAX_CLOSED)} calls and rounds that are one node each. Make fewer of them.`
  return null
}
