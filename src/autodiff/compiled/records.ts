import type { Expression as Tree } from '../../language/syntax.ts'
import { add, div, mul, neg, sub } from '../../primitives/arithmetic.ts'
import { max, min } from '../../primitives/extremes.ts'
import { readFormula } from '../../primitives/formula.ts'
import { functionNamed, infixOperator, operandNames } from '../../primitives/index.ts'
import type { Binary, Primitive, Unary } from '../../primitives/primitive.ts'
import { sum } from '../../primitives/reductions.ts'
import type { Shape } from '../../primitives/shape.ts'
import { formulaOf } from '../../primitives/views.ts'
import type { Attributes } from '../../primitives/wiring.ts'
import { COMPUTED, EXACT_DEFINITIONS, EXACT_FORMULAS, SPECIAL } from './exact.ts'
import {
  type Callee,
  type CompiledExpression,
  call,
  choice,
  F64,
  number,
  operation,
  read,
  replaced,
  truth,
} from './expression.ts'

/** A primitive whose functions take its operands one by one. */
export type Direct = Unary | Binary

type NumberFunction = (...operands: number[]) => number

/** Primitives, and functions of JavaScript, that are one instruction. */
const INSTRUCTIONS = new Map<unknown, number>([
  [add, F64.add],
  [sub, F64.sub],
  [mul, F64.mul],
  [div, F64.div],
  [neg, F64.neg],
  [max, F64.max],
  [min, F64.min],
  [Math.abs, F64.abs],
  [Math.sqrt, F64.sqrt],
  [Math.ceil, F64.ceil],
  [Math.floor, F64.floor],
  [Math.trunc, F64.trunc],
])

const COMPARISONS: Readonly<Record<string, number>> = {
  '<': F64.lt,
  '<=': F64.le,
  '>': F64.gt,
  '>=': F64.ge,
  '==': F64.eq,
  '!=': F64.ne,
}

/**
 * Values and partials of primitives as expressions: written out where `exact.ts` lists the record's definition or formulas, else
 * as calls of the record's own functions. They are the same to the last bit either way.
 */
export class Records {
  /** Functions that are called, in the order of their indices. */
  readonly called: { readonly run: NumberFunction; readonly arity: number }[] = []
  readonly #first: number
  readonly #definitions: readonly string[]
  readonly #formulas: readonly string[]
  /** By function, by how many numbers it is given. */
  readonly #callees = new Map<unknown, Callee[]>()
  readonly #values = new Map<Primitive, CompiledExpression>()
  readonly #partials = new Map<Primitive, CompiledExpression[]>()

  /** `first` is the index of the first function that is called. Tests say that further texts are exact. */
  constructor(first: number, definitions = EXACT_DEFINITIONS, formulas = EXACT_FORMULAS) {
    this.#first = first
    this.#definitions = definitions
    this.#formulas = formulas
  }

  /** Of the operands, which are the places from 0 on. */
  value(primitive: Direct): CompiledExpression {
    const known = this.#values.get(primitive)
    if (known) return known
    const operands = primitive.arity === 1 ? [read(0)] : [read(0), read(1)]
    const made = this.#written(primitive, operands) ?? this.#call(primitive.value, primitive.arity, operands)
    this.#values.set(primitive, made)
    return made
  }

