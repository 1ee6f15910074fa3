import { CHAIN, CHAIN_AND_METHODS, viewOf } from './belonging.ts'
import { asItIs, flag, linked, setOf, staying, type Values } from './choice.ts'
import { compactNumber, listOf, nameField, oneOf, whole } from './form.ts'
import { CHAIN_VIEWS, type ChainView } from './views.ts'

/** What nodes do in an adjoint pass, in the lecture’s words. */
export const PATTERNS = ['distributor', 'router', 'switcher', 'adder', 'scaler'] as const
export type PatternName = (typeof PATTERNS)[number]

/** Which factor of a product is multiplied first. */
const BRACKETINGS = ['right', 'left', 'cheapest'] as const
export type BracketingName = (typeof BRACKETINGS)[number]

/** Steps taken one by one in a view: eliminations, products. */
export interface Steps {
  /** What they are steps on, in the view’s words; null where they come from a link, and may not fit. */
  readonly on: string | null
  readonly taken: readonly number[]
}

const NO_STEPS: Steps = { on: '', taken: [] }

const stepsIn = <N extends string>(name: N, view: ChainView) => {
  const fields = { [name]: listOf(compactNumber) } as Readonly<Record<N, ReturnType<typeof listOf<number>>>>
  return linked(NO_STEPS, {
    ...{ fields, of: viewOf(view) },
    says: ({ taken }) => ({ [name]: taken.length > 0 ? taken : undefined }) as Values<typeof fields>,
    means: ({ [name]: taken }) => ({ on: null, taken: taken ?? [] }),
  })
}

/** What the user looks at on the tab on the chain rule. */
export const chain = {
  chainView: staying('view', oneOf(CHAIN_VIEWS), CHAIN, 'paths'),
  /** The derivative at hand, also on that on methods: by which input or entry, and of which output; null is the first one. */
  questionInput: asItIs('from', nameField('input'), CHAIN_AND_METHODS, null),
  questionOutput: asItIs('to', nameField('output'), CHAIN_AND_METHODS, null),
  /** The path between them that stands out, by its place in the list; null lights all. */
  chainPath: asItIs('path', whole, viewOf('paths'), null),
  /** How the layers’ Jacobians are multiplied, and the products so far, by their place. */
  layersBracketing: asItIs('bracketing', oneOf(BRACKETINGS), viewOf('layers'), 'right'),
  layersMultiplied: stepsIn('products', 'layers'),
  /** The factor of their product that is shown in full, by its place. */
  layersFactor: asItIs('factor', whole, viewOf('layers'), null),
  /** Those that are lit all over the graph. */
  patternsLit: setOf('patterns', listOf(oneOf(PATTERNS)), viewOf('patterns')),
  /** Whether the second of the dual graphs is turned round. */
  dualityTurned: flag('turned', viewOf('duality'), true),
  /** Vertices that are gone in the game, in order. */
  verticesEliminated: stepsIn('gone', 'elimination'),
}
