import type { Gradient } from '../autodiff/gradient.ts'
import type { Value } from '../primitives/value.ts'
import { Batches } from './batches.ts'
import { isProblem, type Problem } from './binding.ts'
import { type Divergence, gradientDivergence, lossDivergence, parameterDivergence } from './divergence.ts'
import { History } from './history.ts'
import { eachPass, gradientOf, inputsAt, learntRows, lossOf, type Objective, objectiveOf } from './objective.ts'
import { type OptimizerName, optimizerNamed } from './optimizers.ts'
import { entryNames, gather, normsOf, parameterCount, valuesByName } from './parameters.ts'
import { type Rest, RestWatch } from './rest.ts'
import type { Task } from './task.ts'

/** What can change while training goes on. */
export interface AdjustableHyperparameters {
  readonly rate: number
  readonly optimizer: OptimizerName
  /** Of the optimizer, in its order; its own values if left out. */
  readonly optimizerSettings?: readonly number[]
}

export interface Hyperparameters extends AdjustableHyperparameters {
  readonly batchSize: number
  /** Of the order in which samples come. */
  readonly seed: number
}

/** The loop’s three steps, named by what each computes. */
export type Phase = 'loss' | 'gradient' | 'update'

/** Where a run ends, besides where it diverges. */
export interface Stops {
  /** At a place to rest at. */
  readonly rests: boolean
  /** When so many updates are made. */
  readonly end: number
}

const NEVER: Stops = { rests: false, end: Infinity }

/** Of parameters so few, the history keeps the path. */
const PATH = 2
/** Of so few numbers it is said how an update moves each. */
const FEW = 8

/** How an update moves each number of the parameters, or will move it. */
export interface ParameterMoves extends AdjustableHyperparameters {
  readonly names: readonly string[]
  readonly before: Float64Array
  readonly gradient: Float64Array
  /** Null before the update. */
  readonly after: Float64Array | null
}

/**
 * Gradient descent as a loop that can stand still anywhere: 1. the loss of a mini-batch (primal pass), 2. the gradient
 * in the parameters (adjoint pass), 3. the update. A run that leaves the finite numbers stops with its last good parameters.
 */
export class Training {
  readonly objective: Objective
  readonly settings: Hyperparameters
  readonly history = new History()
  /** All parameters, flat. */
  readonly parameters: Float64Array
  /** What the next step computes. */
  phase: Phase = 'loss'
  /** Updates made. */
  updates = 0
  divergence: Divergence | null = null
  /** Of the gradient at hand: that a run would end here. */
  rest: Rest | null = null
  /** The mini-batch at hand: its rows, its passes, which the next one uses again, and what they gave. */
  rows: Int32Array = new Int32Array(0)
  passes: readonly Gradient[] = []
  loss: number | null = null
  gradient: Float64Array | null = null
  norms: Float64Array | null = null
  readonly #batches: Batches
  readonly #good: Float64Array
  #watch: RestWatch
  #course: AdjustableHyperparameters
  #memory: readonly Float64Array[] = []
  #remembered = 0

  private constructor(objective: Objective, settings: Hyperparameters, batches: Batches) {
    this.objective = objective
    this.settings = settings
    this.#batches = batches
    this.parameters = gather(objective.graph, objective.parameters, objective.graph.initial)
    this.#good = this.parameters.slice()
    this.#course = settings
    this.#watch = this.#watching()
    this.#forget()
  }

  /** Ready for the first step, from the parameters that the program has. */
  static of(task: Task, settings: Hyperparameters): Training | Problem {
    const batches = new Batches(learntRows(task), settings.batchSize, settings.seed)
    const objective = objectiveOf(task, batches.size)
    return isProblem(objective) ? objective : new Training(objective, settings, batches)
  }

  get batchSize(): number {
    return this.#batches.size
  }

  /** Updates in an epoch. */
  get perEpoch(): number {
    return this.#batches.perEpoch
  }

  /** Epochs completed, with the part of the one at hand. */
  get epochs(): number {
    return this.updates / this.perEpoch
  }

  /** Goes on with another learning rate or optimizer, also after a run diverged; another optimizer starts without memory. */
  change(course: AdjustableHyperparameters): void {
    const isFresh = this.divergence !== null || course.optimizer !== this.#course.optimizer
    this.#course = course
    if (this.divergence) this.phase = 'loss'
    this.divergence = null
    this.#watch = this.#watching()
    if (isFresh) this.#forget()
  }

