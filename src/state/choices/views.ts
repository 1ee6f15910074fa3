/** The views of the tab on the chain rule. */
export const CHAIN_VIEWS = ['paths', 'layers', 'orders', 'patterns', 'duality', 'elimination'] as const
export type ChainView = (typeof CHAIN_VIEWS)[number]
