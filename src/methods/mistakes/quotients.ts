import { bothVary, type LocalMistake, ofOnly, withPartial } from './mistake.ts'

const quotientMistake = (tangent: LocalMistake['tangent'], says: LocalMistake['says']): LocalMistake => ({
  kind: 'quotient rule',
  tangent: ofOnly(['div'], tangent),
  says,
})

/** What becomes of (u′·w − u·w′)/w². */
export const quotientMistakes: readonly LocalMistake[] = [
  quotientMistake(
    (step) => (bothVary(step) ? -step.tangent : null),
    ({ whole }) => `The difference in the quotient rule at ${whole} is the wrong way round: it is (u′·w − u·w′)/w².`,
  ),
  quotientMistake(
    (step) => (bothVary(step) ? withPartial(step, 1, -step.partials[1]) : null),
    ({ whole }) => `The quotient rule at ${whole} has a minus: (u′·w − u·w′)/w².`,
  ),
  quotientMistake(
    (step) => (step.varies[1] ? step.tangent * step.operands[1] : null),
    ({ whole, operands }) =>
      `In the quotient rule at ${whole} the square is missing: all is divided by the square of ${operands[1]}.`,
  ),
  quotientMistake(
    (step) => (step.varies[1] ? step.tangent * step.operands[1] ** 2 : null),
    ({ whole, operands }) =>
      `In the quotient rule at ${whole} the denominator is missing: all is divided by the square of ${operands[1]}.`,
  ),
  quotientMistake(
    (step) => (bothVary(step) ? step.tangents[0] / step.tangents[1] : null),
    ({ whole }) =>
      `The derivative of the quotient ${whole} is not the quotient of the derivatives: it is (u′·w − u·w′)/w².`,
  ),
  quotientMistake(
    (step, slot) => (bothVary(step) ? withPartial(step, slot, 0) : null),
    ({ whole, operands }, slot) =>
      `The quotient rule has two terms at ${whole}, (u′·w − u·w′)/w²: the one with the derivative of ${operands[slot]} is missing.`,
  ),
  quotientMistake(
    ({ varies, isInner, operands, tangents }) =>
      !varies[0] && varies[1] && isInner[1] ? operands[0] / tangents[1] : null,
    ({ whole, operands }) =>
      `At ${whole} the derivative of ${operands[1]} was put below the line: 1/w has the derivative −w′/w².`,
  ),
]
