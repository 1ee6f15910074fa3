/** The derivative as an expression: simplified, or by the rules alone. */
export const FORMS = ['simplified', 'rules'] as const
export type Form = (typeof FORMS)[number]

/** What the user does on the tab on methods; the derivative at hand is that of the chain rule. */
export interface MethodsSlice {
  /** Derivatives by hand, as typed, by `questionKey`. */
  readonly typed: Readonly<Record<string, string>>
  /** Those that the user asked to see, by `questionKey`, and in which form. */
  readonly revealed: ReadonlySet<string>
  readonly form: Form
  /** Of ten, in the step size of differences. */
  readonly stepExponent: number
  /** By how much the input is nudged. */
  readonly nudge: number
  /** The second input that the output is drawn over; null is the nearest. */
  readonly over: string | null
  /** The node whose rule on dual numbers is shown, by name; null is that of the step. */
  readonly node: string | null
}

/** Step sizes go from 10⁻¹⁶ to 1 times the input’s magnitude; a nudge goes as far either way. */
export const LEAST_EXPONENT = -16
export const MOST_NUDGE = 0.5

export const NOTHING_TYPED: MethodsSlice = {
  ...{ typed: {}, revealed: new Set(), form: 'simplified' },
  // A step size with which differences do well.
  stepExponent: -5,
  ...{ nudge: 0.1, over: null, node: null },
}

/** What is differentiated by what: names of an output and of an input, or of their entries. */
export const questionKey = (to: string, from: string): string => `∂${to}/∂${from}`
