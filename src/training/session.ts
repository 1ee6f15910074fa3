import { accuracyOf } from './accuracy.ts'
import { isProblem } from './binding.ts'
import { checkGradient } from './gradientCheck.ts'
import type { Progress, Start, TrainingReport, TrainingRequest } from './messages.ts'
import { allRows } from './objective.ts'
import { ownData } from './ownData.ts'
import { pictureOf } from './picture.ts'
import { type Prediction, predictionCandidates } from './predictions.ts'
import { SurfaceView } from './surfaceView.ts'
import type { CompileAt } from './task.ts'
import { taskOf } from './task.ts'
import { Training } from './training.ts'

type StartRequest = TrainingRequest & { kind: 'start' }

/** Points along each side of a decision boundary’s picture. */
const RESOLUTION = 40
/** Pictures take at most one part in so many of the time. */
const PICTURE_SHARE = 4

/** The worker’s side of training: takes requests, and posts reports. What gives it time calls `slice` while it runs. */
export class TrainingSession {
  readonly #compileAtOf: (source: string) => CompileAt
  readonly #post: (report: TrainingReport) => void
  readonly #clock: () => number
  #training: Training | null = null
  #surface: SurfaceView | null = null
  #candidates: readonly Prediction[] = []
  #prediction: Prediction | null = null
  #isRunning = false
  #nextPicture = 0

  constructor(compileAtOf: (source: string) => CompileAt, post: (report: TrainingReport) => void, clock: () => number) {
    this.#compileAtOf = compileAtOf
    this.#post = post
    this.#clock = clock
  }

  get isRunning(): boolean {
    return this.#isRunning
  }

  receive(request: TrainingRequest): void {
    if (request.kind === 'start') this.#start(request)
    else if (this.#training) this.#act(request, this.#training)
  }

  /** Trains for so many milliseconds and reports. */
  slice(milliseconds: number): void {
    if (!this.#training || !this.#isRunning) return
    this.#training.runFor(milliseconds, this.#clock)
    if (this.#training.divergence) this.#isRunning = false
    this.#report(this.#training, !this.#isRunning)
  }

  #start({ source, dataSet, settings, loss, prediction }: StartRequest): void {
    this.#training = null
    this.#isRunning = false
    const compileAt = this.#compileAtOf(source)
    const task = taskOf(compileAt, dataSet ?? ownData(compileAt), loss)
    const training = isProblem(task) ? task : Training.of(task, settings)
    if (isProblem(training)) {
      this.#post({ kind: 'problem', ...training })
      return
    }
    this.#training = training
    this.#candidates = predictionCandidates(training.objective)
    this.#prediction = this.#candidates.find(({ name }) => name === prediction) ?? this.#candidates[0] ?? null
    this.#surface = SurfaceView.of(training)
    this.#post({ kind: 'started', start: this.#chosen(training) })
    this.#report(training, true)
  }

  #chosen({ objective, batchSize, perEpoch }: Training): Start {
    const { task, loss, parameters } = objective
    const names = this.#candidates.map(({ name }) => name)
    return {
      loss: loss.name,
      dataSet: task.data?.dataSet ?? null,
      batchSize,
      perEpoch,
      perSample: task.data?.binding.perSample ?? false,
      parameters: parameters.map(({ name }) => name),
      predictions: names,
      prediction: this.#prediction?.name ?? null,
    }
  }

  #act(request: Exclude<TrainingRequest, StartRequest>, training: Training): void {
    const { kind } = request
    if (kind === 'run' || kind === 'pause') this.#isRunning = kind === 'run' && !training.divergence
    if (kind === 'step') training.step()
    if (kind === 'advance') training.advance(request.updates)
    if (kind === 'change') training.change(request.course)
    if (kind === 'predict') this.#prediction = this.#candidates.find(({ name }) => name === request.prediction) ?? null
    if (kind === 'check') this.#check(training)
    else this.#report(training, true)
  }

  #check({ objective, parameters, rows, batchSize }: Training): void {
    const samples = rows.length > 0 ? rows : allRows(batchSize)
    this.#post({ kind: 'check', check: checkGradient(objective, parameters, samples) })
  }

  #report(training: Training, isWhole: boolean): void {
    const pictures = isWhole || this.#clock() >= this.#nextPicture ? this.#pictures(training) : {}
    const { phase, updates, epochs, loss, norms, rows, divergence, history } = training
    const progress: Progress = {
      isRunning: this.#isRunning,
      phase,
      updates,
      epochs,
      loss,
      norms,
      rows,
      divergence,
      parameters: training.values(),
      inputs: training.inputs(),
      history: history.columns(),
      ...pictures,
    }
    this.#post({ kind: 'progress', progress })
    const surface = this.#surface?.changed(training.parameters)
    if (surface) this.#post({ kind: 'surface', surface })
  }

  #pictures({ objective, parameters }: Training): Pick<Progress, 'accuracy' | 'picture'> {
    if (!this.#prediction) return { accuracy: null, picture: null }
    const from = this.#clock()
    const pictures = {
      accuracy: accuracyOf(objective, parameters, this.#prediction),
      picture: pictureOf(objective, parameters, this.#prediction, RESOLUTION),
    }
    const to = this.#clock()
    this.#nextPicture = to + (PICTURE_SHARE - 1) * (to - from)
    return pictures
  }
}
