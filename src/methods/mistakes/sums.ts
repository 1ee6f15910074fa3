import { bothVary, type LocalMistake, ofOnly, otherOf, withPartial } from './mistake.ts'

const constantMistake = (derivative: (constant: number) => number, not: string): LocalMistake => ({
  kind: 'constant kept',
  tangent: ofOnly(['add', 'sub'], ({ primitive, varies, tangent, operands }, slot) => {
    const other = otherOf(slot)
    const sign = primitive.name === 'sub' && other === 1 ? -1 : 1
    return varies[other] ? null : tangent + sign * derivative(operands[other])
  }),
  says: ({ whole, operands, input }, slot) =>
    `${operands[otherOf(slot)]} in ${whole} does not depend on ${input}: its derivative is 0, not ${not}.`,
})

export const constantMistakes: readonly LocalMistake[] = [
  constantMistake((constant) => constant, 'itself'),
  constantMistake(() => 1, '1'),
]

/** Only where the operand is an input; for computed operands the slip is found at their own node. */
export const inputKept: LocalMistake = {
  kind: 'value instead of derivative',
  tangent: ofOnly(['add', 'sub'], ({ tangent, tangents, partials, operands, isInner }, slot) =>
    isInner[slot] ? null : tangent + partials[slot] * (operands[slot] - tangents[slot]),
  ),
  says: ({ whole, operands }, slot) =>
    `${operands[slot]} in ${whole} stands there as it is: it has to be differentiated too.`,
}

export const sumAsProduct: LocalMistake = {
  kind: 'sum rule',
  tangent: ofOnly(['add', 'sub'], (step) => (bothVary(step) ? step.tangents[0] * step.tangents[1] : null)),
  says: ({ whole }) => `The derivative of the sum ${whole} is the sum of the derivatives, not their product.`,
}

export const termForgotten: LocalMistake = {
  kind: 'term forgotten',
  tangent: ofOnly(['add', 'sub'], (step, slot) => (bothVary(step) ? withPartial(step, slot, 0) : null)),
  says: ({ whole, operands }, slot) =>
    `The derivative of a sum is the sum of the derivatives: at ${whole} that of ${operands[slot]} is missing.`,
}
