import type { Graph } from '../graph/graph.ts'
import { noun } from '../language/words.ts'
import { type Tensor, tensorOf } from '../primitives/value.ts'
import { bind, isProblem } from './binding.ts'
import type { DataSet } from './dataSet.ts'
import { shapedInputs } from './feeds.ts'
import type { CompileAt } from './task.ts'

/**
 * The samples that the program itself has: two data inputs with a row for each, features and targets, of which the program
 * could as well have more. Null where its data are anything else; they can then be trained on as they stand.
 */
export function ownData(compileAt: CompileAt): DataSet | null {
  const { graph } = compileAt({})
  const dataSet = graph && samplesOf(graph)
  const binding = dataSet && bind(graph, dataSet)
  if (!binding || isProblem(binding)) return null
  return compileAt(shapedInputs(binding, dataSet.targets.length + 1)).graph ? dataSet : null
}

function samplesOf(graph: Graph): DataSet | null {
  const data = graph.inputs.filter(({ role }) => role === 'data')
  const [features, targets] = data.map(({ value }) => tensorOf(value))
  if (data.length !== 2 || !features || !targets) return null
  const [rows] = features.shape
  const fits = rows > 0 && features.shape.length <= 2 && targets.shape.length <= 2 && targets.shape[0] === rows
  if (!fits) return null
  const labels = labelled(targets)
  if (!labels) return null
  return {
    name: 'the program’s own',
    about: `${rows} ${noun(rows, 'row')} of ${data[0].name}.`,
    features: rowsOf(features),
    ...labels,
    columns: [...Array.from({ length: widthOf(features) }, (_, i) => `x${i + 1}`), data[1].name],
  }
}

const widthOf = ({ shape }: Tensor): number => shape[1] ?? 1

const rowsOf = (tensor: Tensor): number[][] =>
  Array.from({ length: tensor.shape[0] }, (_, i) => [
    ...tensor.entries.subarray(i * widthOf(tensor), (i + 1) * widthOf(tensor)),
  ])

/** One column of numbers, of 0 and 1, or of −1 and 1; or one column for each class. */
function labelled(targets: Tensor): Pick<DataSet, 'kind' | 'targets' | 'classes'> | null {
  const rows = rowsOf(targets)
  const values = [...new Set(targets.entries)].sort((a, b) => a - b)
  const [low, high] = values
  const isTwo = values.length === 2 && high === 1 && (low === 0 || low === -1)
  if (widthOf(targets) === 1) {
    if (!isTwo) return { kind: 'regression', targets: [...targets.entries] }
    return { kind: 'classes', classes: values.map(String), targets: rows.map(([x]) => (x === 1 ? 1 : 0)) }
  }
  const isOneHot = isTwo && low === 0 && rows.every((row) => row.reduce((sum, x) => sum + x) === 1)
  if (!isOneHot) return null
  return { kind: 'classes', classes: rows[0].map((_, i) => String(i)), targets: rows.map((row) => row.indexOf(1)) }
}
