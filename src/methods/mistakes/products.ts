import type { LocalStep } from './localStep.ts'
import { bothVary, type LocalMistake, ofOnly, otherOf, termOf, withPartial } from './mistake.ts'

export const wrongOperand: LocalMistake = {
  kind: 'wrong operand',
  tangent: ofOnly(['mul'], (step, slot) => withPartial(step, slot, step.operands[slot])),
  says: ({ whole, operands }, slot) =>
    `The wrong operand of the product ${whole}: its derivative by ${operands[slot]} is the other one, ${operands[otherOf(slot)]}.`,
}

const productMistake = (tangent: LocalMistake['tangent'], says: LocalMistake['says']): LocalMistake => ({
  kind: 'product rule',
  tangent: ofOnly(['mul'], (step, slot) => (bothVary(step) ? tangent(step, slot) : null)),
  says,
})

export const productOfDerivatives = productMistake(
  ({ tangents: [u, w] }) => u * w,
  ({ whole }) => `The derivative of the product ${whole} is not the product of the derivatives: it is u′·w + u·w′.`,
)

/** What becomes of u′·w + u·w′. */
export const productMistakes: readonly LocalMistake[] = [
  productOfDerivatives,
  productMistake(
    ({ tangents: [u, w] }) => u + w,
    ({ whole }) => `The derivative of the product ${whole} is not the sum of the derivatives: it is u′·w + u·w′.`,
  ),
  productMistake(
    (step, slot) => withPartial(step, slot, 0),
    ({ whole, operands }, slot) =>
      `The product rule gives two terms at ${whole}: the one with the derivative of ${operands[slot]} is missing.`,
  ),
  productMistake(
    ({ partials, tangents }) => termOf(partials[0], tangents[0]) - termOf(partials[1], tangents[1]),
    ({ whole }) => `The product rule at ${whole} has a plus: u′·w + u·w′.`,
  ),
]

/** What stands beside the operand in a product, or over it in a quotient. */
function constantFactor({ primitive, operands, varies }: LocalStep, slot: number): number | null {
  if (varies[otherOf(slot)]) return null
  if (primitive.name === 'div') return slot === 0 ? 1 / operands[1] : operands[0]
  return operands[otherOf(slot)]
}

export const factorForgotten: LocalMistake = {
  kind: 'factor forgotten',
  tangent: ofOnly(['mul', 'div'], (step, slot) => {
    const factor = constantFactor(step, slot)
    return factor === null ? null : withPartial(step, slot, step.partials[slot] / factor)
  }),
  says: ({ whole, operands }, slot, { primitive }) =>
    primitive.name === 'div' && slot === 0
      ? `The division by ${operands[1]} in ${whole} is forgotten: it stays in the derivative.`
      : `The factor ${operands[otherOf(slot)]} of ${whole} is forgotten: it stays in the derivative.`,
}
