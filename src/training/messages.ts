import type { ProgramLanguage } from '../compile/compiled.ts'
import type { Value } from '../primitives/value.ts'
import type { Binding } from './binding.ts'
import type { DataChoice, DataOnOffer } from './dataChoice.ts'
import type { DataSet } from './dataSet.ts'
import type { Divergence } from './divergence.ts'
import type { GradientCheck } from './gradientCheck.ts'
import type { HistoryColumns } from './history.ts'
import type { Pace } from './pace.ts'
import type { PredictedSamples, PredictionPicture } from './picture.ts'
import type { Rest } from './rest.ts'
import type { LossSurface } from './surface.ts'
import type { AdjustableHyperparameters, ParameterMoves, Phase } from './training.ts'

/** What the page asks of the worker that trains. Plain data, as are the reports. */
export type TrainingRequest =
  | BeginRequest
  | { readonly kind: 'step' }
  | { readonly kind: 'advance'; readonly updates: number }
  /** With `through` not to rest at a minimum. */
  | { readonly kind: 'run'; readonly through?: boolean }
  | { readonly kind: 'pause' }
  /** Pauses before an update whose loss and gradient are known; at a pace that is watched step by step, where it is. */
  | { readonly kind: 'stand' }
  | { readonly kind: 'pace'; readonly pace: Pace }
  | { readonly kind: 'stopAfter'; readonly epochs: number | null }
  | { readonly kind: 'change'; readonly course: AdjustableHyperparameters }
  | { readonly kind: 'predict'; readonly prediction: string }
  | { readonly kind: 'check' }

/** A program to train, and all that was decided about it. */
export interface BeginRequest {
  readonly kind: 'begin'
  readonly source: string
  readonly language: ProgramLanguage
  /** Null: the program’s own data. */
  readonly choice: DataChoice | null
  readonly pasted: string
  /** The text of the chosen data set’s file, once it is there. */
  readonly file: string | null
  /** Null: as many rows as the program has. */
  readonly batchSize: number | null
  /** Of the order in which samples come, and of a built-in data set. */
  readonly seed: number
  readonly course: AdjustableHyperparameters
  readonly pace: Pace
  /** A run stops whenever so many are completed; null: it does not. */
  readonly stopAfter: number | null
  /** Chosen if left out. */
  readonly prediction?: string
  /** Of the loop’s three steps those that are taken at once; none if left out. */
  readonly steps?: number
}

export type TrainingReport =
  | { readonly kind: 'data'; readonly data: DataOnOffer }
  /** Why this program and data set cannot be trained, and what to write. */
  | { readonly kind: 'problem'; readonly problem: string }
  | { readonly kind: 'started'; readonly start: Start }
  | { readonly kind: 'progress'; readonly progress: TrainingProgress }
  | { readonly kind: 'check'; readonly check: GradientCheck }
  | { readonly kind: 'surface'; readonly surface: LossSurface }
  /** Where a run left the finite numbers: places in the graph, from the node outwards through the modules around it. */
  | { readonly kind: 'lost'; readonly places: readonly number[] }

/** What was chosen, once for a start. */
export interface Start {
  readonly loss: string
  /** The samples, also where they are the program’s own; null where its data are no table of samples. */
  readonly dataSet: DataSet | null
  /** Which data input takes what of a sample; null with `dataSet`. */
  readonly binding: Binding | null
  /** What features and target are called in the program; those of the data set are the user’s, or of who made it. */
  readonly columns: readonly string[]
  readonly batchSize: number
  readonly perEpoch: number
  /** In a program for one sample, a mini-batch takes a pass for each. */
  readonly perSample: boolean
  readonly parameters: readonly string[]
  /** What the program may predict, by name, and the one at hand. */
  readonly predictions: readonly string[]
  readonly prediction: string | null
}

/** The loop’s three steps, in order. */
const PHASES: readonly Phase[] = ['loss', 'gradient', 'update']

/** How many of its steps the loop has taken. */
export const stepsTaken = ({ updates, phase }: Pick<TrainingProgress, 'updates' | 'phase'>): number =>
  PHASES.length * updates + PHASES.indexOf(phase)

/** Where training stands. */
export interface TrainingProgress {
  readonly isRunning: boolean
  /** What the next step computes. */
  readonly phase: Phase
  readonly updates: number
  readonly epochs: number
  /** Of the mini-batch at hand; null before it is known. */
  readonly loss: number | null
  /** ‖∂loss/∂parameter‖, by parameter; null before they are known. */
  readonly norms: Float64Array | null
  /** The parameters’ values now. */
  readonly parameters: Readonly<Record<string, Value>>
  /** The mini-batch at hand. */
  readonly rows: Int32Array
  /** The values of all inputs in its (first) primal pass: what a graph of that very pass is built at. Null before it. */
  readonly inputs: Readonly<Record<string, Value>> | null
  readonly history: HistoryColumns
  readonly divergence: Divergence | null
  /** Why it rests, before an update. */
  readonly rest: Rest | null
  /** Whether it stopped since the epochs are completed after which it was to stop. */
  readonly isCompleted: boolean
  /** Updates a second while it runs, and the seconds that are left where it has an end; null where they are not known. */
  readonly speed: number | null
  readonly left: number | null
  /** Of few numbers: how the update at hand moves each. */
  readonly moves: ParameterMoves | null
  /** Over the samples that are learnt from; left out where this report has no time for it, null where there is none. */
  readonly accuracy?: number | null
  /** Over those held out; null where none are. */
  readonly heldOutAccuracy?: number | null
  readonly picture?: PredictionPicture | null
  readonly samples?: PredictedSamples | null
}
