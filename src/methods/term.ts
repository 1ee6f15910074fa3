import type { Primitive } from '../primitives/primitive.ts'
import { bounded, boundedTotal } from './counting.ts'
import { type Fraction, isNumber } from './fraction.ts'

/** A part of an expression: a number before a body; no body where it is a number alone. */
export interface SymbolicTerm {
  readonly factor: Fraction
  readonly body: Body | null
}

interface Identified {
  /** Parts have smaller ones. */
  readonly id: number
  /** Operations of the body when it is written out. */
  readonly operations: bigint
}

/** What a number can stand before. Equal bodies of one algebra are one object. */
export type Body = NameBody | SumBody | ProductBody | AppliedBody

interface NameBody extends Identified {
  readonly kind: 'name'
  readonly name: string
}

/** `before + last`: a sum grows at its end. */
interface SumBody extends Identified {
  readonly kind: 'sum'
  readonly before: SymbolicTerm
  readonly last: SymbolicTerm
}

/** `before · base^exponent`: a product grows at its end. A negative exponent stands under the line. */
export interface ProductBody extends Identified {
  readonly kind: 'product'
  readonly before: Body | null
  readonly base: Body
  readonly exponent: number
  /** How many factors stand above the line and below it, and the operations within them. */
  readonly above: number
  readonly below: number
  readonly within: bigint
}

/** A primitive of operands: `sin(x)`, `x < y`. */
export interface AppliedBody extends Identified {
  readonly kind: 'applied'
  readonly primitive: Primitive
  readonly operands: readonly SymbolicTerm[]
}

/** How many operations a term takes when it is written out as a tree. */
export function operationsOf({ factor, body }: SymbolicTerm): bigint {
  if (!body) return factor.bottom === 1 ? 0n : 1n
  const { above, below, within } = factorsOf(body)
  const { top, bottom } = factor
  const isWritten = Math.abs(top) !== 1
  const over = above + (isWritten ? 1 : 0)
  const under = below + (bottom === 1 ? 0 : 1)
  const minus = top === -1 && above > 0 ? 1 : 0
  return bounded(within + BigInt(Math.max(over - 1, 0) + under + minus))
}

/** Of a term without its sign. */
const operationsWithoutSign = ({ factor, body }: SymbolicTerm): bigint =>
  operationsOf({ factor: { ...factor, top: Math.abs(factor.top) }, body })

/** A body as a product, of a single factor where it is none. */
const factorsOf = (body: Body): Pick<ProductBody, 'above' | 'below' | 'within'> =>
  body.kind === 'product' ? body : { above: 1, below: 0, within: body.operations }

/** Of a product that gets one more factor. */
export function timesPower(before: Body | null, base: Body, exponent: number): Omit<ProductBody, 'id' | 'kind'> {
  const known = before ? factorsOf(before) : { above: 0, below: 0, within: 0n }
  const above = known.above + (exponent > 0 ? 1 : 0)
  const below = known.below + (exponent < 0 ? 1 : 0)
  const power = Math.abs(exponent) === 1 ? 0n : 1n
  const within = bounded(known.within + base.operations + power)
  const operations = bounded(within + BigInt(Math.max(above - 1, 0) + below))
  return { before, base, exponent, above, below, within, operations }
}

export const sumOperations = (before: SymbolicTerm, last: SymbolicTerm): bigint =>
  boundedTotal([operationsOf(before), operationsWithoutSign(last), 1n])

export const appliedOperations = (operands: readonly SymbolicTerm[]): bigint =>
  boundedTotal([1n, ...operands.map(operationsOf)])

export const isZero = ({ factor, body }: SymbolicTerm): boolean => body === null && factor.top === 0

/** The number that a term is; null where it is none. */
export const numberOf = ({ factor: { top, bottom }, body }: SymbolicTerm): number | null => (body ? null : top / bottom)

/** The body of a term that is nothing else. */
export const bodyAlone = ({ factor, body }: SymbolicTerm): Body | null => (isNumber(factor, 1) ? body : null)
