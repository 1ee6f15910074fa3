import type { NodeIndex } from '../graph/graph.ts'
import { shapeAt } from '../graph/nodes.ts'
import { tellingName } from '../notation/symbols.ts'
import { sizeOf } from '../primitives/shape.ts'
import { type Feed, feedsOf } from './feeds.ts'
import { allRows, eachPrimalPass, type Objective } from './objective.ts'
import { reached } from './reached.ts'

/** A node that can be what the program predicts: one row of entries for each sample. */
export interface Prediction {
  readonly name: string
  readonly node: NodeIndex
  /** How many numbers it has for a sample. */
  readonly width: number
}

/**
 * What the program may predict, the likeliest first: definitions with a row for each sample that features and parameters
 * act on and targets do not. Those on which the most parameters act come before hidden layers, those as wide as the
 * target before others, later ones before earlier ones. Where none has a name, nodes without.
 */
export function predictionCandidates(objective: Objective): Prediction[] {
  const { graph, task, parameters } = objective
  if (!task.data) return []
  const marks = parameters.map(({ node }) => reached(graph, [node]))
  const acting = (node: NodeIndex) => marks.reduce((count, marked) => count + marked[node], 0)
  const wanted = targetWidth(objective)
  const rank = ({ node, width }: Prediction) => 2 * acting(node) + (width === wanted ? 1 : 0)
  const all = samplewise(objective)
  const named = all.filter(({ node }) => graph.names.has(node))
  return (named.length > 0 ? named : meeting(objective, all)).sort((a, b) => rank(b) - rank(a) || b.node - a.node)
}

function samplewise(objective: Objective): Prediction[] {
  const { graph } = objective
  const [features, targets] = [inputsFor(objective, false), inputsFor(objective, true)].map((nodes) =>
    reached(graph, nodes),
  )
  const found: Prediction[] = []
  for (let node = 0; node < graph.size; node++) {
    const width =
      graph.op[node] >= 0 && graph.varied[node] && features[node] && !targets[node] ? widthOf(objective, node) : null
    if (width !== null) found.push({ name: tellingName(graph, node), node, width })
  }
  return found
}

/** The data inputs that take the target, or those that take features. */
function inputsFor({ graph, task }: Objective, isTarget: boolean): NodeIndex[] {
  const placements = task.data?.binding.placements ?? []
  const names = placements.filter(({ takes }) => (takes === 'target' || takes === 'one-hot') === isTarget)
  return graph.inputs.filter(({ name }) => names.some(({ input }) => input === name)).map(({ node }) => node)
}

const targetWidth = ({ task }: Objective): number =>
  sizeOf(task.data?.binding.placements.find(({ takes }) => takes === 'target' || takes === 'one-hot')?.shape ?? [])

/** How many entries a node has for a sample; null where it has no row for each. */
function widthOf({ graph, task, perPass }: Objective, node: NodeIndex): number | null {
  const shape = shapeAt(graph, node)
  if (task.data?.binding.perSample) return shape.length <= 1 ? sizeOf(shape) : null
  return shape[0] === perPass && shape.length <= 2 ? sizeOf(shape.slice(1)) : null
}

/** The node that first meets the targets; where several do, the first on which everything acts that acts on them. */
function meeting(objective: Objective, nodes: readonly Prediction[]): Prediction[] {
  const { graph } = objective
  const targets = reached(graph, inputsFor(objective, true))
  const meets = ({ node }: Prediction) =>
    graph.consumerEdge
      .subarray(graph.firstConsumer[node], graph.firstConsumer[node + 1])
      .some((edge) => targets[graph.consumer[edge]] === 1)
  const met = nodes.filter(meets)
  return met.length === 1 ? met : [...nodes]
}

/** What the program predicts for rows of features: so many numbers for each, one row after another. */
export function predict(
  objective: Objective,
  parameters: Float64Array,
  prediction: Prediction,
  features: readonly (readonly number[])[],
): Float64Array {
  const { graph, task } = objective
  if (!task.data) return new Float64Array(0)
  const targets = new Array<number>(features.length).fill(0)
  const feeds = feedsOf(graph, task.data.binding, { ...task.data.dataSet, features, targets })
  return predicted(objective, parameters, prediction, allRows(features.length), feeds)
}

/** The same for rows of the data set. */
export const predictRows = (
  objective: Objective,
  parameters: Float64Array,
  prediction: Prediction,
  rows: Int32Array,
): Float64Array => predicted(objective, parameters, prediction, rows, objective.feeds)

function predicted(
  objective: Objective,
  parameters: Float64Array,
  { node, width }: Prediction,
  samples: Int32Array,
  feeds: readonly Feed[],
): Float64Array {
  const { graph, perPass } = objective
  const predictions = new Float64Array(samples.length * width)
  let from = 0
  for (const { values } of eachPrimalPass(objective, parameters, samples, feeds)) {
    const rows = Math.min(perPass, samples.length - from)
    predictions.set(values.subarray(graph.offset[node], graph.offset[node] + rows * width), from * width)
    from += perPass
  }
  return predictions
}
