import { create } from 'zustand'
import type { Mode } from '../autodiff/pass.ts'
import type { Direction } from '../layout/layout.ts'
import { type Compilation, NOTHING_YET } from './compilation.ts'
import { type Granularity, type Position, type Shown, START } from './position.ts'

export type Theme = 'light' | 'dark' | 'projector'
/** `program` and `graph` are tabs on narrow screens only; wide screens show both beside the other three. */
export type Tab = 'program' | 'graph' | 'step' | 'trace' | 'jacobian'

/** The document: what the user wrote. */
export interface DocumentSlice {
  readonly source: string
  readonly shareSubexpressions: boolean
  /** Kept because stable ids carry over from one graph to the next. */
  readonly compilation: Compilation
}

/** Playback: a position, and how it moves. */
export interface PlaybackSlice {
  readonly shown: Shown
  /** The mode that the panels speak of in compare mode, while it has something to do. */
  readonly preferred: Mode
  readonly position: Position
  readonly playing: boolean
  /** Times the normal speed. */
  readonly speed: number
  readonly granularity: Granularity
}

/** How things are looked at. */
export interface ViewSlice {
  readonly tab: Tab
  /** null follows the system. */
  readonly theme: Theme | null
  /** null chooses what suits the pane's shape. */
  readonly direction: Direction | null
  readonly shortcuts: boolean
  /** Stable id of the node that the pointer or the focus is on: it is marked in graph, table and program. */
  readonly highlight: number | null
  readonly notices: readonly string[]
}

export type State = DocumentSlice & PlaybackSlice & ViewSlice

/** The one store: document, playback, view. Everything else on the screen is derived from it. */
export const useGradual = create<State>(() => ({
  source: '',
  shareSubexpressions: true,
  compilation: NOTHING_YET,
  shown: 'compare',
  preferred: 'reverse',
  position: START,
  playing: false,
  speed: 1,
  granularity: 'node',
  tab: 'graph',
  theme: null,
  direction: null,
  shortcuts: true,
  highlight: null,
  notices: [],
}))

export const { getState: now, setState: change } = useGradual
