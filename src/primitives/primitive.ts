import type { Shape } from './shape.ts'
import type { Attributes, FixedName } from './wiring.ts'

/** How many operations of each kind one evaluation takes. */
export interface Cost {
  readonly additions?: number
  readonly multiplications?: number
  readonly divisions?: number
  readonly calls?: number
}

/** What the local partials do to a passing adjoint, in the lecture's words. */
export type AdjointPattern = 'distributor' | 'router' | 'switcher'

type PrimitiveGroup =
  | 'arithmetic'
  | 'powers and roots'
  | 'exponentials and logarithms'
  | 'trigonometric'
  | 'inverse trigonometric'
  | 'hyperbolic'
  | 'inverse hyperbolic'
  | 'piecewise'
  | 'rounding'
  | 'special functions'
  | 'neural networks'
  | 'comparison'
  | 'arrays'

/** A point where mathematics leaves a choice, what is chosen, and what others take there. */
export interface Convention {
  /** Whether the convention is used at these operands. */
  readonly when: (...operands: number[]) => boolean
  /** One sentence, such as "relu at 0 has the partial 0, by convention". */
  readonly says: string
  /** What other frameworks take at this point, where they differ: "JAX 1, PyTorch 0". */
  readonly others?: string
  /** The slot whose partial it is about; every slot if left out. */
  readonly slot?: number
}

export interface Common {
  /** Its name in the language, and of its node: `sin`, `mul`. */
  readonly name: string
  /** Other spellings: `ln` for `log`. */
  readonly aliases?: readonly string[]
  /** How the language writes it between (or, for `neg`, before) its operands. */
  readonly operator?: string
  /** How it is said: "multiply", "sine". */
  readonly title: string
  /** One sentence for completion and reference: what it gives. */
  readonly meaning: string
  readonly group: PrimitiveGroup
  /** What its node shows: `sin`, `×`. At most 8 characters. */
  readonly symbol: string
  /** LaTeX of the application; operands come bracketed where precedence asks for it. */
  readonly latex: (...operands: string[]) => string
  readonly pattern?: AdjointPattern
  /** The same in simpler operations, of operands named as by `operandNames`: what opening it in place shows. */
  readonly definition?: string | ((shapes: readonly Shape[], attributes: Attributes) => string)
  /** Where it is real, as a condition in the program's language (`x > 0`); everywhere if left out. */
  readonly domain?: string
  /** Whether the slot gets nothing at these operands (the losers of max): absent, which is not 0. */
  readonly drops?: (slot: number, operands: readonly number[], value: number) => boolean
  readonly conventions?: readonly Convention[]
  /** Operand tuples at which it is smooth; tests compare the partials there with an independent method. */
  readonly samples: readonly (readonly number[])[]
  /** Interval of the first operand for its picture in the reference. */
  readonly plot?: readonly [number, number]
}

/** Operations for the value, and for each partial once the value is known. */
interface Costs<Partials> {
  readonly value: Cost
  readonly partials: Partials
}

/** Partials get the value last, so that `exp` and `sqrt` can reuse it. Formulas name the operand `x`, the value `v`. */
export interface Unary extends Common {
  readonly arity: 1
  readonly value: (x: number) => number
  readonly partials: readonly [(x: number, v: number) => number]
  readonly formulas: readonly [string]
  readonly cost: Costs<readonly [Cost]>
}

/** Formulas name the operands `x` and `y`, the value `v`. */
export interface Binary extends Common {
  readonly arity: 2
  readonly value: (x: number, y: number) => number
  readonly partials: readonly [(x: number, y: number, v: number) => number, (x: number, y: number, v: number) => number]
  readonly formulas: readonly [string, string]
  readonly cost: Costs<readonly [Cost, Cost]>
}

/** Three operands, or any number of them. Formulas name the operands `x1`, `x2`, …, the value `v`. */
export interface Nary extends Common {
  readonly arity: { readonly least: number; readonly most: number }
  readonly value: (operands: readonly number[]) => number
  readonly partial: (slot: number, operands: readonly number[], v: number) => number
  readonly formula: (slot: number, count: number) => string
  /** Whether one array as the only operand is reduced along an axis, or whole: `sum(x, axis=0)`. */
  readonly reduces?: boolean
  /** What a call of one that reduces may fix, in this order; an axis and whether it is kept, if left out. */
  readonly fixes?: { readonly usage: string; readonly names: readonly FixedName[] }
  /** Of one that has kinds with records of their own: the name of the one that a call means by what it fixes, as `norm(x, ord=1)`. */
  readonly variant?: (attributes: Attributes) => string
  /** Of one that reduces: all partials as one array, of the array `x`, its value as spread over `x`, and the `axis=…` that keeps axes. */
  readonly formulaByEntry?: (v: string, group: number, along: string) => string
  /** All partials at once, where each alone would take time in proportion to all operands. */
  readonly partials?: (operands: readonly number[], v: number) => readonly number[]
  /** Costs grow with the number of operands. */
  readonly cost: (count: number) => { readonly value: Cost; readonly partial: Cost }
}

/**
 * An elementary function: its value, and its local partials, which are the only differentiation rules there are.
 * Both modes, the formulas on the screen, the reference and the tests follow from the record.
 */
export type Primitive = Unary | Binary | Nary
