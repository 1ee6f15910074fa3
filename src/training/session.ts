import { accuracyOf } from './accuracy.ts'
import { isProblem, type Problem } from './binding.ts'
import { columnNames } from './columns.ts'
import { dataFor, PASTED, rowsIn } from './dataChoice.ts'
import type { DataSet } from './dataSet.ts'
import { type Divergence, placesAround } from './divergence.ts'
import { checkGradient } from './gradientCheck.ts'
import type { BeginRequest, Start, TrainingProgress, TrainingReport, TrainingRequest } from './messages.ts'
import { learntRows } from './objective.ts'
import { ownData } from './ownData.ts'
import { isWatched, type Pace } from './pace.ts'
import { pictureOf, predictedSamples } from './picture.ts'
import { type Prediction, predictionCandidates } from './predictions.ts'
import { Speed } from './speed.ts'
import { SurfaceView } from './surfaceView.ts'
import { type CompileAt, taskOf } from './task.ts'
import { type Stops, Training } from './training.ts'

/** Points along each side of a decision boundary’s picture. */
const RESOLUTION = 40
/** Pictures take at most one part in so many of the time. */
const PICTURE_SHARE = 4

const NO_ROWS: Problem = { problem: 'There are no rows to learn from yet.' }

const STEPS = 3
const SECOND = 1000

/** What takes passes over many samples, and so is not in every report. */
type Judged = Pick<TrainingProgress, 'accuracy' | 'heldOutAccuracy' | 'picture' | 'samples'>
const UNJUDGED: Judged = { accuracy: null, heldOutAccuracy: null, picture: null, samples: null }

/** What builds the graphs of a program. */
type CompileAtOf = (program: Pick<BeginRequest, 'source' | 'language'>) => CompileAt

/** The worker’s side of training: takes requests, and posts reports. What gives it time calls `slice` while it runs. */
export class TrainingSession {
  readonly #compileAtOf: CompileAtOf
  readonly #post: (report: TrainingReport) => void
  readonly #clock: () => number
  #compileAt: CompileAt = () => ({ graph: null, diagnostics: [], language: 'gradual' })
  #training: Training | null = null
  #surface: SurfaceView | null = null
  #candidates: readonly Prediction[] = []
  #prediction: Prediction | null = null
  #isRunning = false
  #stops: Stops = { rests: true, end: Infinity }
  #stopAfter: number | null = null
  #isCompleted = false
  #speed: Speed | null = null
  #pace: Pace = null
  /** When the next update is due, or the next step. */
  #due = 0
  #nextPicture = 0

  constructor(compileAtOf: CompileAtOf, post: (report: TrainingReport) => void, clock: () => number) {
    this.#compileAtOf = compileAtOf
    this.#post = post
    this.#clock = clock
  }

  get isRunning(): boolean {
    return this.#isRunning
  }

