import { MAX_OPERATIONS } from '../../language/limits.ts'
import { grouped, quote } from '../../language/words.ts'
import { APPLY, CALL, type Code } from './code.ts'
import type { DeclarationIndex, Scope } from './declarations.ts'
import type { ProgramProblems } from './problems.ts'

/** Numbers that the nodes of a program have together, and that one array may have. */
export const MAX_ENTRIES = 1_000_000
/** Local partials that the edges of a program keep together. */
export const MAX_KEPT = 4_000_000
/** Multiply-adds of one pass: what a page computes without making anyone wait. */
export const MAX_WORK = 20_000_000
/** Different calls and rounds of loops that are one node each. */
export const MAX_CLOSED = 20_000

/**
 * Whether the program stays within the limit once its functions are inlined; an error if not.
 * Counted function by function, so that calls which double from one function to the next cost nothing to count.
 */
export function checkSize(
  order: readonly DeclarationIndex[],
  isInstantiated: (declaration: DeclarationIndex) => boolean,
  scope: Scope,
  code: Code,
  problems: ProgramProblems,
): void {
  const sizes = new Float64Array(scope.declarations.length)
  let total = 0
  for (const index of order) {
    sizes[index] = sizeOf(index, sizes, code)
    if (isInstantiated(index)) total += sizes[index]
    if (total <= MAX_OPERATIONS) continue
    const most = grouped(MAX_OPERATIONS)
    const { name, at } = scope.declarations[index]
    problems.error(
      `With ${quote(name)} the program has more than ${most} operations, calls written out. Make it smaller.`,
      at,
    )
    return
  }
}

/** An operation of many operands counts as if they were taken in two by two; a call as one more. */
function sizeOf(index: DeclarationIndex, sizes: Float64Array, code: Code): number {
  let size = 0
  const { kind, count, argument } = code
  const { start, end } = code.range(index)
  for (let step = start; step < end; step++) {
    if (kind[step] === APPLY || kind[step] === CALL) size += Math.max(1, count[step] - 1)
    if (kind[step] === CALL) size += sizes[argument[step]]
  }
  return size
}