  /** Of the operands and then of the value, at the place after theirs. */
  partial(primitive: Direct, slot: number): CompiledExpression {
    const known = this.#partials.get(primitive)?.[slot]
    if (known) return known
    const reads = primitive.arity === 1 ? [read(0), read(1)] : [read(0), read(1), read(2)]
    const own = this.value(primitive)
    const shown = this.#formulas.includes(primitive.name) ? formulaOf(primitive, slot, primitive.arity) : null
    const formula = COMPUTED[primitive.name]?.[slot] ?? shown
    const made =
      (formula !== null ? this.#read(formula, primitive, reads, own) : null) ??
      this.#call(primitive.partials[slot] as NumberFunction, reads.length, reads)
    const all = this.#partials.get(primitive) ?? []
    all[slot] = made
    this.#partials.set(primitive, all)
    return made
  }

  #call(run: unknown, arity: number, operands: readonly CompiledExpression[]): CompiledExpression {
    // Math.sign is a value of one number, and a partial that is given the value too.
    const known = this.#callees.get(run) ?? []
    this.#callees.set(run, known)
    let callee = known[arity]
    if (!callee) {
      callee = { index: this.#first + this.called.length }
      this.called.push({ run: run as NumberFunction, arity })
      known[arity] = callee
    }
    return call(callee, ...operands)
  }

  /** As one instruction, or as its definition says; null where its function is to be called. */
  #written(primitive: Primitive, operands: readonly CompiledExpression[]): CompiledExpression | null {
    const instruction = INSTRUCTIONS.get(primitive) ?? INSTRUCTIONS.get(primitive.value)
    if (instruction !== undefined && operands.length <= 2) return operation(instruction, ...operands)
    const comparison = primitive.operator ? COMPARISONS[primitive.operator] : undefined
    if (comparison !== undefined) return truth(operation(comparison, ...operands))
    if (!this.#definitions.includes(primitive.name) || typeof primitive.definition !== 'string') return null
    return this.#read(primitive.definition, primitive, operands, null)
  }

  /** A formula of the primitive. What is its value itself is read as that. */
  #read(
    text: string,
    primitive: Primitive,
    reads: readonly CompiledExpression[],
    own: CompiledExpression | null,
  ): CompiledExpression | null {
    const names = [...operandNames(primitive, primitive.arity as number), 'v']
    const known = (tree: Tree) => (tree.kind === 'name' ? (reads[names.indexOf(tree.name)] ?? null) : null)
    return this.written(text, known, (made) => (made.key === own?.key ? reads[reads.length - 1] : made))
  }

  /** A formula in which `known` says what some of its parts are; null where it has words that stand for no function here. */
  written(
    text: string,
    known: (tree: Tree) => CompiledExpression | null,
    met = (made: CompiledExpression): CompiledExpression => made,
  ): CompiledExpression | null {
    const of = (tree: Tree): CompiledExpression | null => {
      const given = tree.kind === 'number' ? number(tree.value) : known(tree)
      if (given) return given
      const [parts, applied] = partsOf(tree)
      const operands = parts.map(of)
      const made = applied && !operands.includes(null) ? this.#applied(applied, operands as CompiledExpression[]) : null
      return made && met(made)
    }
    return of(readFormula(text).tree)
  }

  #applied(primitive: Primitive, operands: readonly CompiledExpression[]): CompiledExpression | null {
    if (primitive.name === 'where') return choice(operands[0], operands[1], operands[2])
    const power = specialOf(primitive, operands[1]?.kind === 'number' ? operands[1].value : null)
    if (power) return replaced(this.value(power), operands)
    const written = this.#written(primitive, operands)
    if (written || typeof primitive.arity === 'object') return written
    return this.#call(primitive.value, primitive.arity, operands)
  }
}

/**
 * What a reduction computes of the sum of a group, at place 0; null where it does something else with the entries, or its
 * partials are not one number whatever they are.
 */
export function ofSum(
  primitive: Primitive,
  shape: Shape,
  attributes: Attributes,
  group: number,
): CompiledExpression | null {
  if (typeof primitive.arity !== 'object' || !EXACT_FORMULAS.includes(primitive.name) || primitive.drops) return null
  if (readFormula(formulaOf(primitive, 0, group)).reads.length > 0) return null
  if (primitive === sum) return read(0)
  const { definition } = primitive
  if (!EXACT_DEFINITIONS.includes(primitive.name) || !definition) return null
  const text = typeof definition === 'string' ? definition : definition([shape], attributes)
  return new Records(0).written(text, (tree) => (tree.kind === 'call' && tree.callee === sum.name ? read(0) : null))
}

/** What a primitive of two operands is where the second is that number; null where it is nothing special. */
export const specialOf = (primitive: Primitive, y: number | null): Unary | null =>
  SPECIAL.find(({ of, y: at }) => of === primitive && at === y)?.is ?? null

/** What is computed from, and by which primitive; null where it is none. */
function partsOf(tree: Tree): [readonly Tree[], Primitive | null] {
  if (tree.kind === 'prefix') return [[tree.operand], tree.operator === '-' ? neg : null]
  if (tree.kind === 'infix') return [[tree.left, tree.right], infixOperator(tree.operator) as Primitive]
  const named = tree.kind === 'call' ? functionNamed(tree.callee) : null
  return named && !('kind' in named) && tree.kind === 'call' ? [tree.operands, named] : [[], null]
}
