import { create } from 'zustand'
import type { Mode } from '../autodiff/pass.ts'
import type { Value } from '../core.ts'
import type { Direction } from '../layout/layout.ts'
import type { Constants, Definitions } from '../picture/structure.ts'
import { type ChainSlice, type Emphasis, NO_CHOICE } from './chain.ts'
import { type Compilation, NOTHING_YET } from './compilation.ts'
import { type MethodsSlice, NOTHING_TYPED } from './methods.ts'
import { type Granularity, type Panes, type Position, type Shown, START } from './position.ts'
import { FIRST_SECTIONS, type SectionsSlice } from './sections.ts'

export const THEMES = ['light', 'dark', 'projector'] as const
export type Theme = (typeof THEMES)[number]
/** What is open. `graph` is Follow by itself, `step` its caption unfolded, `trace` and `jacobian` its ledger; `program` is a page of its own on narrow screens only. */
export type Tab = 'program' | 'graph' | 'step' | 'trace' | 'jacobian' | 'cost' | 'chain' | 'methods' | 'train'

/** How much of the stage the ledger may take, in percent. */
export const LEDGER = { least: 20, usual: 38, most: 60 } as const

/** The document: what the user wrote. */
export interface DocumentSlice {
  readonly source: string
  readonly shareSubexpressions: boolean
  /** Places of the modules and operations that are opened in the graph. */
  readonly open: ReadonlySet<number>
  /** Whether arrays are written out as numbers, as far as there is room. */
  readonly unrolled: boolean
  /** Whether data are differentiated too: each of their entries then takes a pass of forward mode. */
  readonly data: boolean
  /** Values that training gives to inputs, instead of those in the text. */
  readonly point: Readonly<Record<string, Value>>
  /** Which other topological order the tape has; null is its own. */
  readonly order: number | null
  /** Kept because stable ids carry over from one graph to the next. */
  readonly compilation: Compilation
}

/**
 * Seeds of the user's own, as links write them: v over the inputs for forward mode (`x1:0.5;x2:-1`), w over the outputs for
 * reverse mode. The mode then has a single pass besides the primal one. null: unit seeds, a pass for each.
 */
export interface Seeds extends Readonly<Record<Mode, string | null>> {
  /** The output whose gradient is differentiated along v: reverse mode then has the passes of a Hessian-vector product. */
  readonly hvp: string | null
}

export const UNIT_SEEDS: Seeds = { forward: null, reverse: null, hvp: null }

/** Playback: a position, and how it moves. */
export interface PlaybackSlice {
  readonly shown: Shown
  /** The mode that the panels speak of in compare mode, while it has something to do. */
  readonly preferred: Mode
  readonly position: Position
  readonly seeds: Seeds
  readonly playing: boolean
  /** Times the normal speed. */
  readonly speed: number
  readonly granularity: Granularity
}

/** The part of the graph that the user looks at. */
export interface Sight {
  /** Relative to the reading size. */
  readonly zoom: number
  /** The node in the middle, by its name on the tape; null where none is named. */
  readonly at: string | null
}

/** How things are looked at. */
export interface ViewSlice {
  readonly tab: Tab
  /** null follows the system. */
  readonly theme: Theme | null
  /** null chooses what suits the pane's shape. */
  readonly direction: Direction | null
  /** How both modes share the stage; null chooses what reads best. */
  readonly panes: Panes | null
  /** Whether constants stand in the operations that read them, or are nodes. */
  readonly constants: Constants
  /** Whether definitions are lines, or all their nodes are drawn; null chooses nodes if these fit. */
  readonly definitions: Definitions | null
  /** null leaves what is seen to the picture, which shows all of it or follows the step. */
  readonly sight: Sight | null
  readonly shortcuts: boolean
  /** Whether the column of program and inputs is folded to a strip. */
  readonly folded: boolean
  /** Whether the stage stands alone: graph, caption, counts and playback. */
  readonly alone: boolean
  /** The part of the stage that the ledger takes, in percent. */
  readonly ledger: number
  /** Whether local Jacobians are shown in denominator layout. */
  readonly transposed: boolean
  /** Stable id of the node that the pointer or the focus is on: it is marked in graph, table and program. */
  readonly highlight: number | null
  /** What stands out in the graph; null where nothing does. */
  readonly emphasis: Emphasis | null
  readonly notices: readonly Notice[]
  /** Whether captions say what stands where on the graph, as on the first visit, and whether the reader has seen them. */
  readonly firstSteps: boolean
  readonly introduced: boolean
}

/** What the page has to say once. */
export interface Notice {
  readonly id: number
  readonly says: string
  /** A program that was not opened: it can be saved as a file. */
  readonly program?: string
}

export type State = DocumentSlice & PlaybackSlice & ViewSlice & ChainSlice & MethodsSlice & SectionsSlice

/** The one store: document, playback, view. Everything else on the screen is derived from it. */
export const useGradual = create<State>(() => ({
  source: '',
  shareSubexpressions: true,
  open: new Set(),
  unrolled: false,
  data: false,
  point: {},
  order: null,
  compilation: NOTHING_YET,
  shown: 'compare',
  preferred: 'reverse',
  position: START,
  seeds: UNIT_SEEDS,
  playing: false,
  speed: 1,
  granularity: 'node',
  tab: 'graph',
  theme: null,
  direction: null,
  panes: null,
  constants: 'inside',
  definitions: null,
  sight: null,
  shortcuts: true,
  folded: false,
  alone: false,
  ledger: LEDGER.usual,
  transposed: false,
  highlight: null,
  emphasis: null,
  ...NO_CHOICE,
  ...NOTHING_TYPED,
  ...FIRST_SECTIONS,
  notices: [],
  firstSteps: false,
  introduced: false,
}))

export const { getState: now, setState: change } = useGradual
