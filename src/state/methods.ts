/** What the user does on the tab on methods; the derivative at hand is that of the chain rule. */
export interface MethodsSlice {
  /** Derivatives by hand, as typed, by `questionKey`. */
  readonly typed: Readonly<Record<string, string>>
  /** Those that the user asked to see, by `questionKey`. */
  readonly revealed: ReadonlySet<string>
}

export const NOTHING_TYPED: MethodsSlice = { typed: {}, revealed: new Set() }

/** What is differentiated by what: names of an output and of an input, or of their entries. */
export const questionKey = (to: string, from: string): string => `∂${to}/∂${from}`
