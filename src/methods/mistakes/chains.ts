import { partialAtOperands, valueAtOperands } from '../../primitives/atOperands.ts'
import type { LocalStep } from './localStep.ts'
import { isUnary, type LocalMistake, termOf, withPartial } from './mistake.ts'

/** Sums and choices hand on what comes to them: they have no outer derivative to stop at. */
const passesOn = ({ primitive: { name, pattern } }: LocalStep): boolean =>
  ['add', 'sub', 'neg'].includes(name) || pattern === 'router'

export const innerForgotten: LocalMistake = {
  kind: 'inner derivative forgotten',
  tangent: (step, slot) =>
    step.isInner[slot] && !passesOn(step)
      ? step.tangent - termOf(step.partials[slot], step.tangents[slot]) + step.partials[slot]
      : null,
  says: ({ whole, operands, input }, slot) =>
    `The inner derivative is forgotten at ${whole}: the chain rule multiplies by the derivative of ${operands[slot]} by ${input}.`,
}

/** The same at functions alone, not at products. */
export const innerOfFunctionForgotten: LocalMistake = {
  ...innerForgotten,
  tangent: (step, slot) => (isUnary(step) ? innerForgotten.tangent(step, slot) : null),
}

export const outerForgotten: LocalMistake = {
  kind: 'outer derivative forgotten',
  tangent: (step, slot) =>
    isUnary(step) || isPowerOf(step, slot) || (['pow', 'div'].includes(step.primitive.name) && step.isInner[slot])
      ? withPartial(step, slot, 1)
      : null,
  says: ({ whole, operands }, slot, { primitive }) =>
    primitive.name === 'log'
      ? `At ${whole} the factor 1/u of the logarithm is forgotten: only the derivative of ${operands[slot]} is there.`
      : `The outer derivative is forgotten at ${whole}: only the derivative of ${operands[slot]} is there.`,
}

/** Whether the node is a function of one operand, as a power with a fixed exponent is too. */
const isFunction = (step: LocalStep, slot: number): boolean =>
  (isUnary(step) && !passesOn(step)) || isPowerOf(step, slot)

const isPowerOf = ({ primitive, varies }: LocalStep, slot: number): boolean =>
  primitive.name === 'pow' && slot === 0 && !varies[1]

const operandsWith = ({ operands }: LocalStep, slot: number, operand: number): readonly number[] =>
  operands.map((each, i) => (i === slot ? operand : each))

/** The outer derivative with another number in its operand. */
function outerAt(step: LocalStep, slot: number, operand: number): number {
  const operands = operandsWith(step, slot, operand)
  return partialAtOperands(step.primitive, slot, operands, valueAtOperands(step.primitive, operands))
}

/** g′(u′) for g′(u)·u′ */
export const outerMisplaced: LocalMistake = {
  kind: 'outer derivative at the wrong place',
  tangent: (step, slot) =>
    isFunction(step, slot) && step.isInner[slot] ? outerAt(step, slot, step.tangents[slot]) : null,
  says: ({ whole, operands }, slot) =>
    `At ${whole} the derivative of ${operands[slot]} was put inside: the outer derivative is taken at ${operands[slot]} itself, then multiplied by its derivative.`,
}

/** g′(x)·u′ for g′(u)·u′ */
export const outerAtInput: LocalMistake = {
  kind: 'outer derivative at the wrong place',
  tangent: (step, slot) =>
    isFunction(step, slot) && step.isInner[slot] ? outerAt(step, slot, step.input) * step.tangents[slot] : null,
  says: ({ whole, operands, input }, slot) =>
    `At ${whole} the outer derivative is taken at ${input}: it has to be taken at ${operands[slot]}.`,
}

/** g(u′) for g′(u)·u′ */
export const outerKept: LocalMistake = {
  kind: 'function instead of derivative',
  tangent: (step, slot) =>
    isFunction(step, slot) && step.isInner[slot]
      ? valueAtOperands(step.primitive, operandsWith(step, slot, step.tangents[slot]))
      : null,
  says: ({ whole, operands }, slot) =>
    `At ${whole} only ${operands[slot]} is differentiated: what is done to it has a derivative too.`,
}

/** g′(u)·u for g′(u)·u′ */
export const innerItself: LocalMistake = {
  kind: 'value instead of derivative',
  tangent: (step, slot) =>
    isFunction(step, slot)
      ? step.tangent + step.partials[slot] * step.operands[slot] - termOf(step.partials[slot], step.tangents[slot])
      : null,
  says: ({ whole, operands, input }, slot) =>
    `At ${whole} the outer derivative is multiplied by ${operands[slot]} itself: the chain rule multiplies by its derivative by ${input}.`,
}

export const functionItself: LocalMistake = {
  kind: 'function instead of derivative',
  tangent: (step, slot) => (isUnary(step) ? withPartial(step, slot, step.value) : null),
  says: ({ whole }, _slot, { primitive: { name } }) =>
    `At ${whole} the function ${name} itself stands where its derivative belongs.`,
}

/** Of operations of several operands: the value stands where the derivative belongs. */
export const notDifferentiated: LocalMistake = {
  kind: 'value instead of derivative',
  tangent: (step) => (isUnary(step) ? null : step.value),
  says: ({ whole }) => `${whole} stands there as it is: it has to be differentiated too.`,
}
