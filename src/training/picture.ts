import { classesOf, predictedClasses, thresholdOf } from './accuracy.ts'
import type { DataSet } from './dataSet.ts'
import { allRows, type Objective } from './objective.ts'
import { type Prediction, predict } from './predictions.ts'

/** How the program divides the plane of two features, or the curve that it puts through points over one. */
export type PredictionPicture =
  | {
      readonly kind: 'boundary'
      /** Where the grid stands: its columns and rows. */
      readonly xs: Float64Array
      readonly ys: Float64Array
      /** So many numbers at each point, row by row. */
      readonly predictions: Float64Array
      readonly width: number
      readonly threshold: number | null
      /** By point of the grid; null for regression. */
      readonly classes: Uint8Array | null
    }
  | { readonly kind: 'fit'; readonly xs: Float64Array; readonly predictions: Float64Array; readonly width: number }

/** The class that is predicted for samples that can be shown themselves. */
export interface PredictedSamples {
  /** Of the data set: those held out, where some are. */
  readonly rows: Int32Array
  /** By row. */
  readonly classes: Uint8Array
}

/** Of a data set whose samples are matrices; null of others, and where no class is predicted. */
export function predictedSamples(
  objective: Objective,
  parameters: Float64Array,
  prediction: Prediction,
): PredictedSamples | null {
  const dataSet = objective.task.data?.dataSet
  if (!dataSet?.matrix) return null
  const rows = dataSet.heldOut ? Int32Array.from(dataSet.heldOut) : allRows(dataSet.targets.length)
  const classes = predictedClasses(objective, parameters, prediction, rows)
  return classes && { rows, classes }
}

/** The share of the samples’ extent that a picture shows beyond them. */
const MARGIN = 0.1

/** The picture of what is predicted over the features of the data set; null where there are more than two. */
export function pictureOf(
  objective: Objective,
  parameters: Float64Array,
  prediction: Prediction,
  resolution: number,
): PredictionPicture | null {
  const dataSet = objective.task.data?.dataSet
  if (!dataSet) return null
  const features = dataSet.features[0].length
  if (features === 1) return curve(objective, parameters, prediction, ticks(dataSet, 0, 4 * resolution))
  if (features !== 2) return null
  const xs = ticks(dataSet, 0, resolution)
  const ys = ticks(dataSet, 1, resolution)
  const points = [...ys].flatMap((y) => [...xs].map((x) => [x, y]))
  const { width } = prediction
  const predictions = predict(objective, parameters, prediction, points)
  const threshold = thresholdOf(objective, prediction)
  const classes = dataSet.kind === 'classes' ? classesOf(predictions, width, threshold) : null
  return { kind: 'boundary', xs, ys, predictions, width, threshold, classes }
}

function curve(
  objective: Objective,
  parameters: Float64Array,
  prediction: Prediction,
  xs: Float64Array,
): PredictionPicture {
  const predictions = predict(
    objective,
    parameters,
    prediction,
    [...xs].map((x) => [x]),
  )
  return { kind: 'fit', xs, predictions, width: prediction.width }
}

function ticks({ features }: DataSet, feature: number, count: number): Float64Array {
  const values = features.map((row) => row[feature])
  return spread(Math.min(...values), Math.max(...values), count)
}

/** So many numbers from a little below `least` to a little above `most`. */
export function spread(least: number, most: number, count: number): Float64Array {
  const margin = MARGIN * (most - least) || 1
  const step = (most - least + 2 * margin) / (count - 1)
  return Float64Array.from({ length: count }, (_, i) => least - margin + i * step)
}
