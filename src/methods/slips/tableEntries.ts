import type { LocalStep } from './localStep.ts'
import { type LocalSlip, withPartial } from './slip.ts'

interface Entry {
  /** The partial as it is then written. */
  readonly partial: (x: number, v: number) => number
  readonly says: string
}

/** Derivatives of functions that are often remembered wrongly. */
const MISREMEMBERED: Readonly<Record<string, readonly Entry[]>> = {
  sqrt: [
    { partial: (_x, v) => 1 / v, says: 'sqrt(x) has the derivative 1/(2*sqrt(x)), and the 2 is missing' },
    { partial: (_x, v) => v / 2, says: 'sqrt(x) has the derivative 1/(2*sqrt(x)), with the root below the line' },
  ],
  tanh: [{ partial: (_x, v) => 1 - v, says: 'tanh(x) has the derivative 1 − tanh(x)^2, and the square is missing' }],
  sigmoid: [
    {
      partial: (_x, v) => 1 - v,
      says: 'sigmoid(x) has the derivative sigmoid(x)*(1 − sigmoid(x)), and a factor is missing',
    },
  ],
  tan: [{ partial: (x) => 1 / Math.cos(x), says: 'tan(x) has the derivative 1/cos(x)^2, and the square is missing' }],
  log: [{ partial: (x) => 1 / x ** 2, says: 'log(x) has the derivative 1/x, without a square' }],
  square: [{ partial: (x) => x, says: 'square(x) has the derivative 2*x, and the 2 is missing' }],
}

const MOST_ENTRIES = Math.max(...Object.values(MISREMEMBERED).map(({ length }) => length))

const entryOf = ({ primitive }: LocalStep, index: number): Entry | undefined => MISREMEMBERED[primitive.name]?.[index]

export const tableSlips: readonly LocalSlip[] = Array.from({ length: MOST_ENTRIES }, (_, index) => ({
  kind: 'table entry',
  tangent: (step, slot) => {
    const entry = entryOf(step, index)
    return entry ? withPartial(step, slot, entry.partial(step.operands[0], step.value)) : null
  },
  says: ({ whole }, _slot, step) => `At ${whole}: ${entryOf(step, index)?.says}.`,
}))
