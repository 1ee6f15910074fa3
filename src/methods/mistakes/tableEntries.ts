import type { LocalStep } from './localStep.ts'
import { type LocalMistake, withPartial } from './mistake.ts'

interface Entry {
  /** The partial as it is then written. */
  readonly partial: (x: number, v: number) => number
  readonly says: string
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

const SQRT = 'sqrt(x) has the derivative 1/(2*sqrt(x))'
const TANH = 'tanh(x) has the derivative 1 − tanh(x)^2'
const SIGMOID = 'sigmoid(x) has the derivative sigmoid(x)*(1 − sigmoid(x))'
const TAN = 'tan(x) has the derivative 1/cos(x)^2'
const ASIN = 'asin(x) has the derivative 1/sqrt(1 − x^2)'
const ACOS = 'acos(x) has the derivative −1/sqrt(1 − x^2)'
const ATAN = 'atan(x) has the derivative 1/(1 + x^2)'
const LOG2 = 'log2(x) has the derivative 1/(x*log(2))'
const LOG10 = 'log10(x) has the derivative 1/(x*log(10))'

/** Derivatives of functions that are often remembered wrongly. */
const MISREMEMBERED: Readonly<Record<string, readonly Entry[]>> = {
  sqrt: [
    { partial: (_x, v) => 1 / v, says: `${SQRT}, and the 2 is missing` },
    { partial: (_x, v) => v / 2, says: `${SQRT}, with the root below the line` },
    { partial: (x) => 1 / (2 * x), says: `${SQRT}, and the root is missing` },
    { partial: () => 1 / 2, says: `${SQRT}, and the root below the line is missing` },
    { partial: (x, v) => 1 / (2 * x * v), says: `${SQRT}: the exponent 1/2, lowered by 1, is −1/2` },
  ],
  tanh: [
    { partial: (_x, v) => 1 - v, says: `${TANH}, and the square is missing` },
    { partial: (_x, v) => 1 + v * v, says: `${TANH}, with a minus` },
    { partial: (x) => 1 - x * x, says: `${TANH}: the square is that of tanh(x), not of x` },
    { partial: (_x, v) => v * (1 - v), says: `${TANH}; what is there is the rule of sigmoid` },
  ],
  sigmoid: [
    { partial: (_x, v) => 1 - v, says: `${SIGMOID}, and a factor is missing` },
    { partial: (_x, v) => v * (1 + v), says: `${SIGMOID}, with a minus` },
    { partial: (x) => x * (1 - x), says: `${SIGMOID}: sigmoid(x) is in it, not x` },
    { partial: (_x, v) => 1 - v * v, says: `${SIGMOID}; what is there is the rule of tanh` },
  ],
  tan: [
    { partial: (x) => 1 / Math.cos(x), says: `${TAN}, and the square is missing` },
    { partial: (_x, v) => 1 - v * v, says: `${TAN}, which is 1 + tan(x)^2, with a plus` },
    { partial: (x) => 1 / Math.sin(x) ** 2, says: `${TAN}, with the cosine` },
  ],
  asin: [
    { partial: (x) => 1 / Math.sqrt(1 + x * x), says: `${ASIN}, with a minus` },
    { partial: (x) => 1 / (1 - x * x), says: `${ASIN}, and the root is missing` },
  ],
  acos: [
    { partial: (x) => -1 / Math.sqrt(1 + x * x), says: `${ACOS}, with a minus under the root` },
    { partial: (x) => -1 / (1 - x * x), says: `${ACOS}, and the root is missing` },
  ],
  atan: [
    { partial: (x) => 1 / (1 - x * x), says: `${ATAN}, with a plus` },
    { partial: (x) => 1 / Math.sqrt(1 + x * x), says: `${ATAN}, without a root` },
    { partial: (x) => 1 / (1 + x), says: `${ATAN}, and the square is missing` },
  ],
  log: [
    { partial: (x) => 1 / x ** 2, says: 'log(x) has the derivative 1/x, without a square' },
    { partial: (x) => 1 / (x * Math.LN10), says: 'log is the natural logarithm here, with the derivative 1/x' },
  ],
  log2: [
    { partial: (x) => 1 / x, says: `${LOG2}, and log(2) is missing` },
    { partial: (x) => Math.LN2 / x, says: `${LOG2}, with log(2) below the line` },
    { partial: (x) => 1 / (2 * x), says: `${LOG2}: the factor is log(2), not 2` },
  ],
  log10: [
    { partial: (x) => 1 / x, says: `${LOG10}, and log(10) is missing` },
    { partial: (x) => Math.LN10 / x, says: `${LOG10}, with log(10) below the line` },
    { partial: (x) => 1 / (10 * x), says: `${LOG10}: the factor is log(10), not 10` },
  ],
  softplus: [{ partial: (x) => 1 - sigmoid(x), says: 'softplus(x) has the derivative sigmoid(x)' }],
  relu: [{ partial: (x) => x, says: 'relu(x) has the derivative 1 where x is positive, and 0 elsewhere' }],
  square: [{ partial: (x) => x, says: 'square(x) has the derivative 2*x, and the 2 is missing' }],
}

const MOST_ENTRIES = Math.max(...Object.values(MISREMEMBERED).map(({ length }) => length))

const entryOf = ({ primitive }: LocalStep, index: number): Entry | undefined => MISREMEMBERED[primitive.name]?.[index]

export const tableMistakes: readonly LocalMistake[] = Array.from({ length: MOST_ENTRIES }, (_, index) => ({
  kind: 'table entry',
  tangent: (step, slot) => {
    const entry = entryOf(step, index)
    return entry ? withPartial(step, slot, entry.partial(step.operands[0], step.value)) : null
  },
  says: ({ whole }, _slot, step) => `At ${whole}: ${entryOf(step, index)?.says}.`,
}))
