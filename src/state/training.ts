import { create } from 'zustand'
import { START } from '../trace/position.ts'
import type { CsvProblem } from '../training/csv.ts'
import type { DataChoice, DataOnOffer, Offer } from '../training/dataChoice.ts'
import type { GradientCheck } from '../training/gradientCheck.ts'
import { type Start, stepsTaken, type TrainingProgress, type TrainingReport } from '../training/messages.ts'
import { isWatched } from '../training/pace.ts'
import type { LossSurface } from '../training/surface.ts'
import { RUN_START } from './choices/training.ts'
import { isCompiled } from './compiled.ts'
import { dataFile } from './dataFiles.ts'
import { setPoint } from './document.ts'
import { gathered } from './gathered.ts'
import { keepPoint } from './keepPoint.ts'
import { scrubTo, show } from './playback.ts'
import { seed } from './seedPass.ts'
import { change, now, type State, useGradual } from './store.ts'
import { trainer } from './trainer.ts'
import { followInGraph, lossIndex, showsReverse } from './trainingPasses.ts'

/** What the worker has reported on the program at hand. */
export interface TrainingState {
  /** The text that it trains; null before it was asked. */
  readonly source: string | null
  readonly offers: readonly Offer[]
  readonly chosen: DataChoice | null
  readonly instead: DataChoice | null
  readonly rowProblems: readonly CsvProblem[]
  /** The file of the chosen data set is not there yet. */
  readonly isAwaited: boolean
  readonly start: Start | null
  readonly progress: TrainingProgress | null
  readonly surface: LossSurface | null
  readonly check: GradientCheck | null
  /** Why this program cannot be trained, and what to write. */
  readonly problem: string | null
  /** Where a run left the finite numbers: places in the graph, from the node outwards. */
  readonly lost: readonly number[]
  /** What went wrong in the worker. */
  readonly failure: string | null
}

const NOTHING: TrainingState = {
  source: null,
  offers: [],
  chosen: null,
  instead: null,
  rowProblems: [],
  isAwaited: false,
  start: null,
  progress: null,
  surface: null,
  check: null,
  problem: null,
  lost: [],
  failure: null,
}

/** Training has a store of its own, since it is loaded when its chapter is opened; its settings are choices like the others. */
export const useTraining = create<TrainingState>(() => NOTHING)

const { getState: current, setState: set } = useTraining

const ask = trainer(receive, (message) => {
  const { progress } = current()
  set({ failure: message, progress: progress && { ...progress, isRunning: false } })
})

function receive(report: TrainingReport): void {
  if (report.kind === 'progress') receiveProgress(report.progress)
  else if (report.kind === 'data') receiveData(report.data)
  else if (report.kind === 'started') set({ start: report.start })
  else if (report.kind === 'surface') set({ surface: report.surface })
  else if (report.kind === 'lost') set({ lost: report.places })
  else if (report.kind === 'check') set({ check: report.check })
  else set({ problem: report.problem })
}

/** A file that is awaited is asked for, and training begins once it is there. */
function receiveData(data: DataOnOffer): void {
  set(data)
  if (data.isAwaited)
    void dataFile(data.chosen)
      ?.get()
      .then(() => current().isAwaited && begin())
}

/** Reports that come between two frames of the screen are one. */
let latest: TrainingProgress | null = null

const showSoon = gathered(showLatest, requestAnimationFrame)

function receiveProgress(progress: TrainingProgress): void {
  showSoon()
  // A report that had no time for pictures leaves those from before.
  latest = { ...(latest ?? current().progress), ...progress }
}

function showLatest(): void {
  const progress = latest
  latest = null
  if (!progress) return
  const { progress: before, start, source } = current()
  const { trainingPace: pace } = now()
  set({ progress, check: null })
  report(progress)
  const time = progress.isRunning && isWatched(pace) ? stepTime(pace) : undefined
  const follow = () => {
    const isLatest = current().progress === progress
    if (start && isLatest && source === now().source) followInGraph(progress, before, start.loss, time)
  }
  // Figures and pictures are a task of their own, and so is a graph of large arrays: the page never stands still for both.
  if (progress.isRunning && time === undefined) setTimeout(follow)
  else follow()
}

/** Milliseconds in which a step is played that the next one follows by itself. */
const stepTime = (pace: number): number => 800 / (3 * pace)

/** Where the loop itself has come; another place is one that a link leads to. */
let reached = RUN_START

function report(progress: TrainingProgress): void {
  reached = { steps: stepsTaken(progress) }
  change({ trainingReached: reached })
}

