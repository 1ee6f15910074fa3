import type { Shape } from '../../primitives/shape.ts'
import type { Attributes } from '../../primitives/wiring.ts'

/** A piece of code that gives a value. */
export interface WrittenCode {
  readonly text: string
  /** How strongly it holds together: one of those below. */
  readonly rank: number
  /** The number that it is as it stands, which libraries do not take everywhere. */
  readonly literal?: number
  /** The same as a condition, where it says one. */
  readonly truth?: string
}

/** As Python and TypeScript have them alike, loosest first. */
export const CHOICE = 0
export const COMPARISON = 1
export const SUM = 2
export const PRODUCT = 3
export const SIGN = 4
export const POWER = 5
export const ATOM = 6

/** Where an operation stands: the shapes of its operands and of its value, and what its call fixes. */
export interface CodeSite {
  readonly shapes: readonly Shape[]
  readonly shape: Shape
  readonly attributes: Attributes
}

/** How a language says an operation. */
export type WriteOperation = (operands: readonly WrittenCode[], site: CodeSite) => WrittenCode

/** What a language has no words for, in a sentence that names it. */
export class CannotSay extends Error {}

export const atom = (text: string): WrittenCode => ({ text, rank: ATOM })

/** In brackets where it would fall apart beside an operator of this rank. */
export const within = ({ text, rank }: WrittenCode, least: number): string => (rank >= least ? text : `(${text})`)

/** The call that a template says: `np.sin($0)`; `$(0)` stands before a dot or a bracket. */
export const filled = (template: string, operands: readonly WrittenCode[]): string =>
  template.replace(/\$\((\d)\)|\$(\d)/g, (_, closed, open) =>
    closed === undefined ? operands[open].text : within(operands[closed], ATOM),
  )

export const call =
  (template: string): WriteOperation =>
  (operands) =>
    atom(filled(template, operands))

/** `x + y`; the right side needs brackets at the same rank where the operator is not associative in doubles. */
export const infix =
  (operator: string, rank: number): WriteOperation =>
  ([x, y]) => ({ text: `${within(x, rank)} ${operator} ${within(y, rank + 1)}`, rank })

/** A product, which of two conditions says that both hold. */
export const product =
  (both: (x: string, y: string) => string): WriteOperation =>
  (operands, site) => {
    const [x, y] = operands.map(({ truth }) => truth)
    const written = infix('*', PRODUCT)(operands, site)
    return x !== undefined && y !== undefined ? { ...written, truth: both(x, y) } : written
  }

export const negated: WriteOperation = ([x]) => ({ text: `-${within(x, POWER)}`, rank: SIGN })

export const power: WriteOperation = ([x, y]) => ({ text: `${within(x, ATOM)} ** ${within(y, ATOM)}`, rank: POWER })

/** A function of two, of more operands: one after the other. */
export const chained =
  (template: string): WriteOperation =>
  ([first, ...others]) =>
    others.reduce((joined, operand) => atom(filled(template, [joined, operand])), first)
