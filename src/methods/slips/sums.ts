import type { LocalStep } from './localStep.ts'
import { bothVary, type LocalSlip, ofOnly, otherOf, withPartial } from './slip.ts'

/** What the other operand of a sum or difference adds to it. */
const constantIn = ({ primitive, operands }: LocalStep, slot: number): number =>
  primitive.name === 'sub' && slot === 0 ? -operands[1] : operands[otherOf(slot)]

const constantSlip = (derivative: (constant: number) => number, not: string): LocalSlip => ({
  kind: 'constant kept',
  tangent: ofOnly(['add', 'sub'], (step, slot) =>
    step.varies[otherOf(slot)] ? null : step.tangent + derivative(constantIn(step, slot)),
  ),
  says: ({ whole, operands, input }, slot) =>
    `${operands[otherOf(slot)]} in ${whole} does not depend on ${input}: its derivative is 0, not ${not}.`,
})

export const constantSlips: readonly LocalSlip[] = [
  constantSlip((constant) => constant, 'itself'),
  constantSlip((constant) => Math.sign(constant), '1'),
]

export const sumAsProduct: LocalSlip = {
  kind: 'sum rule',
  tangent: ofOnly(['add', 'sub'], (step) => (bothVary(step) ? step.tangents[0] * step.tangents[1] : null)),
  says: ({ whole }) => `The derivative of the sum ${whole} is the sum of the derivatives, not their product.`,
}

export const termForgotten: LocalSlip = {
  kind: 'term forgotten',
  tangent: ofOnly(['add', 'sub'], (step, slot) => (bothVary(step) ? withPartial(step, slot, 0) : null)),
  says: ({ whole, operands }, slot) =>
    `The derivative of a sum is the sum of the derivatives: at ${whole} that of ${operands[slot]} is missing.`,
}
