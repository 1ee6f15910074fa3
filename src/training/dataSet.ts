import { noun } from '../language/words.ts'

/** What there is to know of a data set before its samples are there: whether it fits a program follows from it. */
export interface DataSetForm {
  readonly name: string
  /** One sentence. */
  readonly about: string
  readonly kind: 'regression' | 'classes'
  /** What the classes are called; of `classes` only. */
  readonly classes?: readonly string[]
  /** What the features are called, then the target. */
  readonly columns: readonly string[]
  /** Rows and columns of a sample that is a matrix, such as a picture; its features are their entries, row by row. */
  readonly matrix?: readonly [rows: number, columns: number]
}

/** Samples to learn from: a row of features and a target for each. */
export interface DataSet extends DataSetForm {
  readonly features: readonly (readonly number[])[]
  /** One for each row: a number, or the index of a class. */
  readonly targets: readonly number[]
  /** Rows that no update takes, which tell how well samples are predicted that were never learnt from. None if left out. */
  readonly heldOut?: readonly number[]
}

export const featureCount = ({ columns }: DataSetForm): number => columns.length - 1

/** The rows that are learnt from, in their order: all but those held out. */
export function trainingRows({ targets, heldOut = [] }: DataSet): Int32Array {
  const isHeldOut = new Set(heldOut)
  return Int32Array.from(targets.keys()).filter((row) => !isHeldOut.has(row))
}

/** “2 features and 3 classes”, as messages say it. */
export function describe(form: DataSetForm): string {
  const features = featureCount(form)
  const target = form.classes ? `${form.classes.length} classes` : 'a number to predict'
  return `${features} ${noun(features, 'feature')} and ${target}`
}
