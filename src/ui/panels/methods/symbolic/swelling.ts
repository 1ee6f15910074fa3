import type { SwellPoint } from '../../../../methods/swell.ts'
import { countText } from '../../../kit/derivative/counts.ts'

/** The curves of the chart, the highest first. */
export const SIZES = [
  { kind: 'tree', name: 'by the rules' },
  { kind: 'simplified', name: 'simplified' },
  { kind: 'automatic', name: 'forward mode' },
  { kind: 'nodes', name: 'graph' },
] as const

type SizeKind = (typeof SIZES)[number]['kind']

/** Digits that a double has. */
const DIGITS = 16

/** log₁₀ of a count of any size; of 0 that of 1, where the axis begins. */
export function exponentOf(count: bigint | number): number {
  const digits = String(count)
  const [head, rest] = [digits.slice(0, DIGITS), digits.length - DIGITS]
  return Math.log10(Math.max(1, Number(head))) + Math.max(0, rest)
}

/** The chart in a sentence. */
export function swellText(points: readonly SwellPoint[]): string {
  const [first, last] = [points[0], points[points.length - 1]]
  const grows = (kind: SizeKind) => `from ${countText(first[kind])} to ${countText(last[kind])} operations`
  return (
    `Composed with itself ${last.times} times, the program’s derivative grows ${grows('tree')} by the rules alone and ` +
    `${grows('simplified')} simplified; automatic differentiation ${grows('automatic')}.`
  )
}
