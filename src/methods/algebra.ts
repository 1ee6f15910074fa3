import { NAMED_CONSTANTS } from '../graph/constants.ts'
import { infixOperator, opOf } from '../primitives/index.ts'
import type { Primitive } from '../primitives/primitive.ts'
import { type Fraction, fraction, fractionSum, negated, ONE, powerOf, productOf, quotientOf, ZERO } from './fraction.ts'
import {
  type AppliedBody,
  appliedOperations,
  type Body,
  bodyAlone,
  isZero,
  numberOf,
  type ProductBody,
  type SymbolicTerm,
  sumOperations,
  timesPower,
} from './term.ts'

/** Factors of a product that are moved into another one by one; of more, the product stays in brackets. */
const MOST_MOVED = 8

const ADD = infixOperator('+')
const MUL = infixOperator('*')
const DIV = infixOperator('/')
const POW = infixOperator('^')

export const ZERO_TERM: SymbolicTerm = { factor: ZERO, body: null }
export const ONE_TERM: SymbolicTerm = { factor: ONE, body: null }

/**
 * Builds expressions and simplifies them lightly on the way: 0 and 1 in sums and products, numbers folded, signs and numbers
 * pulled to the front, x·x as x², quotients of products as one quotient. Equal bodies are one object (hash consing), so that
 * what a tree would repeat is kept once.
 */
export class Algebra {
  readonly #bodies = new Map<string, Body>()
  readonly #declared: ReadonlySet<string>

  /** Names that the program gives to values of its own: `pi` may be one. */
  constructor(declared: Iterable<string> = []) {
    this.#declared = new Set(declared)
  }

  name(name: string): SymbolicTerm {
    return alone(this.#interned(`name ${name}`, (id) => ({ kind: 'name', id, name, operations: 0n })))
  }

  /** `pi`, by its name unless the program means something else by it. */
  constant(name: string): SymbolicTerm {
    const value = NAMED_CONSTANTS.get(name)
    return value !== undefined && this.#declared.has(name) ? this.number(value) : this.name(name)
  }

  number(x: number): SymbolicTerm {
    const factor = fraction(x)
    if (factor) return { factor, body: null }
    if (Number.isNaN(x)) return this.#applied(DIV, [ZERO_TERM, ZERO_TERM])
    return this.#applied(DIV, [this.number(Math.sign(x)), ZERO_TERM])
  }

  sum(a: SymbolicTerm, b: SymbolicTerm): SymbolicTerm {
    if (isZero(a)) return b
    if (isZero(b)) return a
    if (a.body === b.body) {
      const factor = fractionSum(a.factor, b.factor)
      if (factor) return withFactor(factor, a.body)
    }
    return this.#sumOfCases(a, b) ?? this.#longerSum(a, b)
  }

  #longerSum(before: SymbolicTerm, last: SymbolicTerm): SymbolicTerm {
    const operations = sumOperations(before, last)
    return alone(
      this.#interned(`sum ${keyOf(before)} ${keyOf(last)}`, (id) => ({ kind: 'sum', id, before, last, operations })),
    )
  }

