import type { LocalStep } from './localStep.ts'
import { bothVary, type LocalMistake, ofOnly, withPartial } from './mistake.ts'

/** Of a power with a fixed exponent: its partial by the base, as it is then written. */
const powerMistake = (
  partial: (x: number, n: number, step: LocalStep) => number,
  says: LocalMistake['says'],
): LocalMistake => ({
  kind: 'power rule',
  tangent: ofOnly(['pow'], (step, slot) => {
    const [x, n] = step.operands
    return slot === 0 && !step.varies[1] ? withPartial(step, 0, partial(x, n, step)) : null
  }),
  says,
})

/** What becomes of n·xⁿ⁻¹. */
export const powerMistakes: readonly LocalMistake[] = [
  powerMistake(
    (_x, n, { value }) => n * value,
    ({ whole }) => `In the power rule at ${whole} the exponent is not lowered by 1.`,
  ),
  powerMistake(
    (_x, n, { partials }) => partials[0] / n,
    ({ whole, operands }) => `In the power rule at ${whole} the factor ${operands[1]} is forgotten.`,
  ),
  powerMistake(
    (x, n) => (n - 1) * x ** (n - 1),
    ({ whole, operands }) => `In the power rule at ${whole} the factor is ${operands[1]}, not one less.`,
  ),
  powerMistake(
    (x, n) => n * x,
    ({ whole }) => `In the power rule at ${whole} the power is missing: it is n·u^(n − 1).`,
  ),
  powerMistake(
    (_x, n) => n,
    ({ whole }) => `In the power rule at ${whole} only the exponent is there: it is n·u^(n − 1).`,
  ),
  powerMistake(
    (x, n) => n * x ** (n + 1),
    ({ whole }) => `In the power rule at ${whole} the exponent is raised by 1: it has to be lowered.`,
  ),
  powerMistake(
    (x, n) => n * x ** (n - 2),
    ({ whole }) => `In the power rule at ${whole} the exponent is lowered by 2: it is n·u^(n − 1).`,
  ),
  powerMistake(
    (_x, n, { value }) => (n + 1) * value,
    ({ whole }) => `In the power rule at ${whole} all is one too high: it is n·u^(n − 1).`,
  ),
  powerMistake(
    (x, _n, { value }) => value * Math.log(x),
    ({ whole }) => `The exponential rule is not for ${whole}, whose base varies: the power rule is, n·u^(n − 1).`,
  ),
]

/** Of a power whose exponent varies: its partial by the exponent. */
const exponentMistake = (
  partial: (x: number, n: number, step: LocalStep) => number,
  says: LocalMistake['says'],
): LocalMistake => ({
  kind: 'exponential rule',
  tangent: ofOnly(['pow'], (step, slot) => {
    const [x, n] = step.operands
    return slot === 1 ? withPartial(step, 1, partial(x, n, step)) : null
  }),
  says,
})

export const exponentialMistakes: readonly LocalMistake[] = [
  {
    kind: 'exponential rule',
    tangent: ofOnly(['pow'], (step, slot) => (bothVary(step) ? withPartial(step, slot, 0) : null)),
    says: ({ whole }, slot) =>
      `The base and the exponent of ${whole} both vary: the term for the ${slot === 0 ? 'base' : 'exponent'} is missing.`,
  },
  exponentMistake(
    (x, n) => n * x ** (n - 1),
    ({ whole, operands }) =>
      `The power rule is not for ${whole}, whose exponent varies: its derivative by the exponent is ${whole} times log(${operands[0]}).`,
  ),
  exponentMistake(
    (_x, _n, { value }) => value,
    ({ whole, operands }) => `At ${whole} the factor log(${operands[0]}) is forgotten.`,
  ),
  exponentMistake(
    (_x, n, { value }) => n * value,
    ({ whole, operands }) => `At ${whole} the factor is log(${operands[0]}), not the exponent.`,
  ),
  exponentMistake(
    (x, _n, { value }) => value * Math.log10(x),
    ({ whole, operands }) => `At ${whole} the factor is the natural logarithm, log(${operands[0]}), not log10.`,
  ),
  {
    kind: 'exponential rule',
    tangent: ofOnly(['exp'], (step) => withPartial(step, 0, step.operands[0] * Math.exp(step.operands[0] - 1))),
    says: ({ whole }) => `The power rule is not for ${whole}, whose exponent varies: exp is its own derivative.`,
  },
]
