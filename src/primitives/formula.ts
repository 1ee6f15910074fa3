import { parse } from '../language/parse.ts'
import { postorder } from '../language/postorder.ts'
import type { Expression } from '../language/syntax.ts'
import type { Primitive } from './primitive.ts'
import { formulaOf } from './views.ts'

/** A formula of the records, read. */
export interface ParsedFormula {
  readonly text: string
  readonly tree: Expression
  /** It and all within it, operands before what reads them and left to right, the whole last. */
  readonly steps: readonly Expression[]
  /** The names that it reads, each once, in order of appearance: operands, and `v` for the value. */
  readonly reads: readonly string[]
  /** Whether its value can only be −1, 0 or 1, whatever its names stand for. */
  readonly isSign: boolean
}

/** The local partial of a primitive in one of so many slots. */
export const partialFormula = (primitive: Primitive, slot: number, count: number): ParsedFormula =>
  readFormula(formulaOf(primitive, slot, count))

/** By their text: those that were read. Neither records nor shapes make many. */
const known = new Map<string, ParsedFormula>()

/** A formula of a record, or of what an edge between arrays does; a text that is none throws. */
export function readFormula(text: string): ParsedFormula {
  const formula = known.get(text) ?? read(text)
  known.set(text, formula)
  return formula
}

function read(text: string): ParsedFormula {
  const [statement] = parse(text).program.statements
  if (statement?.kind !== 'expression') throw new Error(`Not a formula: ${text}`)
  const tree = statement.value
  const steps = postorder(tree)
  const reads = new Set(steps.flatMap((step) => (step.kind === 'name' ? [step.name] : [])))
  return { text, tree, steps, reads: [...reads], isSign: isSign(tree) }
}

const COMPARISONS = new Set(['<', '<=', '>', '>=', '==', '!='])

function isSign(e: Expression): boolean {
  if (e.kind === 'number') return Math.abs(e.value) === 1 || e.value === 0
  if (e.kind === 'prefix') return isSign(e.operand)
  if (e.kind === 'infix') return COMPARISONS.has(e.operator)
  if (e.kind !== 'call') return false
  return e.callee === 'sign' || (e.callee === 'where' && e.operands.slice(1).every(isSign))
}