  /** One of the three steps. */
  step(): void {
    if (this.divergence) return
    if (this.phase === 'loss') this.#computeLoss()
    else if (this.phase === 'gradient') this.#computeGradient()
    else this.#update()
  }

  /** So many updates; steps that are under way count as the first. Not beyond where it stops. */
  advance(updates: number, stops = NEVER): void {
    const end = this.updates + updates
    while (this.updates < end && !this.isOver(stops)) this.step()
  }

  /** Updates for so many milliseconds, by a clock that is read after each. */
  runFor(milliseconds: number, clock: () => number, stops = NEVER): void {
    const end = clock() + milliseconds
    do this.advance(1, stops)
    while (clock() < end && !this.isOver(stops))
  }

  /** Whether a run ends here. */
  isOver({ rests, end }: Stops): boolean {
    return this.divergence !== null || (rests && this.rest !== null) || this.updates >= end
  }

  /** What the last update did to each number, or what the next one is about to do; null of many numbers, or in between. */
  moves(): ParameterMoves | null {
    const { parameters, gradient, phase, objective } = this
    if (!gradient || parameters.length > FEW) return null
    const isMade = phase === 'loss'
    const names = entryNames(objective.parameters)
    return {
      ...this.#course,
      ...{ names, gradient },
      before: isMade ? this.#good : parameters,
      after: isMade ? parameters : null,
    }
  }

  #watching(): RestWatch {
    return new RestWatch(this.objective, this.#batches.takesAll, this.perEpoch)
  }

  /** The values of the parameters, by name. */
  values(): Record<string, Value> {
    return valuesByName(this.objective.parameters, this.parameters)
  }

  /** The values of all inputs, by name, in a primal pass over the mini-batch at hand; null before the first. */
  inputs(pass = 0): Record<string, Value> | null {
    const { objective, passes } = this
    return pass < passes.length ? inputsAt(objective, passes[pass].values) : null
  }

  #forget(): void {
    const { memory } = optimizerNamed(this.#course.optimizer)
    this.#memory = Array.from({ length: memory }, () => new Float64Array(this.parameters.length))
    this.#remembered = 0
  }

  #computeLoss(): void {
    this.rows = this.#batches.next()
    const used = this.passes
    this.passes = [...eachPass(this.objective, this.parameters, this.rows, (place) => used[place])]
    this.loss = lossOf(this.objective, this.passes)
    this.gradient = null
    this.norms = null
    this.rest = null
    this.phase = 'gradient'
    if (!Number.isFinite(this.loss)) this.#stop(lossDivergence(this.objective, this.passes, this.updates + 1))
  }

  #computeGradient(): void {
    this.gradient = gradientOf(this.objective, this.passes)
    this.norms = normsOf(this.objective.parameters, this.gradient)
    this.phase = 'update'
    if (!this.gradient.every(Number.isFinite))
      this.#stop(gradientDivergence(this.objective, this.passes, this.updates + 1))
    else this.rest = this.#watch.at(this.loss as number, Math.hypot(...this.norms), this.parameters, this.rows)
  }

  #update(): void {
    const { optimizer, optimizerSettings, rate } = this.#course
    const { update, settings } = optimizerNamed(optimizer)
    this.#good.set(this.parameters)
    this.rest = null
    this.#remember()
    const values = optimizerSettings ?? settings.map(({ value }) => value)
    update(this.parameters, this.gradient as Float64Array, this.#memory, rate, ++this.#remembered, values)
    this.phase = 'loss'
    const divergence = parameterDivergence(this.objective, this.parameters, this.updates + 1)
    if (divergence) this.#stop(divergence)
    else this.updates++
  }

  #remember(): void {
    const { loss, norms, updates, parameters } = this
    if (loss === null || norms === null || !this.history.takes(updates)) return
    const isFew = parameterCount(this.objective.parameters) <= PATH
    this.history.add({ update: updates, loss, norms, parameters: isFew ? parameters.slice() : null })
  }

  #stop(divergence: Divergence): void {
    this.divergence = divergence
    this.parameters.set(this.#good)
  }
}
