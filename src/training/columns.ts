import { sizeOf } from '../primitives/shape.ts'
import type { Binding, Placement } from './binding.ts'
import { type DataSet, featureCount } from './dataSet.ts'

/** What a data set’s features, then its target, are called in the program that it fills: `x`, `X[:, 0]`. */
export function columnNames({ placements, perSample }: Binding, dataSet: DataSet): string[] {
  const features = Array.from({ length: featureCount(dataSet) }, (_, feature) =>
    featureIn(placements, perSample, feature),
  )
  const target = placements.find(({ takes }) => takes === 'target' || takes === 'one-hot')
  return [...features, target?.input ?? dataSet.columns[features.length]]
}

function featureIn(placements: readonly Placement[], perSample: boolean, feature: number): string {
  const own = placements.find(({ takes }) => typeof takes === 'object' && takes.feature === feature)
  if (own) return own.input
  const all = placements.find(({ takes }) => takes === 'features')
  if (!all || sizeOf(all.shape) === 1) return all?.input ?? ''
  const [, columns] = all.shape
  const at = columns ? `${Math.floor(feature / columns)}, ${feature % columns}` : feature
  return perSample ? `${all.input}[${at}]` : `${all.input}[:, ${at}]`
}
