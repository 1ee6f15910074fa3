import { RADIUS } from './figure.ts'

/** How much of a node can be made out: that it is there, its operation, or all of it. */
export type Detail = 'dot' | 'symbol' | 'full'

/** Radius of a node on the screen in px from which its symbol, and from which its numbers can be read. */
const SYMBOL_FROM = 9
const NUMBERS_FROM = 19

export function detailAt(scale: number): Detail {
  const radius = RADIUS * scale
  return radius < SYMBOL_FROM ? 'dot' : radius < NUMBERS_FROM ? 'symbol' : 'full'
}