/** The offers stay on the screen until there are others. */
function forget(source: string | null): void {
  const { offers, chosen, instead, rowProblems } = current()
  latest = null
  set({ ...NOTHING, offers, chosen, instead, rowProblems, source })
}

/** Back to the parameters that the program has, with the settings as they are. */
export function restartTraining(): void {
  reached = RUN_START
  change({ trainingReached: reached })
  begin()
}

/** From those parameters, with as many of the loop’s steps as are chosen. */
function begin(): void {
  reached = now().trainingReached
  const { source, language } = now().compilation
  if (current().source === null) followProgram()
  forget(source)
  if (Object.keys(now().point).length > 0) {
    setPoint({})
    scrubTo(START)
  }
  ask({ kind: 'begin', source, language, ...settingsOf(now()) })
}

const settingsOf = (state: State) => ({
  ...{ choice: state.trainingData, pasted: state.trainingPasted, batchSize: state.trainingBatch },
  file: dataFile(state.trainingData)?.now ?? null,
  ...{
    seed: state.trainingSeed,
    course: courseOf(state),
    pace: state.trainingPace,
    stopAfter: state.trainingEpochs,
    steps: state.trainingReached.steps,
  },
  prediction: state.trainingPrediction ?? undefined,
})

const courseOf = ({ trainingRate, trainingOptimizer }: State) => ({ rate: trainingRate, optimizer: trainingOptimizer })

/** Gets the program on the screen ready, unless it is. */
export function prepare(): void {
  if (current().source !== now().compilation.source) begin()
}

/** Another program is another run: what is known belongs to this one. Of one and the same the run follows the settings. */
function followProgram(): void {
  const stop = useGradual.subscribe((state, before) => {
    if (state.compilation.source === current().source) return heed(state, before)
    stop()
    // How far the run had come is of this program; a link to the other may say how far its own has.
    if (state.trainingReached === reached) change({ trainingReached: RUN_START })
    ask({ kind: 'pause' })
    forget(null)
  })
}

/** Pace and course hold from the next update on; what else is set up begins the run anew. */
function heed(state: State, before: State): void {
  const isOther = (...names: readonly (keyof State)[]) => names.some((name) => state[name] !== before[name])
  const isLed = state.trainingReached !== reached
  if (isLed || isOther('trainingData', 'trainingPasted', 'trainingBatch', 'trainingSeed')) restartSoon()
  if (isOther('trainingRate', 'trainingOptimizer')) ask({ kind: 'change', course: courseOf(state) })
  if (isOther('trainingPace')) ask({ kind: 'pace', pace: state.trainingPace })
  if (isOther('trainingEpochs')) ask({ kind: 'stopAfter', epochs: state.trainingEpochs })
  const prediction = state.trainingPrediction ?? current().start?.prediction
  if (isOther('trainingPrediction') && prediction) ask({ kind: 'predict', prediction })
}

/**
 * Begins anew, once for all that is decided in one go: an insertion of many lines comes line by line. A link to another
 * program may come with settings too: they are for that one, which begins by itself.
 */
const restartSoon = gathered(
  () => isCompiled(now()) && (now().trainingReached === reached ? restartTraining() : begin()),
  queueMicrotask,
)

/** Runs at the pace. Where a run has come to rest, it goes on, and rests no more. */
export const runTraining = () => ask({ kind: 'run', through: current().progress?.rest != null })
/** One of the three steps. */
export const stepTraining = () => ask({ kind: 'step' })
/** An update, or what is left of the one under way. */
export const update = () => ask({ kind: 'advance', updates: 1 })

/** Stands before an update, whose loss and gradient are known: the passes on the screen are its passes. */
export const pauseTraining = () => ask({ kind: 'stand' })

export const checkTrainedGradient = () => ask({ kind: 'check' })

/** Goes on after a run diverged. */
export function continueSlower(rate: number): void {
  change({ trainingRate: rate })
  runTraining()
}

/** Puts the graph at the start of the loss’s adjoint pass, whose steps the transport then takes. */
export function stepThrough(): void {
  if (!showsReverse()) show('reverse')
  const index = lossIndex(current().start?.loss ?? '')
  if (index >= 0) seed('reverse', index)
}

/** Training begins anew from there, since the text is another. */
export function writeParameters(): void {
  const { start, progress } = current()
  if (!start || !progress) return
  setPoint({ ...now().point, ...progress.parameters })
  keepPoint(start.parameters)
}
