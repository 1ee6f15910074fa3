import type { Bracketing } from './bracketing.ts'
import { type Matrix, multiplicationsOf, multiplied } from './matrix.ts'

/** Neighbouring layers, by their places. */
interface Layers {
  readonly first: number
  readonly last: number
}

/** A layer’s Jacobian, or the product of those of neighbouring layers. */
export interface Factor extends Layers {
  readonly matrix: Matrix
}

/** A product under way: its factors, the last layer first, and what has been spent. */
export interface Product {
  readonly factors: readonly Factor[]
  readonly multiplications: number
}

/** Of the layers' Jacobians, the first layer's first. */
export const beginProduct = (matrices: readonly Matrix[]): Product => ({
  factors: matrices.map((matrix, layer) => ({ first: layer, last: layer, matrix })).reverse(),
  multiplications: 0,
})

/** Multiplications that a factor takes with the one to its right. */
export const costOf = ({ factors }: Product, at: number): number =>
  multiplicationsOf(factors[at].matrix, factors[at + 1].matrix)

/** The product after a factor has been multiplied with the one to its right. */
export function multiply(product: Product, at: number): Product {
  const [left, right] = [product.factors[at], product.factors[at + 1]]
  const both = { first: right.first, last: left.last, matrix: multiplied(left.matrix, right.matrix) }
  return {
    factors: [...product.factors.slice(0, at), both, ...product.factors.slice(at + 2)],
    multiplications: product.multiplications + costOf(product, at),
  }
}

/** How many products can be made where so many factors stand: each joins two. */
export function possibleProducts(factors: number, places: readonly number[]): number {
  const wrong = places.findIndex((place, made) => place > factors - made - 2)
  return wrong < 0 ? places.length : wrong
}

/** What a bracketing multiplies: each product as a whole, and by its two parts. */
export interface BracketedProducts {
  readonly wholes: ReadonlySet<string>
  readonly joins: ReadonlySet<string>
}

const keyOf = ({ first, last }: Layers): string => `${first}-${last}`
const joinOf = (left: Layers, right: Layers): string => `${keyOf(left)}·${keyOf(right)}`

export function productsIn(bracketing: Bracketing): BracketedProducts {
  const [wholes, joins] = [new Set<string>(), new Set<string>()]
  const layersIn = (part: Bracketing): Layers => {
    if (typeof part === 'number') return { first: part, last: part }
    const [left, right] = part.map(layersIn)
    const whole = { first: right.first, last: left.last }
    wholes.add(keyOf(whole))
    joins.add(joinOf(left, right))
    return whole
  }
  layersIn(bracketing)
  return { wholes, joins }
}

/** Where a bracketing multiplies next, the right part first; null where it is done, or the product went another way. */
export function nextIn({ wholes, joins }: BracketedProducts, { factors }: Product): number | null {
  const isOnWay = factors.every((factor) => factor.first === factor.last || wholes.has(keyOf(factor)))
  if (!isOnWay) return null
  const next = factors.findLastIndex((left, at) => at + 1 < factors.length && joins.has(joinOf(left, factors[at + 1])))
  return next < 0 ? null : next
}

/** The places where a bracketing goes on multiplying until it is done. */
export function restOf(products: BracketedProducts, product: Product): number[] {
  const next = nextIn(products, product)
  return next === null ? [] : [next, ...restOf(products, multiply(product, next))]
}

/** What multiplying the matrices as a bracketing says takes, by their sizes alone. */
export function costIn(matrices: readonly Matrix[], bracketing: Bracketing): number {
  const sized = (part: Bracketing): { rows: number; columns: number; cost: number } => {
    if (typeof part === 'number') return { rows: matrices[part].rows, columns: matrices[part].columns, cost: 0 }
    const [left, right] = part.map(sized)
    const own = left.rows * left.columns * right.columns
    return { rows: left.rows, columns: right.columns, cost: left.cost + right.cost + own }
  }
  return sized(bracketing).cost
}