  receive(request: TrainingRequest): void {
    if (request.kind === 'begin') this.#begin(request)
    else if (this.#training) this.#act(request, this.#training)
  }

  /** Trains for so many milliseconds at most, as far as the pace wants, and reports; says how long there is nothing to do then. */
  slice(milliseconds: number): number {
    const training = this.#training
    if (!training || !this.#isRunning) return 0
    const now = this.#clock()
    if (this.#pace !== null && now < this.#due) return this.#due - now
    if (this.#pace === null) training.runFor(milliseconds, this.#clock, this.#stops)
    else this.#keepPace(training, this.#pace, milliseconds, now)
    if (training.isOver(this.#stops)) this.#endRun(training)
    this.#report(training, !this.#isRunning)
    return this.#pace === null ? 0 : Math.max(milliseconds, this.#due - this.#clock())
  }

  /** What is due, as far as there is time; what there was no time for is not caught up. */
  #keepPace(training: Training, pace: number, milliseconds: number, now: number): void {
    const each = SECOND / pace
    if (isWatched(pace)) {
      if (!training.isOver(this.#stops)) training.step()
      this.#due = now + each / STEPS
      return
    }
    const owed = 1 + Math.floor((now - this.#due) / each)
    for (let i = 0; i < owed && this.#clock() < now + milliseconds; i++) training.advance(1, this.#stops)
    this.#due = Math.max(this.#due + owed * each, now)
  }

  #begin(request: BeginRequest): void {
    this.#training = null
    this.#isRunning = false
    this.#isCompleted = false
    this.#pace = request.pace
    this.#stopAfter = request.stopAfter
    this.#compileAt = this.#compileAtOf(request)
    const { data, dataSet } = dataFor(this.#compileAt, request)
    this.#post({ kind: 'data', data })
    if (data.isAwaited) return
    const training = data.chosen === PASTED && !dataSet ? NO_ROWS : this.#trainingOf(request, dataSet)
    if (isProblem(training)) this.#post({ kind: 'problem', ...training })
    else this.#start(training, request)
  }

  #trainingOf({ course, seed, batchSize }: BeginRequest, dataSet: DataSet | null): Training | Problem {
    const compileAt = this.#compileAt
    const task = taskOf(compileAt, dataSet ?? ownData(compileAt))
    if (isProblem(task)) return task
    return Training.of(task, { ...course, seed, batchSize: batchSize ?? rowsIn(compileAt, dataSet) })
  }

  #start(training: Training, { prediction, steps = 0 }: BeginRequest): void {
    this.#training = training
    this.#candidates = predictionCandidates(training.objective)
    this.#prediction = this.#candidates.find(({ name }) => name === prediction) ?? this.#candidates[0] ?? null
    this.#surface = SurfaceView.of(training)
    this.#post({ kind: 'started', start: this.#chosen(training) })
    for (let step = 0; step < steps && !training.divergence; step++) training.step()
    this.#report(training, true)
  }

  #chosen({ objective, batchSize, perEpoch }: Training): Start {
    const { task, loss, parameters } = objective
    const names = this.#candidates.map(({ name }) => name)
    const { dataSet = null, binding = null } = task.data ?? {}
    return {
      loss: loss.name,
      ...{ dataSet, binding },
      columns: dataSet && binding ? columnNames(binding, dataSet) : [],
      batchSize,
      perEpoch,
      perSample: binding?.perSample ?? false,
      parameters: parameters.map(({ name }) => name),
      predictions: names,
      prediction: this.#prediction?.name ?? null,
    }
  }

  #act(request: Exclude<TrainingRequest, BeginRequest>, training: Training): void {
    const { kind } = request
    // It stands where its epochs are completed until it moves on, or is to stop elsewhere.
    if (kind === 'run' || kind === 'step' || kind === 'advance' || kind === 'stopAfter') this.#isCompleted = false
    if (kind === 'pause' || kind === 'stand') this.#isRunning = false
    if (kind === 'run') this.#run(training, request.through ?? false)
    if (kind === 'stand') this.#stand(training)
    if (kind === 'pace') this.#keep(request.pace)
    if (kind === 'stopAfter') this.#stopAfter = request.epochs
    if (kind === 'stopAfter') this.#stops = { ...this.#stops, end: this.#endFor(training) }
    if (kind === 'step') training.step()
    if (kind === 'advance') training.advance(request.updates)
    if (kind === 'change') training.change(request.course)
    if (kind === 'predict') this.#prediction = this.#candidates.find(({ name }) => name === request.prediction) ?? null
    if (kind === 'check') this.#check(training)
    else this.#report(training, true)
  }

  #run(training: Training, through: boolean): void {
    this.#isRunning = !training.divergence
    this.#stops = { rests: !through, end: this.#endFor(training) }
    this.#due = this.#clock()
    this.#speed = new Speed({ time: this.#due, updates: training.updates })
  }

  /** The update after which the next of the epochs are completed that a run takes. */
  #endFor({ updates, perEpoch }: Training): number {
    const each = (this.#stopAfter ?? Infinity) * perEpoch
    return each < Infinity ? each * (Math.floor(updates / each) + 1) : Infinity
  }

  /** Where epochs are completed it stands before the next update, as where it is paused. */
  #endRun(training: Training): void {
    this.#isRunning = false
    this.#isCompleted = !training.divergence && training.updates >= this.#stops.end
    if (this.#isCompleted) this.#stand(training)
  }

  /** How fast it goes, and for how long. */
  #course({ updates }: Training, time: number): Pick<TrainingProgress, 'speed' | 'left'> {
    const speed = this.#isRunning ? (this.#speed?.at({ time, updates }) ?? null) : null
    const left = speed !== null && this.#stops.end < Infinity ? (this.#stops.end - updates) / speed : null
    return { speed, left }
  }

  #keep(pace: Pace): void {
    this.#pace = pace
    this.#due = this.#clock()
  }

  #stand(training: Training): void {
    if (isWatched(this.#pace)) return
    while (training.phase !== 'update' && !training.divergence) training.step()
  }

  #check({ objective, parameters, rows, batchSize }: Training): void {
    const samples = rows.length > 0 ? rows : learntRows(objective.task).subarray(0, batchSize)
    this.#post({ kind: 'check', check: checkGradient(objective, parameters, samples) })
  }

  #report(training: Training, isWhole: boolean): void {
    const at = this.#clock()
    const pictures = isWhole || at >= this.#nextPicture ? this.#pictures(training) : {}
    const { phase, updates, epochs, loss, norms, rows, divergence, rest, history } = training
    const progress: TrainingProgress = {
      isRunning: this.#isRunning,
      phase,
      updates,
      epochs,
      loss,
      norms,
      rows,
      divergence,
      rest,
      isCompleted: this.#isCompleted,
      ...this.#course(training, at),
      moves: training.moves(),
      parameters: training.values(),
      inputs: training.inputs(),
      history: history.columns(),
      ...pictures,
    }
    this.#post({ kind: 'progress', progress })
    if (divergence) this.#postLost(progress, divergence)
    const surface = this.#surface?.changed(training.parameters)
    if (surface) this.#post({ kind: 'surface', surface })
  }

  #postLost({ inputs }: TrainingProgress, { node }: Divergence): void {
    const { graph } = this.#compileAt(inputs ?? {})
    this.#post({ kind: 'lost', places: graph ? placesAround(graph, node) : [] })
  }

  #pictures({ objective, parameters }: Training): Judged {
    const prediction = this.#prediction
    if (!prediction) return UNJUDGED
    const from = this.#clock()
    const heldOut = objective.task.data?.dataSet.heldOut
    const pictures = {
      accuracy: accuracyOf(objective, parameters, prediction),
      heldOutAccuracy: heldOut ? accuracyOf(objective, parameters, prediction, Int32Array.from(heldOut)) : null,
      picture: pictureOf(objective, parameters, prediction, RESOLUTION),
      samples: predictedSamples(objective, parameters, prediction),
    }
    const to = this.#clock()
    this.#nextPicture = to + (PICTURE_SHARE - 1) * (to - from)
    return pictures
  }
}
