import { errorOf } from './question.ts'

/** One way to the derivative, as a row of the table. */
export interface Way {
  readonly way: 'hand' | 'symbolic' | 'forward differences' | 'central differences' | 'forward' | 'reverse'
  readonly name: string
  /** What it does, in few words. */
  readonly how: string
  /** Null where it has none. */
  readonly derivative: number | null
  readonly operations: bigint | number | null
  /** Against reverse mode; null where there is nothing to compare. */
  readonly error: number | null
}

export const wayOf = (
  way: Way['way'],
  name: string,
  how: string,
  {
    derivative,
    operations,
    reference,
  }: { derivative: number | null; operations: Way['operations']; reference: number },
): Way => ({
  way,
  name,
  how,
  derivative,
  operations,
  error: derivative === null ? null : errorOf(derivative, reference),
})
