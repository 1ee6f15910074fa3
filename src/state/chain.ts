/** The views of the tab on the chain rule. */
export const CHAIN_VIEWS = ['paths', 'layers', 'orders', 'patterns', 'duality', 'elimination'] as const
export type ChainView = (typeof CHAIN_VIEWS)[number]

/** What the user looks at there. */
export interface ChainSlice {
  readonly view: ChainView
  /** The derivative at hand: names of an input and of an output, or of their entries; null is the first one. */
  readonly from: string | null
  readonly to: string | null
  /** The path between them that stands out, by its place in the list; null lights all. */
  readonly path: number | null
}

export const NO_CHOICE: ChainSlice = { view: 'paths', from: null, to: null, path: null }

/** What stands out in the graph. */
export interface Emphasis {
  /** Whether everything else steps back. */
  readonly isAlone: boolean
  /** By stable id. */
  readonly nodes: ReadonlyMap<number, Tone>
  /** By `edgeKey`. */
  readonly edges: ReadonlyMap<string, Tone>
  /** What is written on edges in place of their partials, by `edgeKey`. */
  readonly labels: ReadonlyMap<string, string>
}

export type Tone = 'soft' | 'strong'

/** An edge is a consumer, by its stable id, and a slot. */
export const edgeKey = (consumerId: number, slot: number): string => `${consumerId}:${slot}`

/** Whether a view draws a graph of its own, in the place of the program’s. */
export const takesStage = ({ tab, view }: ChainSlice & { readonly tab: string }): boolean =>
  tab === 'chain' && (view === 'duality' || view === 'elimination')
