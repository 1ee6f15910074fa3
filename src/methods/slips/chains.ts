import { partialAt, valueAt } from '../../primitives/atOperands.ts'
import { isUnary, type LocalSlip, termOf, withPartial } from './slip.ts'

/** Sums hand on what comes to them: they have no outer derivative to stop at. */
const PASSES_ON = ['add', 'sub', 'neg']

export const innerForgotten: LocalSlip = {
  kind: 'inner derivative forgotten',
  tangent: (step, slot) =>
    step.isInner[slot] && !PASSES_ON.includes(step.primitive.name)
      ? step.tangent - termOf(step.partials[slot], step.tangents[slot]) + step.partials[slot]
      : null,
  says: ({ whole, operands, input }, slot) =>
    `The inner derivative is forgotten at ${whole}: the chain rule multiplies by the derivative of ${operands[slot]} by ${input}.`,
}

/** The same at functions alone, not at products. */
export const innerOfFunctionForgotten: LocalSlip = {
  ...innerForgotten,
  tangent: (step, slot) => (isUnary(step) ? innerForgotten.tangent(step, slot) : null),
}

export const outerForgotten: LocalSlip = {
  kind: 'outer derivative forgotten',
  tangent: (step, slot) =>
    isUnary(step) || (['pow', 'div'].includes(step.primitive.name) && step.isInner[slot])
      ? withPartial(step, slot, 1)
      : null,
  says: ({ whole, operands }, slot, { primitive }) =>
    primitive.name === 'log'
      ? `At ${whole} the factor 1/u of the logarithm is forgotten: only the derivative of ${operands[slot]} is there.`
      : `The outer derivative is forgotten at ${whole}: only the derivative of ${operands[slot]} is there.`,
}

/** g′(u′) for g′(u)·u′ */
export const outerMisplaced: LocalSlip = {
  kind: 'outer derivative at the wrong place',
  tangent: (step) => {
    if (!isUnary(step) || !step.isInner[0]) return null
    return partialAt(step.primitive, 0, step.tangents, valueAt(step.primitive, step.tangents))
  },
  says: ({ whole, operands }) =>
    `At ${whole} the derivative of ${operands[0]} was put inside: the outer derivative is taken at ${operands[0]} itself, then multiplied by its derivative.`,
}

/** g′(x)·u′ for g′(u)·u′ */
export const outerAtInput: LocalSlip = {
  kind: 'outer derivative at the wrong place',
  tangent: (step) => {
    if (!isUnary(step) || !step.isInner[0]) return null
    const { primitive, input } = step
    return partialAt(primitive, 0, [input], valueAt(primitive, [input])) * step.tangents[0]
  },
  says: ({ whole, operands, input }) =>
    `At ${whole} the outer derivative is taken at ${input}: it has to be taken at ${operands[0]}.`,
}

export const functionItself: LocalSlip = {
  kind: 'function instead of derivative',
  tangent: (step, slot) => (isUnary(step) ? withPartial(step, slot, step.value) : null),
  says: ({ whole }, _slot, { primitive: { name } }) =>
    `At ${whole} the function ${name} itself stands where its derivative belongs.`,
}

/** Of operations of several operands: the value stands where the derivative belongs. */
export const notDifferentiated: LocalSlip = {
  kind: 'value instead of derivative',
  tangent: (step) => (isUnary(step) ? null : step.value),
  says: ({ whole }) => `${whole} stands there as it is: it has to be differentiated too.`,
}
