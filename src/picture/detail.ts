/** How much of nodes can be made out: that they are there, their operations, or all of them. */
export type Detail = 'dot' | 'symbol' | 'full'

/** Px on the screen of the numbers' size from which symbols, and from which numbers can be made out. */
const SYMBOL_FROM = 3.3
const NUMBERS_FROM = 7

export const detailAt = (size: number): Detail => (size < SYMBOL_FROM ? 'dot' : size < NUMBERS_FROM ? 'symbol' : 'full')
