import type { Mode } from '../../../autodiff/pass.ts'
import { otherMode } from '../../../autodiff/pass.ts'
import type { BreakEven } from '../../../costs/breakEven.ts'
import { total } from '../../../costs/counts.ts'
import { count, grouped } from '../../../language/words.ts'

/** A count that may be scaled up from a part, as a whole number: 12,345. */
export const estimate = (operations: number): string => grouped(Math.round(operations))

/** In few letters, for tables and axes: 9,876 but 12.3k and 35.2M. */
export function compact(operations: number, from = 10_000): string {
  const [unit, letter] = operations >= 999_500 ? [1e6, 'M'] : [1e3, 'k']
  return operations < from ? estimate(operations) : `${grouped(Number((operations / unit).toPrecision(3)))}${letter}`
}

/** A count for each mode. */
type Pair = Readonly<Record<Mode, number>>

const fewer = ({ forward, reverse }: Pair): Mode | null =>
  forward === reverse ? null : forward < reverse ? 'forward' : 'reverse'

/** “1 against 3”, or “1 pass against 3” where it is said of what. */
const against = (pair: Pair, first: Mode, of = estimate): string =>
  `${of(pair[first])} against ${estimate(pair[otherMode(first)])}`

const passesOf = (passes: number): string => count(passes, 'pass', 'passes')
const operationsOf = (operations: number): string => count(Math.round(operations), 'operation')

/** Which mode is cheaper, as computed: “3 inputs, 1 output: reverse mode, 1 pass against 3; 41 operations against 78.” */
export function costVerdict({ point, forward, reverse }: BreakEven): string {
  if (point.d === 0 || point.c === 0)
    return `No derivative is asked for: there is no ${point.c === 0 ? 'output' : 'input'}.`
  const passes = { forward: forward.passes, reverse: reverse.passes }
  const operations = { forward: total(forward.all), reverse: total(reverse.all) }
  const [byPasses, byOperations] = [fewer(passes), fewer(operations)]
  const about = forward.isExact && reverse.isExact ? '' : 'about '
  const shape = `${count(point.d, 'input')}, ${count(point.c, 'output')}: `
  if (byPasses && byOperations && byPasses !== byOperations)
    return (
      `${shape}${byPasses} mode takes fewer passes, ${against(passes, byPasses)}; ` +
      `${byOperations} mode fewer operations, ${about}${against(operations, byOperations)}.`
    )
  const cheaper = byPasses ?? byOperations
  const inPasses = byPasses ? against(passes, byPasses, passesOf) : `${passesOf(passes.forward)} each`
  const inOperations = byOperations
    ? against(operations, byOperations, operationsOf)
    : `${operationsOf(operations.forward)} each`
  return `${shape}${cheaper ? `${cheaper} mode` : 'both modes alike'}, ${inPasses}; ${about}${inOperations}.`
}
