import type { Mode } from '../../../autodiff/pass.ts'
import type { BreakEven } from '../../../costs/breakEven.ts'
import { total } from '../../../costs/counts.ts'
import { grouped as written } from '../../../language/grouped.ts'

export const MODES: readonly Mode[] = ['forward', 'reverse']
export const TITLE = { forward: 'Forward mode', reverse: 'Reverse mode' } as const
export const SIGN = { forward: '▸', reverse: '◂' } as const
export const PASS = { forward: 'tangent', reverse: 'adjoint' } as const

/** Whole numbers with their thousands apart: 12,345. */
export const grouped = (count: number): string => written(Math.round(count))

/** In few letters, for tables and axes: 9,876 but 12.3k and 35.2M. */
export function compact(count: number, from = 10_000): string {
  const [unit, letter] = count >= 999_500 ? [1e6, 'M'] : [1e3, 'k']
  return count < from ? grouped(count) : `${written(Number((count / unit).toPrecision(3)))}${letter}`
}

/** “1 pass”, “3 passes”. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`

/** A count for each mode. */
type Pair = Readonly<Record<Mode, number>>

const fewer = ({ forward, reverse }: Pair): Mode | null =>
  forward === reverse ? null : forward < reverse ? 'forward' : 'reverse'

const other = (mode: Mode): Mode => (mode === 'forward' ? 'reverse' : 'forward')

/** “1 against 3”, or “1 pass against 3” where it is said of what. */
const against = (pair: Pair, first: Mode, of = grouped): string =>
  `${of(pair[first])} against ${grouped(pair[other(first)])}`

const passesOf = (count: number): string => plural(count, 'pass', 'passes')
const operationsOf = (count: number): string => plural(count, 'operation')

/** Which mode is cheaper, as computed: “3 inputs, 1 output: reverse mode, 1 pass against 3; 41 operations against 78.” */
export function verdict({ point, forward, reverse }: BreakEven): string {
  if (point.d === 0 || point.c === 0)
    return `No derivative is asked for: there is no ${point.c === 0 ? 'output' : 'input'}.`
  const passes = { forward: forward.passes, reverse: reverse.passes }
  const operations = { forward: total(forward.all), reverse: total(reverse.all) }
  const [byPasses, byOperations] = [fewer(passes), fewer(operations)]
  const about = forward.isExact && reverse.isExact ? '' : 'about '
  const shape = `${plural(point.d, 'input')}, ${plural(point.c, 'output')}: `
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
