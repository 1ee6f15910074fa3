import { DEPARTURE_TOKENS } from '../../autodiff/choices/departed.ts'
import { type LinkTarget, METHODS, type Where } from './belonging.ts'
import { asItIs, linked, setOf } from './choice.ts'
import { listOf, nameField, numberBetween, oneOf, text } from './form.ts'
import { sectionOf } from './sections.ts'

/** The derivative as an expression: simplified, or by the rules alone. */
export const SYMBOLIC_FORMS = ['simplified', 'rules'] as const
type SymbolicForm = (typeof SYMBOLIC_FORMS)[number]

/** Step sizes go from 10⁻¹⁶ to 1 times the input’s magnitude; a nudge goes as far either way. */
export const LEAST_EXPONENT = -16
export const MOST_NUDGE = 0.5

/** What is differentiated by what: names of an output and of an input, or of their entries. */
export const questionKey = (to: string, from: string): string => `∂${to}/∂${from}`

/** The question of a link, and that at hand. */
const keyOf = ({ from, to }: LinkTarget) => (from !== undefined && to !== undefined ? questionKey(to, from) : null)
const keyAt = ({ questionInput, questionOutput }: Where) =>
  questionInput && questionOutput ? questionKey(questionOutput, questionInput) : null

const NOTHING_TYPED: Readonly<Record<string, string>> = {}
const NONE: ReadonlySet<string> = new Set()
const FIRST = 'simplified'
const FORM = { form: oneOf(SYMBOLIC_FORMS) }

/** What the user's own engine does otherwise than the right one, and whether it runs forward mode. */
const ENGINE_TOKENS = ['forward', ...DEPARTURE_TOKENS] as const
export type EngineToken = (typeof ENGINE_TOKENS)[number]

/** What the user does on the tab on methods; the derivative at hand is that of the chain rule. */
export const methods = {
  /** Derivatives by hand, as typed, by `questionKey`. A link says that at hand. */
  handTyped: linked(NOTHING_TYPED, {
    ...{ fields: { typed: text }, of: METHODS },
    says: (typed, where) => ({ typed: typed[keyAt(where) ?? ''] || undefined }),
    means: ({ typed }, before, said) => {
      const key = keyOf(said)
      return key && typed !== undefined ? { ...before, [key]: typed } : before
    },
  }),
  /** In which form the expression is shown. */
  symbolicForm: linked<SymbolicForm, typeof FORM>(FIRST, {
    ...{ fields: FORM, of: METHODS },
    says: (form, where) => ({ form: where.symbolicRevealed.has(keyAt(where) ?? '') ? form : undefined }),
    means: ({ form }) => form ?? FIRST,
  }),
  /** Those that the user asked to see, by `questionKey`: a link with a form shows that at hand. */
  symbolicRevealed: linked(NONE, {
    ...{ fields: {}, of: METHODS },
    says: () => ({}),
    means: (_, before, said) => {
      const key = keyOf(said)
      return key && said.form ? new Set(before).add(key) : before
    },
  }),
  /** The step size of differences: its exponent of ten, at first one with which they do well. */
  numericalExponent: asItIs('h', numberBetween(LEAST_EXPONENT, 0), METHODS, -5),
  /** By how much the input is nudged. */
  slopeNudge: asItIs('nudge', numberBetween(-MOST_NUDGE, MOST_NUDGE), METHODS, 0.1),
  /** The second input that the output is drawn over; null is the nearest. */
  slopeOver: asItIs('over', nameField('input'), METHODS, null),
  /** The node whose rule on dual numbers is shown, by name; null is that of the step. */
  dualNumbersNode: asItIs('node', nameField('entry'), METHODS, null),
  ownEngine: setOf('engine', listOf(oneOf(ENGINE_TOKENS)), METHODS),
  methodsSection: sectionOf('methods'),
}
