import { create } from 'zustand'
import type { Choices } from './choices/all.ts'
import { START_CHOICES } from './choices/start.ts'
import { type Compilation, NOTHING_YET } from './compilation.ts'
import type { Emphasis } from './emphasis.ts'

/** What the page has to say once. */
export interface Notice {
  readonly id: number
  readonly says: string
  /** A program that was not opened: it can be saved as a file. */
  readonly program?: string
  /** What can be done about it. */
  readonly offer?: { readonly label: string; readonly take: () => void }
}

/** Up to which step of which passes the numbers were told while these kinds were hidden. */
interface ToldPlace {
  readonly hide: Choices['hide']
  readonly forward: number
  readonly reverse: number
  readonly step: number
}

/** What is not a choice of the user: it comes about, or passes. */
interface Passing {
  /** Kept because stable ids carry over from one graph to the next. */
  readonly compilation: Compilation
  readonly playing: boolean
  /** Stable id of the node that the pointer or the focus is on: it is marked in graph, table and program. */
  readonly highlight: number | null
  /** What stands out in the graph; null where nothing does. */
  readonly emphasis: Emphasis | null
  /** Stable ids of the nodes that differ from those of the program beside; null where none stands there. */
  readonly differing: ReadonlySet<number> | null
  readonly notices: readonly Notice[]
  /** How far the numbers of the pass at hand are told, where numbers are hidden. */
  readonly told: ToldPlace | null
  /** Whether captions say what stands where on the graph, as on the first visit. */
  readonly firstSteps: boolean
}

export interface State extends Choices, Passing {}

/** The one store: what the user decided (`choices/`), and what comes of it. Everything else on the screen is derived from it. */
export const useGradual = create<State>(() => ({
  ...START_CHOICES,
  compilation: NOTHING_YET,
  playing: false,
  highlight: null,
  emphasis: null,
  differing: null,
  notices: [],
  told: null,
  firstSteps: false,
}))

export const { getState: now, setState: change } = useGradual
