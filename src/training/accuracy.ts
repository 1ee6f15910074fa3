import { CLOSED } from '../graph/graph.ts'
import { operations } from '../primitives/index.ts'
import { learntRows, type Objective } from './objective.ts'
import { type Prediction, predictRows } from './predictions.ts'

/**
 * Where a prediction that is one number passes from the first class to the second: the middle of the labels for a
 * probability, or for a value that the loss compares with the labels by subtraction; 0 for a score. Null for regression, and where
 * there is a number for each class: then the largest wins.
 */
export function thresholdOf(objective: Objective, { node, width }: Prediction): number | null {
  const { data } = objective.task
  if (data?.dataSet.kind !== 'classes' || width !== 1) return null
  if (data.binding.labels === '±1') return 0
  return isProbability(objective, node) || isSubtracted(objective, node) ? 0.5 : 0
}

/** Whether it comes out of a sigmoid, or its logarithm is taken. */
function isProbability({ graph }: Objective, node: number): boolean {
  return (
    operationName(graph.op[node]) === 'sigmoid' ||
    consumersOf(graph, node).some((consumer) => operationName(graph.op[consumer]) === 'log')
  )
}

const isSubtracted = ({ graph }: Objective, node: number): boolean =>
  consumersOf(graph, node).some((consumer) => operationName(graph.op[consumer]) === 'sub')

const operationName = (op: number): string | null => (op >= 0 && op < CLOSED ? operations[op].name : null)

const consumersOf = ({ firstConsumer, consumerEdge, consumer }: Objective['graph'], node: number): number[] =>
  [...consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1])].map((edge) => consumer[edge])

/** The class of each sample: by the threshold, or the one with the largest number. */
export function classesOf(predictions: Float64Array, width: number, threshold: number | null): Uint8Array {
  const classes = new Uint8Array(predictions.length / width)
  for (let i = 0; i < classes.length; i++)
    if (threshold !== null) classes[i] = predictions[i] > threshold ? 1 : 0
    else
      for (let k = 1; k < width; k++)
        if (predictions[i * width + k] > predictions[i * width + classes[i]]) classes[i] = k
  return classes
}

/** The class that is predicted for each of these rows of the data set; null where nothing says one. */
export function predictedClasses(
  objective: Objective,
  parameters: Float64Array,
  prediction: Prediction,
  rows: Int32Array,
): Uint8Array | null {
  const dataSet = objective.task.data?.dataSet
  if (dataSet?.kind !== 'classes') return null
  const threshold = thresholdOf(objective, prediction)
  if (threshold === null && prediction.width !== dataSet.classes?.length) return null
  return classesOf(predictRows(objective, parameters, prediction, rows), prediction.width, threshold)
}

/** The share of these rows, by default those that are learnt from, whose class is predicted; null for regression. */
export function accuracyOf(
  objective: Objective,
  parameters: Float64Array,
  prediction: Prediction,
  rows = learntRows(objective.task),
): number | null {
  const targets = objective.task.data?.dataSet.targets ?? []
  const classes = predictedClasses(objective, parameters, prediction, rows)
  return classes && rows.filter((row, i) => classes[i] === targets[row]).length / rows.length
}
