import type { AxisIndex, SliceIndex } from '../wiring.ts'

/** A subscript of numbers and slices in the program's language: `[0, 1:, ::-1]`. */
export const subscriptText = (index: readonly AxisIndex[]): string => `[${index.map(partText).join(', ') || ':'}]`

function partText(part: AxisIndex): string {
  if ('at' in part) return String(part.at)
  return 'start' in part ? sliceText(part) : '…'
}

export const sliceText = ({ start, stop, step }: SliceIndex): string =>
  `${start ?? ''}:${stop ?? ''}${step === null ? '' : `:${step}`}`
