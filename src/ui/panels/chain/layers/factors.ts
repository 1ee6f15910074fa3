import type { Primal } from '../../../../core.ts'
import {
  type Bracketing,
  cheapest,
  fromTheLeft,
  fromTheRight,
  type Layer,
  layersOf,
  type Matrix,
  multiplied,
} from '../../../../methods/layers.ts'
import type { Linearised } from '../../../../methods/linearised.ts'
import type { BracketingName } from '../../../../state/choices/chain.ts'
import type { Between } from '../../../kit/derivative/entries.ts'

/** A layer’s Jacobian, or the product of those of neighbouring layers. */
export interface Factor extends Span {
  readonly matrix: Matrix
}

/** A product under way: its factors, the last layer first, and what has been spent. */
export interface Product {
  readonly factors: readonly Factor[]
  readonly multiplications: number
}

export const beginProduct = (layers: readonly Layer[]): Product => ({
  factors: layers.map(({ matrix }, layer) => ({ first: layer, last: layer, matrix })).reverse(),
  multiplications: 0,
})

/** Multiplications that a factor takes with the one to its right. */
export function costOf({ factors }: Product, at: number): number {
  const [left, right] = [factors[at].matrix, factors[at + 1].matrix]
  return left.rows * left.columns * right.columns
}

/** The product after a factor has been multiplied with the one to its right. */
export function multiply(product: Product, at: number): Product {
  const [left, right] = [product.factors[at], product.factors[at + 1]]
  const ends = { from: [], to: [], computed: [] }
  const { matrix } = multiplied(
    [
      { ...ends, matrix: right.matrix },
      { ...ends, matrix: left.matrix },
    ],
    [1, 0],
  )
  const merged = { first: right.first, last: left.last, matrix }
  return {
    factors: [...product.factors.slice(0, at), merged, ...product.factors.slice(at + 2)],
    multiplications: product.multiplications + costOf(product, at),
  }
}

/** A way to bracket the product, and what it takes. */
export interface Way {
  readonly name: BracketingName
  readonly title: string
  readonly mode: string
  readonly products: Products
  readonly multiplications: number
}

export function waysOf(layers: readonly Layer[]): Way[] {
  const way = (name: BracketingName, title: string, mode: string, bracketing: Bracketing): Way => ({
    ...{ name, title, mode, products: productsIn(bracketing), multiplications: spanned(layers, bracketing).cost },
  })
  return [
    way('right', 'From the right', 'forward mode', fromTheRight(layers.length)),
    way('left', 'From the left', 'reverse mode', fromTheLeft(layers.length)),
    way('cheapest', 'Cheapest', 'dynamic programming', cheapest(layers)),
  ]
}

/** The layers that a bracketing spans, and what multiplying them takes, by their sizes alone. */
function spanned(layers: readonly Layer[], bracketing: Bracketing): { first: number; last: number; cost: number } {
  if (typeof bracketing === 'number') return { first: bracketing, last: bracketing, cost: 0 }
  const [left, right] = bracketing.map((part) => spanned(layers, part))
  const own = layers[left.last].to.length * layers[left.first].from.length * layers[right.first].from.length
  return { first: right.first, last: left.last, cost: left.cost + right.cost + own }
}

interface Span {
  readonly first: number
  readonly last: number
}

const keyOf = ({ first, last }: Span): string => `${first}-${last}`
const joinOf = (left: Span, right: Span): string => `${keyOf(left)}·${keyOf(right)}`

/** What a bracketing multiplies: each product as a whole, and by its two parts. */
interface Products {
  readonly wholes: ReadonlySet<string>
  readonly joins: ReadonlySet<string>
}

function productsIn(bracketing: Bracketing): Products {
  const [wholes, joins] = [new Set<string>(), new Set<string>()]
  const spanOf = (part: Bracketing): Span => {
    if (typeof part === 'number') return { first: part, last: part }
    const [left, right] = part.map(spanOf)
    const whole = { first: right.first, last: left.last }
    wholes.add(keyOf(whole))
    joins.add(joinOf(left, right))
    return whole
  }
  spanOf(bracketing)
  return { wholes, joins }
}

/** Where a bracketing multiplies next, the right part first; null where it is done, or the product went another way. */
export function nextIn({ wholes, joins }: Products, { factors }: Product): number | null {
  const isOnWay = factors.every((factor) => factor.first === factor.last || wholes.has(keyOf(factor)))
  if (!isOnWay) return null
  const next = factors.findLastIndex((left, at) => at + 1 < factors.length && joins.has(joinOf(left, factors[at + 1])))
  return next < 0 ? null : next
}

/** Which inputs and outputs the Jacobian is about: null is all of them. */
export interface Scope {
  readonly input: string | null
  readonly output: string | null
}

/** The graph with the ends of the scope alone. */
export function scoped({ linear, shown }: Between, { input, output }: Scope): Linearised {
  const { primal } = linear
  const { graph } = primal
  const within = <End extends { node: number }>(
    ends: readonly End[],
    of: readonly { name: string; node: number }[],
    name: string | null,
  ) => {
    const end = of.find((candidate) => candidate.name === name)
    if (!end) return ends
    return ends.filter(({ node }) => node >= shown.offset[end.node] && node < shown.offset[end.node + 1])
  }
  const ends = {
    inputs: within(graph.inputs, shown.inputs, input),
    outputs: within(graph.outputs, shown.outputs, output),
  }
  return { ...linear, primal: { ...primal, graph: { ...graph, ...ends } } satisfies Primal }
}

/** The layers of all inputs and outputs, or else of the first of them for which they are not too wide. */
export function firstLayers(between: Between, scope: Scope): { layers: Layer[]; scope: Scope } | null {
  const { inputs, outputs } = between.shown
  const inputNames = scope.input === null ? [null, ...inputs.map(({ name }) => name)] : [scope.input]
  const outputNames = scope.output === null ? [null, ...outputs.map(({ name }) => name)] : [scope.output]
  for (const output of outputNames.slice(0, MOST_TRIED))
    for (const input of inputNames.slice(0, MOST_TRIED)) {
      const layers = layersOf(scoped(between, { input, output }))
      if (layers) return { layers, scope: { input, output } }
    }
  return null
}

const MOST_TRIED = 12
