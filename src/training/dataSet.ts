import { noun } from '../language/words.ts'
/** Samples to learn from: a row of features and a target for each. */
export interface DataSet {
  readonly name: string
  /** One sentence. */
  readonly about: string
  readonly features: readonly (readonly number[])[]
  /** One for each row: a number, or the index of a class. */
  readonly targets: readonly number[]
  readonly kind: 'regression' | 'classes'
  /** What the classes are called; of `classes` only. */
  readonly classes?: readonly string[]
  /** What the features are called, then the target. */
  readonly columns: readonly string[]
}

export const featureCount = (dataSet: DataSet): number => dataSet.features[0].length

/** “2 features and 3 classes”, as messages say it. */
export function describe(dataSet: DataSet): string {
  const features = featureCount(dataSet)
  const target = dataSet.classes ? `${dataSet.classes.length} classes` : 'a number to predict'
  return `${features} ${noun(features, 'feature')} and ${target}`
}
