import type { Graph, Input, Shape } from '../graph/graph.ts'
import { shapeAt } from '../graph/nodes.ts'
import { sizeOf } from '../primitives/shape.ts'
import { tensorOf } from '../primitives/value.ts'
import { type DataSet, type DataSetForm, describe, featureCount } from './dataSet.ts'
import { parametersOf } from './parameters.ts'
import { reached } from './reached.ts'

/** A data input of the program, and what it takes of a sample: all features, one of them, or the target. */
export interface Placement {
  readonly input: string
  readonly takes: 'features' | { readonly feature: number } | 'target' | 'one-hot'
  /** Of one sample. In a program for mini-batches the input has one axis more, before these. */
  readonly shape: Shape
}

/** How the samples of a data set fill the data inputs of a program. */
export interface Binding {
  readonly placements: readonly Placement[]
  /** The program is written for one sample: a mini-batch takes a pass for each, and its loss is their mean. */
  readonly perSample: boolean
  /** How two classes are written where the target is one number; null for others. */
  readonly labels: '0/1' | '±1' | null
}

/** Why it does not work, and what to write. */
export interface Problem {
  readonly problem: string
}

export const isProblem = (result: object): result is Problem => 'problem' in result

/** The shape of one sample in an input, and the length of the mini-batch before it; null where the input is for one sample. */
interface Form {
  readonly shape: Shape
  readonly batch: number | null
}

/** Which data inputs get the features and the target, by their shapes. */
export function bind(graph: Graph, dataSet: DataSetForm): Binding | Problem {
  const inputs = graph.inputs.filter(({ role }) => role === 'data')
  if (inputs.length === 0)
    return problem(
      dataSet,
      `No input is marked as data: write ${wantedFeatures(dataSet)} and ${wantedTarget(dataSet)}.`,
    )
  const isScalar = inputs.every(({ node }) => shapeAt(graph, node).length === 0)
  return isScalar ? bindScalars(inputs, dataSet) : bindArrays(graph, inputs, dataSet)
}

function bindScalars(inputs: readonly Input[], dataSet: DataSetForm): Binding | Problem {
  const count = featureCount(dataSet)
  if (inputs.length !== count + 1)
    return problem(
      dataSet,
      `The program has ${counted(inputs.length)}: write one for each feature and one for the target, or ${wantedFeatures(dataSet)}.`,
    )
  if (isMany(dataSet)) return problem(dataSet, `One number cannot tell them apart: write ${wantedTarget(dataSet)}.`)
  const placements = inputs.map(({ name }, feature): Placement => {
    return { input: name, takes: feature < count ? { feature } : 'target', shape: [] }
  })
  return { placements, perSample: true, labels: labelsOf(inputs[count], dataSet) }
}

function bindArrays(graph: Graph, inputs: readonly Input[], dataSet: DataSetForm): Binding | Problem {
  let rows: number | null = null
  for (const features of inputs)
    for (const form of featureForms(shapeAt(graph, features.node), dataSet)) {
      for (const target of inputs) {
        const taken =
          target === features ? null : targetPlacement(target, shapeAt(graph, target.node), form.batch, dataSet)
        if (!taken || isSwapped(graph, features, target)) continue
        const placements: Placement[] = [{ input: features.name, takes: 'features', shape: form.shape }, taken]
        const labels = taken.takes === 'target' ? labelsOf(target, dataSet) : null
        return { placements, perSample: form.batch === null, labels }
      }
      rows ??= form.batch ?? 0
    }
  if (rows === null) return problem(dataSet, `No data input takes its features: write ${wantedFeatures(dataSet)}.`)
  return problem(dataSet, `No data input takes its targets: write ${wantedTarget(dataSet, rows)}.`)
}

/** Whether the program takes them the other way round: its parameters act on the one before it meets the other. */
function isSwapped(graph: Graph, features: Input, target: Input): boolean {
  const learnt = reached(
    graph,
    parametersOf(graph).map(({ node }) => node),
  )
  const [given, wanted] = [features, target].map(({ node }) => reached(graph, [node]))
  const acts = (on: Uint8Array, before: Uint8Array) => learnt.some((_, i) => learnt[i] && on[i] && !before[i])
  return acts(wanted, given) && !acts(given, wanted)
}

/** As a row of features, or as the matrix that a sample is: a matrix of other lengths would mix up its rows. */
function featureForms(shape: Shape, dataSet: DataSetForm): Form[] {
  const count = featureCount(dataSet)
  const forms: Form[] = []
  if (shape.length === 2 && shape[1] === count) forms.push({ shape: [count], batch: shape[0] })
  if (shape.length === 1 && count === 1) forms.push({ shape: [], batch: shape[0] })
  if (shape.length === 1 && shape[0] === count) forms.push({ shape: [count], batch: null })
  if (isMatrix(shape, dataSet)) forms.push({ shape, batch: null })
  if (isMatrix(shape.slice(1), dataSet)) forms.push({ shape: shape.slice(1), batch: shape[0] })
  return forms
}

const isMatrix = (shape: Shape, { matrix }: DataSetForm): boolean =>
  matrix !== undefined && shape.length === 2 && matrix.every((length, axis) => length === shape[axis])

function targetPlacement({ name }: Input, shape: Shape, batch: number | null, dataSet: DataSetForm): Placement | null {
  if (batch !== null && shape[0] !== batch) return null
  const each = batch === null ? shape : shape.slice(1)
  if (each.length > 1) return null
  if (dataSet.classes && each[0] === dataSet.classes.length) return { input: name, takes: 'one-hot', shape: each }
  return sizeOf(each) === 1 && !isMany(dataSet) ? { input: name, takes: 'target', shape: each } : null
}

/** More classes than one number tells apart. */
const isMany = ({ classes }: DataSetForm): boolean => classes !== undefined && classes.length > 2

/** As the program’s own targets are: −1 among them says ±1. */
function labelsOf({ value }: Input, { kind }: DataSetForm): Binding['labels'] {
  if (kind === 'regression') return null
  return tensorOf(value)?.entries.some((entry) => entry < 0) ? '±1' : '0/1'
}

const problem = (dataSet: DataSetForm, sentence: string): Problem => ({
  problem: `The data set has ${describe(dataSet)}. ${sentence}`,
})

const counted = (count: number): string =>
  count === 1 ? 'one data input, a number' : `${count} data inputs that are numbers`

function wantedFeatures(dataSet: DataSetForm): string {
  const rows = `data X = zeros(8, ${featureCount(dataSet)})`
  return dataSet.matrix ? `${rows} or, for one sample, data x = zeros(${dataSet.matrix.join(', ')})` : rows
}

/** With as many rows as the features have; 0 for one sample. */
function wantedTarget({ classes }: DataSetForm, rows = 8): string {
  const axes = [...(rows > 0 ? [rows] : []), ...(classes && classes.length > 2 ? [classes.length] : [])]
  return axes.length > 0 ? `data y = zeros(${axes.join(', ')})` : 'data y = 0'
}

/** What an input takes of every sample, one after another. */
export function encode(
  { takes, shape }: Placement,
  labels: Binding['labels'],
  { features, targets }: DataSet,
): Float64Array {
  const width = sizeOf(shape)
  const entries = new Float64Array(features.length * width)
  features.forEach((row, i) => {
    if (takes === 'features') entries.set(row, i * width)
    else if (takes === 'one-hot') entries[i * width + targets[i]] = 1
    else if (takes === 'target') entries[i] = labels === '±1' ? 2 * targets[i] - 1 : targets[i]
    else entries[i] = row[takes.feature]
  })
  return entries
}