  /** where(c, a, b) + where(c, p, q) = where(c, a + p, b + q) */
  #sumOfCases(a: SymbolicTerm, b: SymbolicTerm): SymbolicTerm | null {
    const [first, second] = [casesOf(a), casesOf(b)]
    if (!first || !second || keyOf(first.operands[0]) !== keyOf(second.operands[0])) return null
    const [condition] = first.operands
    // Cases within cases stay as they are: nothing is taken apart over and over.
    if ([1, 2].some((i) => casesOf(first.operands[i]) && casesOf(second.operands[i]))) return null
    const branches = [1, 2].map((i) => this.sum(first.operands[i], second.operands[i]))
    return this.#applied(first.primitive, [condition, ...branches])
  }

  difference(a: SymbolicTerm, b: SymbolicTerm): SymbolicTerm {
    return this.sum(a, this.negative(b))
  }

  negative({ factor, body }: SymbolicTerm): SymbolicTerm {
    return { factor: factor.top === 0 ? factor : negated(factor), body }
  }

  product(a: SymbolicTerm, b: SymbolicTerm): SymbolicTerm {
    if (isZero(a) || isZero(b)) return ZERO_TERM
    const factor = productOf(a.factor, b.factor)
    if (!factor) return this.#applied(MUL, [a, b])
    return this.#productOfCases(a, b) ?? this.#productOfCases(b, a) ?? { factor, body: this.#times(a.body, b.body, 1) }
  }

  /** d·where(c, p, 0) = where(c, d·p, 0): what is not chosen is not computed. */
  #productOfCases(a: SymbolicTerm, b: SymbolicTerm): SymbolicTerm | null {
    const cases = casesOf(b)
    if (!cases?.operands.slice(1).some(isZero)) return null
    const [condition, ...branches] = cases.operands
    if (branches.some(casesOf)) return null
    return this.#applied(cases.primitive, [condition, ...branches.map((branch) => this.product(a, branch))])
  }

  quotient(a: SymbolicTerm, b: SymbolicTerm): SymbolicTerm {
    if (isZero(b)) return this.#applied(DIV, [a, b])
    if (isZero(a)) return ZERO_TERM
    const factor = quotientOf(a.factor, b.factor)
    return factor ? { factor, body: this.#times(a.body, b.body, -1) } : this.#applied(DIV, [a, b])
  }

  power(base: SymbolicTerm, exponent: SymbolicTerm): SymbolicTerm {
    const n = numberOf(exponent)
    if (n === 0) return ONE_TERM
    if (n === 1) return base
    if (n === null || !base.body) return this.#applied(POW, [base, exponent])
    const factor = n > 0 && Number.isInteger(n) ? powerOf(base.factor, n) : null
    if (factor) return { factor, body: this.#raised(base.body, n) }
    const body = bodyAlone(base)
    return body ? alone(this.#raised(body, n)) : this.#applied(POW, [base, exponent])
  }

  /** (x²)³ is x⁶; other products stay together. */
  #raised(body: Body, exponent: number): Body {
    const { before, base, exponent: own } = lastFactor(body)
    const isSingle = !before && Number.isInteger(own) && Number.isInteger(exponent)
    return isSingle ? this.#factor(null, base, own * exponent) : this.#factor(null, body, exponent)
  }

  /** a·b or a/b */
  #times(a: Body | null, b: Body | null, exponent: 1 | -1): Body | null {
    if (!b) return a
    const factors = factorsIn(b)
    if (!factors) return this.#withFactor(a, b, exponent)
    return factors.reduce<Body | null>(
      (body, { base, exponent: own }) => this.#withFactor(body, base, own * exponent),
      a,
    )
  }

  /** One factor more; a factor with the same base and whole exponent of the same sign, if it is the last, is raised. */
  #withFactor(before: Body | null, base: Body, exponent: number): Body {
    const last = before && lastFactor(before)
    if (last && last.base === base && areAlike(last.exponent, exponent))
      return this.#factor(last.before, base, last.exponent + exponent)
    return this.#factor(before, base, exponent)
  }

  #factor(before: Body | null, base: Body, exponent: number): Body {
    if (!before && exponent === 1) return base
    return this.#interned(`product ${before?.id ?? ''} ${base.id} ${exponent}`, (id) => ({
      ...{ kind: 'product', id },
      ...timesPower(before, base, exponent),
    }))
  }

  /** What a primitive gives, simplified if it is arithmetic. */
  apply(primitive: Primitive, operands: readonly SymbolicTerm[]): SymbolicTerm {
    const [x, y] = operands
    if (primitive === ADD) return this.sum(x, y)
    if (primitive === MUL) return this.product(x, y)
    if (primitive === DIV) return this.quotient(x, y)
    if (primitive === POW) return this.power(x, y)
    if (primitive.operator === '-') return operands.length === 1 ? this.negative(x) : this.difference(x, y)
    return this.#applied(primitive, operands)
  }

  #applied(primitive: Primitive, operands: readonly SymbolicTerm[]): SymbolicTerm {
    const key = `${opOf(primitive)} ${operands.map(keyOf).join(' ')}`
    const operations = appliedOperations(operands)
    return alone(this.#interned(key, (id) => ({ kind: 'applied', id, primitive, operands, operations })))
  }

  #interned(key: string, make: (id: number) => Body): Body {
    const known = this.#bodies.get(key)
    if (known) return known
    const body = make(this.#bodies.size)
    this.#bodies.set(key, body)
    return body
  }
}

const alone = (body: Body): SymbolicTerm => ({ factor: ONE, body })

const withFactor = (factor: Fraction, body: Body | null): SymbolicTerm => ({
  factor,
  body: factor.top === 0 ? null : body,
})

const keyOf = ({ factor: { top, bottom }, body }: SymbolicTerm): string => `${top}/${bottom}:${body?.id ?? ''}`

/** The application of `where` that a term is. */
function casesOf(term: SymbolicTerm): AppliedBody | null {
  const body = bodyAlone(term)
  return body?.kind === 'applied' && body.primitive.name === 'where' ? body : null
}

const areAlike = (a: number, b: number): boolean =>
  Number.isInteger(a) && Number.isInteger(b) && Math.sign(a) === Math.sign(b)

type Factor = Pick<ProductBody, 'before' | 'base' | 'exponent'>

const lastFactor = (body: Body): Factor => (body.kind === 'product' ? body : { before: null, base: body, exponent: 1 })

/** Factors from left to right; null where they are too many to be moved, or have exponents that cannot be multiplied. */
function factorsIn(body: Body): Factor[] | null {
  const factors: Factor[] = []
  for (let rest: Body | null = body; rest; ) {
    const factor: Factor = lastFactor(rest)
    factors.push(factor)
    if (factors.length > MOST_MOVED || !Number.isInteger(factor.exponent)) return null
    rest = factor.before
  }
  return factors.reverse()
}
