import { Gradient } from '../autodiff/gradient.ts'
import type { Graph, Output } from '../graph/graph.ts'
import { memo } from '../graph/memo.ts'
import { valueAt } from '../graph/nodes.ts'
import type { Value } from '../primitives/value.ts'
import { isProblem, type Problem } from './binding.ts'
import { trainingRows } from './dataSet.ts'
import { type Feed, feedsOf, fill, shapedInputs } from './feeds.ts'
import { type Parameter, parameterCount, parametersOf } from './parameters.ts'
import { reached } from './reached.ts'
import { lossNamed, type Task } from './task.ts'

/** The loss as a function of the parameters, on samples that its passes take. */
export interface Objective {
  readonly task: Task
  /** Only parameters act in it. Its `initial` is the point of the next pass, and changes. */
  readonly graph: Graph
  readonly loss: Output
  readonly parameters: readonly Parameter[]
  readonly feeds: readonly Feed[]
  /** How many samples one pass takes. */
  readonly perPass: number
}

/** The task with passes over mini-batches of so many samples. */
export function objectiveOf(task: Task, batchSize: number): Objective | Problem {
  const { data, compileAt } = task
  const perPass = data && !data.binding.perSample ? batchSize : 1
  const { graph: built, diagnostics } = compileAt(data ? shapedInputs(data.binding, perPass) : {})
  if (!built) {
    const reason = diagnostics.find(({ severity }) => severity === 'error')?.message
    return { problem: `The program does not fit mini-batches of ${perPass}: ${reason}` }
  }
  const loss = lossNamed(built, task.loss)
  if (isProblem(loss)) return loss
  const parameters = parametersOf(built)
  // Data are fixed in training: no pass need compute their adjoints.
  const varied = reached(
    built,
    parameters.map(({ node }) => node),
  )
  const graph = { ...built, initial: built.initial.slice(), varied }
  return { task, graph, loss, parameters, feeds: data ? feedsOf(graph, data.binding, data.dataSet) : [], perPass }
}

/**
 * The passes over samples, one after another, with the primal pass taken: for each mini-batch, or in a program for one
 * sample for each sample. They are those that `used` gives by their place, whose numbers are lost, and else new ones.
 */
export function* eachPass(
  { graph, parameters, feeds, perPass, loss }: Objective,
  flat: Float64Array,
  rows: ArrayLike<number>,
  used: (place: number) => Gradient | undefined = () => undefined,
): Generator<Gradient> {
  for (const { node, from, to } of parameters) graph.initial.set(flat.subarray(from, to), graph.offset[node])
  const count = feeds.length === 0 ? 1 : Math.ceil(rows.length / perPass)
  for (let i = 0; i < count; i++) {
    for (const feed of feeds) fill(graph, feed, rows, i * perPass, perPass)
    const pass = used(i) ?? new Gradient(graph, loss.node)
    pass.values.set(graph.initial)
    pass.evaluate()
    yield pass
  }
}

/** The same objective for values alone: no derivative passes, so that no local partials are kept. */
const withoutPartials = memo((objective: Objective): Objective => {
  const { graph } = objective
  return { ...objective, graph: { ...graph, varied: new Uint8Array(graph.size) } }
})

const onlyPass = memo(({ graph, loss }: Objective) => new Gradient(graph, loss.node))

/** The primal passes alone, perhaps over other samples: one after another in the same arrays, each to be read before the next. */
export function eachPrimalPass(
  objective: Objective,
  flat: Float64Array,
  rows: ArrayLike<number>,
  feeds = objective.feeds,
): Generator<Gradient> {
  const bare = withoutPartials(objective)
  return eachPass({ ...bare, feeds }, flat, rows, () => onlyPass(bare))
}

/** The loss at parameters, over samples. */
export const lossAt = (objective: Objective, flat: Float64Array, rows: ArrayLike<number>): number =>
  lossOf(objective, eachPrimalPass(objective, flat, rows))

/** The loss over samples: of their pass, or the mean over their passes. */
export function lossOf({ graph, loss }: Objective, passes: Iterable<Gradient>): number {
  let sum = 0
  let count = 0
  for (const { values } of passes) {
    sum += values[graph.offset[loss.node]]
    count++
  }
  return sum / count
}

/** The gradient of the loss of a mini-batch, flat: the mean over the adjoint passes, which it takes. */
export function gradientOf({ graph, parameters }: Objective, passes: readonly Gradient[]): Float64Array {
  const gradient = new Float64Array(parameterCount(parameters))
  for (const pass of passes) {
    pass.pull()
    const { adjoints } = pass
    for (const { node, from, to } of parameters)
      for (let i = from; i < to; i++) gradient[i] += adjoints[graph.offset[node] + i - from] / passes.length
  }
  return gradient
}

/** The values of all inputs in an array over the graph’s entries, by name. */
export function inputsAt({ graph }: Objective, entries: Float64Array): Record<string, Value> {
  const at: Record<string, Value> = Object.create(null)
  for (const { name, node } of graph.inputs) at[name] = valueAt(graph, node, entries)
  return at
}

/** 0, 1, … : so many rows, in their order. */
export const allRows = (samples: number): Int32Array => Int32Array.from({ length: samples }, (_, i) => i)

/** The rows of the data set that are learnt from; one that stands for the program’s own data where there is none. */
export const learntRows = ({ data }: Task): Int32Array => (data ? trainingRows(data.dataSet) : allRows(1))
