import { type LocalMistake, ofOnly, withPartial } from './mistake.ts'

/** −u has the derivative −u′. */
export const minusForgotten: LocalMistake = {
  kind: 'sign',
  tangent: ofOnly(['neg'], (step) => -step.tangent),
  says: ({ whole }) => `The minus of ${whole} is forgotten: it stays in the derivative.`,
}

export const differenceAsSum: LocalMistake = {
  kind: 'sign',
  tangent: ofOnly(['sub'], (step, slot) => (slot === 1 ? withPartial(step, 1, 1) : null)),
  says: ({ whole, operands }) => `The minus before ${operands[1]} in ${whole} is forgotten.`,
}

/** Functions whose derivative has a minus: cos and its kin. */
export const minusOfFunction: LocalMistake = {
  kind: 'sign',
  tangent: (step, slot) =>
    step.primitive.arity === 1 && step.primitive.name !== 'neg' && step.primitive.formulas[0].startsWith('-')
      ? withPartial(step, slot, -step.partials[slot])
      : null,
  says: ({ whole }, _slot, { primitive: { name } }) =>
    `The derivative of ${name} has a minus${name === 'cos' ? ', it is −sin' : ''}: at ${whole} it is missing.`,
}

export const signWrong: LocalMistake = {
  kind: 'sign',
  tangent: (step, slot) => withPartial(step, slot, -step.partials[slot]),
  says: ({ whole, operands }, slot) =>
    `The sign is wrong at ${whole}: its derivative by ${operands[slot]} is the opposite.`,
}
