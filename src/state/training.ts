import { create } from 'zustand'
import type { CsvProblem } from '../training/csv.ts'
import type { DataChoice, Offer } from '../training/dataChoice.ts'
import type { GradientCheck } from '../training/gradientCheck.ts'
import type { Progress, Start, TrainingReport } from '../training/messages.ts'
import { isWatched, type Pace } from '../training/pace.ts'
import type { LossSurface } from '../training/surface.ts'
import type { Course } from '../training/training.ts'
import { keepPoint, setPoint } from './document.ts'
import { gathered } from './gathered.ts'
import { scrubTo, show } from './playback.ts'
import { START } from './position.ts'
import { seed } from './seedPass.ts'
import { now, useGradual } from './store.ts'
import { trainer } from './trainer.ts'
import { followInGraph, lossIndex, showsReverse } from './trainingPasses.ts'
import { type PictureName, START_SETTINGS, type TrainingSettings } from './trainingSettings.ts'

/** What the worker has reported on the program at hand. */
interface Reported {
  /** The text that it trains; null before it was asked. */
  readonly source: string | null
  readonly offers: readonly Offer[]
  readonly chosen: DataChoice | null
  readonly instead: DataChoice | null
  readonly rowProblems: readonly CsvProblem[]
  readonly start: Start | null
  readonly progress: Progress | null
  readonly surface: LossSurface | null
  readonly check: GradientCheck | null
  /** Why this program cannot be trained, and what to write. */
  readonly problem: string | null
  /** Where a run left the finite numbers: places in the graph, from the node outwards. */
  readonly lost: readonly number[]
  /** What went wrong in the worker. */
  readonly failure: string | null
}

export type TrainingState = TrainingSettings & Reported

const NOTHING: Reported = {
  source: null,
  offers: [],
  chosen: null,
  instead: null,
  rowProblems: [],
  start: null,
  progress: null,
  surface: null,
  check: null,
  problem: null,
  lost: [],
  failure: null,
}

/** Training has a store of its own, since it is loaded when its chapter is opened. */
export const useTraining = create<TrainingState>(() => ({ ...START_SETTINGS, ...NOTHING }))

const { getState: current, setState: set } = useTraining

const ask = trainer(receive, (message) => {
  const { progress } = current()
  set({ failure: message, progress: progress && { ...progress, isRunning: false } })
})

function receive(report: TrainingReport): void {
  if (report.kind === 'progress') receiveProgress(report.progress)
  else if (report.kind === 'data') set(report.data)
  else if (report.kind === 'started') set({ start: report.start })
  else if (report.kind === 'surface') set({ surface: report.surface })
  else if (report.kind === 'lost') set({ lost: report.places })
  else if (report.kind === 'check') set({ check: report.check })
  else set({ problem: report.problem })
}

/** Reports that come between two frames of the screen are one. */
let latest: Progress | null = null

const showSoon = gathered(showLatest, requestAnimationFrame)

function receiveProgress(progress: Progress): void {
  showSoon()
  // A report that had no time for pictures leaves those from before.
  latest = { ...(latest ?? current().progress), ...progress }
}

function showLatest(): void {
  const progress = latest
  latest = null
  if (!progress) return
  const { progress: before, start, source, pace } = current()
  set({ progress, check: null })
  const time = progress.isRunning && isWatched(pace) ? stepTime(pace) : undefined
  if (start && source === now().source) followInGraph(progress, before, start.loss, time)
}

/** Milliseconds in which a step is played that the next one follows by itself. */
const stepTime = (pace: number): number => 800 / (3 * pace)

/** The offers stay on the screen until there are others. */
function forget(source: string | null): void {
  const { offers, chosen, instead, rowProblems } = current()
  latest = null
  set({ ...NOTHING, offers, chosen, instead, rowProblems, source })
}

/** Back to the parameters that the program has, with the settings as they are. */
export function restart(): void {
  const { choice, pasted, batchSize, seed, course, pace, prediction } = current()
  const { source } = now().compilation
  if (current().source === null) endWithProgram()
  forget(source)
  if (Object.keys(now().point).length > 0) {
    setPoint({})
    scrubTo(START)
  }
  ask({ kind: 'begin', source, choice, pasted, batchSize, seed, course, pace, prediction: prediction ?? undefined })
}

/** Gets the program on the screen ready, unless it is. */
export function prepare(): void {
  if (current().source !== now().compilation.source) restart()
}

/** Another program is another run: what is known belongs to this one. */
function endWithProgram(): void {
  const stop = useGradual.subscribe(({ compilation }) => {
    if (compilation.source === current().source) return
    stop()
    ask({ kind: 'pause' })
    forget(null)
  })
}

/** Runs at the pace. Where a run has come to rest, it goes on, and rests no more. */
export const run = () => ask({ kind: 'run', through: current().progress?.rest != null })
/** One of the three steps. */
export const step = () => ask({ kind: 'step' })
/** An update, or what is left of the one under way. */
export const update = () => ask({ kind: 'advance', updates: 1 })

/** Stands before an update, whose loss and gradient are known: the passes on the screen are its passes. */
export const pause = () => ask({ kind: 'stand' })

export function setPace(pace: Pace): void {
  set({ pace })
  ask({ kind: 'pace', pace })
}

/** From the next update on. */
export function setCourse(course: Partial<Course>): void {
  set({ course: { ...current().course, ...course } })
  ask({ kind: 'change', course: current().course })
}

const restartSoon = gathered(restart, queueMicrotask)

/** Begins anew, once for all that is decided in one go: an insertion of many lines comes line by line. */
export function setUp(decided: Partial<Pick<TrainingSettings, 'choice' | 'pasted' | 'batchSize' | 'seed'>>): void {
  set(decided)
  restartSoon()
}

export const setUpShown = (isSettingUp: boolean) => set({ isSettingUp })

export const setLog = (isLog: boolean) => set({ isLog })

export const showPictures = (pictures: readonly PictureName[]) => set({ pictures })

export function showPrediction(prediction: string): void {
  set({ prediction })
  ask({ kind: 'predict', prediction })
}

export const checkGradient = () => ask({ kind: 'check' })

/** Goes on after a run diverged. */
export function continueSlower(rate: number): void {
  setCourse({ rate })
  run()
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
