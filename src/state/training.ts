import { create } from 'zustand'
import { seedIndex } from '../core.ts'
import type { CsvProblem } from '../training/csv.ts'
import type { GradientCheck } from '../training/gradientCheck.ts'
import type { Progress, Start } from '../training/messages.ts'
import type { LossSurface } from '../training/surface.ts'
import type { Course } from '../training/training.ts'
import type { DataChoice, Offer } from './dataChoice.ts'
import { keepPoint, setPoint } from './document.ts'
import { seed as seedPass, show } from './playback.ts'
import { change, now, useGradual } from './store.ts'
import { type TrainerReport, type TrainerRequest, trainer } from './trainer.ts'

/** What the user decided. It stays from one program to the next. */
interface Decided {
  /** Null: what suits the program. */
  readonly choice: DataChoice | null
  readonly pasted: string
  /** Null: as many rows as the program has. */
  readonly batchSize: number | null
  readonly seed: number
  readonly course: Course
  /** What the pictures show; null: the likeliest. */
  readonly prediction: string | null
  /** Whether the settings are unfolded. */
  readonly isSettingUp: boolean
}

/** What the worker has reported on the program at hand. */
interface Reported {
  /** The text that it trains; null before it was asked. */
  readonly source: string | null
  readonly offers: readonly Offer[]
  readonly chosen: DataChoice | null
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

export type TrainingState = Decided & Reported

const NOTHING: Reported = {
  source: null,
  offers: [],
  chosen: null,
  rowProblems: [],
  start: null,
  progress: null,
  surface: null,
  check: null,
  problem: null,
  lost: [],
  failure: null,
}

/** Training has a store of its own, since it is loaded when its tab is opened. */
export const useTraining = create<TrainingState>(() => ({
  choice: null,
  pasted: '',
  batchSize: null,
  seed: 1,
  course: { rate: 0.1, optimizer: 'sgd' },
  prediction: null,
  isSettingUp: false,
  ...NOTHING,
}))

const { getState: current, setState: set } = useTraining

const worker = trainer(receive, (message) => {
  const { progress } = current()
  set({ failure: message, progress: progress && { ...progress, isRunning: false } })
})

function receive(report: TrainerReport): void {
  if (report.kind === 'progress') receiveProgress(report.progress)
  else if (report.kind === 'data')
    set({ offers: report.offers, chosen: report.chosen, rowProblems: report.rowProblems })
  else if (report.kind === 'started') set({ start: report.start })
  else if (report.kind === 'surface') set({ surface: report.surface })
  else if (report.kind === 'lost') set({ lost: report.places })
  else if (report.kind === 'check') set({ check: report.check })
  else set({ problem: report.problem })
}

/** Reports that come between two frames of the screen are one. */
let latest: Progress | null = null

function receiveProgress(progress: Progress): void {
  if (!latest) requestAnimationFrame(showLatest)
  // A report that had no time for pictures leaves those from before.
  latest = { ...(latest ?? current().progress), ...progress }
}

function showLatest(): void {
  const progress = latest
  latest = null
  if (!progress) return
  set({ progress, check: null })
  followInGraph(progress)
}

/** How long the graph rests after it took so many milliseconds to follow: a large one follows seldom, so that the page stays free. */
const restAfter = (took: number): number => took * Math.max(2, took / 60)

let nextFollow = 0

/** The passes on the screen become those of the mini-batch at hand. */
function followInGraph({ isRunning, inputs }: Progress): void {
  const { source, point } = now()
  const from = performance.now()
  const isSettled = !inputs && Object.keys(point).length === 0
  if (source !== current().source || isSettled || (isRunning && from < nextFollow)) return
  setPoint(inputs ?? {})
  // What the page does in answer to the new values counts as well.
  setTimeout(() => {
    const to = performance.now()
    nextFollow = to + restAfter(to - from)
  })
}

const ask = (request: TrainerRequest) => worker.ask(request)

/** The offers stay on the screen until there are others. */
function forget(source: string | null): void {
  const { offers, chosen, rowProblems } = current()
  latest = null
  set({ ...NOTHING, offers, chosen, rowProblems, source })
}

/** Back to the parameters that the program has, with the settings as they are. */
export function restart(): void {
  const { choice, pasted, batchSize, seed, course, prediction } = current()
  const { source } = now().compilation
  forget(source)
  if (Object.keys(now().point).length > 0) setPoint({})
  ask({ kind: 'begin', source, choice, pasted, batchSize, seed, course, prediction: prediction ?? undefined })
}

/** Gets the program on the screen ready, unless it is. */
export function prepare(): void {
  if (current().source !== now().compilation.source) restart()
}

// Another program is another run: what was known belongs to the one before.
useGradual.subscribe(({ compilation }) => {
  const { source } = current()
  if (source === null || compilation.source === source) return
  ask({ kind: 'pause' })
  forget(null)
})

export const run = () => ask({ kind: 'run' })
/** One of the three steps. */
export const step = () => ask({ kind: 'step' })
/** An update, or what is left of the one under way. */
export const update = () => ask({ kind: 'advance', updates: 1 })

/** Stands before an update, whose loss and gradient are known: the passes on the screen are its passes. */
export function pause(): void {
  ask({ kind: 'pause' })
  step()
  step()
}

/** From the next update on. */
export function setCourse(course: Partial<Course>): void {
  set({ course: { ...current().course, ...course } })
  ask({ kind: 'change', course: current().course })
}

let isRestarting = false

/** Begins anew, once for all that is decided in one go: an insertion of many lines comes line by line. */
export function setUp(decided: Partial<Pick<Decided, 'choice' | 'pasted' | 'batchSize' | 'seed'>>): void {
  set(decided)
  if (isRestarting) return
  isRestarting = true
  queueMicrotask(() => {
    isRestarting = false
    restart()
  })
}

export const setUpShown = (isSettingUp: boolean) => set({ isSettingUp })

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

/** Playback at the start of the loss’s adjoint pass, in the panel that explains steps. */
export function stepThrough(): void {
  const { graph } = now().compilation
  const index = graph ? seedIndex(graph, 'reverse', current().start?.loss ?? '') : -1
  if (index < 0) return
  show('reverse')
  seedPass('reverse', index)
  change({ tab: 'step' })
}

/** Training begins anew from there, since the text is another. */
export function writeParameters(): void {
  const { start, progress } = current()
  if (!start || !progress) return
  setPoint({ ...now().point, ...progress.parameters })
  keepPoint(start.parameters)
}
