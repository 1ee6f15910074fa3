import type { LocalStep } from './localStep.ts'

/** Typical mistakes in a derivative by hand. */
export type MistakeKind =
  | 'inner derivative forgotten'
  | 'outer derivative forgotten'
  | 'outer derivative at the wrong place'
  | 'function instead of derivative'
  | 'antiderivative'
  | 'table entry'
  | 'sign'
  | 'wrong operand'
  | 'power rule'
  | 'exponential rule'
  | 'product rule'
  | 'quotient rule'
  | 'factor forgotten'
  | 'constant kept'
  | 'sum rule'
  | 'term forgotten'
  | 'overwritten'
  | 'numbers put in'
  | 'one case only'
  | 'right at this point only'
  | 'taken for a constant'
  | 'value instead of derivative'
  | 'wrong variable'
  | 'other input not held fixed'
  | 'wrong output'

/** What a sentence about a node needs: the texts of the node and its operands, and the input’s name. */
interface NodeTexts {
  readonly whole: string
  readonly operands: readonly string[]
  readonly input: string
}

/** A mistake in the rule of one node: what its tangent becomes, in the slot at hand; null where it cannot be made there. */
export interface LocalMistake {
  readonly kind: MistakeKind
  readonly tangent: (step: LocalStep, slot: number) => number | null
  readonly says: (words: NodeTexts, slot: number, step: LocalStep) => string
}

/** The tangent with another partial in one slot. */
export const withPartial = ({ tangent, partials, tangents }: LocalStep, slot: number, partial: number): number =>
  tangent + termOf(partial, tangents[slot]) - termOf(partials[slot], tangents[slot])

/** What is 0 meets no infinite partial. */
export const termOf = (partial: number, tangent: number): number => (tangent === 0 ? 0 : partial * tangent)

/** A slip that only certain primitives allow. */
export const ofOnly =
  (names: readonly string[], tangent: LocalMistake['tangent']): LocalMistake['tangent'] =>
  (step, slot) =>
    names.includes(step.primitive.name) ? tangent(step, slot) : null

export const isUnary = ({ operands }: LocalStep): boolean => operands.length === 1

export const bothVary = ({ varies }: LocalStep): boolean => varies.length === 2 && varies[0] && varies[1]

export const otherOf = (slot: number): number => 1 - slot
