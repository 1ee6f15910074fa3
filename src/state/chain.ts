/** The views of the tab on the chain rule. */
export const CHAIN_VIEWS = ['paths', 'layers', 'orders', 'patterns', 'duality', 'elimination'] as const
export type ChainView = (typeof CHAIN_VIEWS)[number]

/** What nodes do in an adjoint pass, in the lecture’s words. */
export const PATTERNS = ['distributor', 'router', 'switcher', 'adder', 'scaler'] as const
export type PatternName = (typeof PATTERNS)[number]

/** Which factor of a product is multiplied first. */
export const BRACKETINGS = ['right', 'left', 'cheapest'] as const
export type BracketingName = (typeof BRACKETINGS)[number]

/** Steps taken one by one in a view: eliminations, products. */
export interface Steps {
  /** What they are steps on, in the view’s words; null where they come from a link, and may not fit. */
  readonly on: string | null
  readonly taken: readonly number[]
}

const NO_STEPS: Steps = { on: '', taken: [] }

/** What the user looks at there. */
export interface ChainSlice {
  readonly view: ChainView
  /** The derivative at hand: names of an input and of an output, or of their entries; null is the first one. */
  readonly from: string | null
  readonly to: string | null
  /** The path between them that stands out, by its place in the list; null lights all. */
  readonly path: number | null
  /** How the layers’ Jacobians are multiplied, and the products so far, by their place. */
  readonly bracketing: BracketingName
  readonly multiplied: Steps
  /** Those that are lit all over the graph. */
  readonly patterns: ReadonlySet<PatternName>
  /** Whether the second of the dual graphs is turned round. */
  readonly turned: boolean
  /** Vertices that are gone in the game, in order. */
  readonly eliminated: Steps
}

export const NO_CHOICE: ChainSlice = {
  ...{ view: 'paths', from: null, to: null, path: null },
  ...{ bracketing: 'right', multiplied: NO_STEPS, patterns: new Set(), turned: true, eliminated: NO_STEPS },
}

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
