import { bothVary, type LocalSlip, ofOnly, otherOf, termOf, withPartial } from './slip.ts'

export const wrongOperand: LocalSlip = {
  kind: 'wrong operand',
  tangent: ofOnly(['mul'], (step, slot) => withPartial(step, slot, step.operands[slot])),
  says: ({ whole, operands }, slot) =>
    `The wrong operand of the product ${whole}: its derivative by ${operands[slot]} is the other one, ${operands[otherOf(slot)]}.`,
}

const productSlip = (tangent: LocalSlip['tangent'], says: LocalSlip['says']): LocalSlip => ({
  kind: 'product rule',
  tangent: ofOnly(['mul'], (step, slot) => (bothVary(step) ? tangent(step, slot) : null)),
  says,
})

/** What becomes of u′·w + u·w′. */
export const productSlips: readonly LocalSlip[] = [
  productSlip(
    ({ tangents: [u, w] }) => u * w,
    ({ whole }) => `The derivative of the product ${whole} is not the product of the derivatives: it is u′·w + u·w′.`,
  ),
  productSlip(
    ({ tangents: [u, w] }) => u + w,
    ({ whole }) => `The derivative of the product ${whole} is not the sum of the derivatives: it is u′·w + u·w′.`,
  ),
  productSlip(
    ({ partials, tangents }) => termOf(partials[0], tangents[0]) - termOf(partials[1], tangents[1]),
    ({ whole }) => `The product rule at ${whole} has a plus: u′·w + u·w′.`,
  ),
  productSlip(
    (step, slot) => withPartial(step, slot, 0),
    ({ whole, operands }, slot) =>
      `The product rule gives two terms at ${whole}: the one with the derivative of ${operands[slot]} is missing.`,
  ),
]

export const factorForgotten: LocalSlip = {
  kind: 'factor forgotten',
  tangent: ofOnly(['mul', 'div'], (step, slot) =>
    !step.varies[otherOf(slot)] && (slot === 0 || step.primitive.name === 'mul') ? withPartial(step, slot, 1) : null,
  ),
  says: ({ whole, operands }, slot, { primitive }) =>
    primitive.name === 'mul'
      ? `The factor ${operands[otherOf(slot)]} of ${whole} is forgotten: it stays in the derivative.`
      : `The division by ${operands[1]} in ${whole} is forgotten: it stays in the derivative.`,
}
