import type { DataSet, DataSetForm } from './dataSet.ts'

const SIDE = 8
/** A pixel says how many of 4×4 points were black. */
const MOST = 16
/** Of each class the fifth sample, the tenth … are held out. */
const HELD_OUT = 5

/** Its samples stand in a file of their own, `digits.txt`. */
export const DIGITS: DataSetForm = {
  name: 'digits',
  about:
    '1,797 handwritten digits of 8×8 pixels from 0 to 1, every fifth of each class held out: E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, 1998, licence CC BY 4.0.',
  kind: 'classes',
  classes: Array.from({ length: 10 }, (_, digit) => String(digit)),
  columns: [...Array.from({ length: SIDE * SIDE }, (_, i) => `x${i + 1}`), 'digit'],
  matrix: [SIDE, SIDE],
}

/**
 * The samples in the text of the file: after a line that says where they are from, a line with the number of samples of each
 * class, then a line for each pixel, row by row, with a digit to the base 17 for each sample, class by class. So it compresses best.
 */
export function readDigits(text: string): DataSet {
  const [, counts, ...pixels] = text.trimEnd().split('\n')
  const targets = counts.split(' ').flatMap((count, digit) => new Array<number>(Number(count)).fill(digit))
  const features = targets.map((_, row) => pixels.map((samples) => Number.parseInt(samples[row], MOST + 1) / MOST))
  const heldOut = [...targets.keys()].filter((row) => (row - targets.indexOf(targets[row])) % HELD_OUT === HELD_OUT - 1)
  return { ...DIGITS, features, targets, heldOut }
}
