import type { Expression, InfixOperator } from '../language/syntax.ts'
import type { Primitive } from '../primitives/primitive.ts'
import type { Body, SymbolicTerm } from './term.ts'

const NOWHERE = { from: 0, to: 0 }

/** A name of an input; that of an entry, `W[0,1]`, as a subscript. */
export function nameExpression(name: string): Expression {
  const [, target, indices] = /^(.*)\[([\d,]+)\]$/u.exec(name) ?? []
  if (target === undefined) return { kind: 'name', name, ...NOWHERE }
  const at = indices.split(',').map((index) => ({ kind: 'at', value: Number(index), ...NOWHERE }) as const)
  return { kind: 'subscript', target: nameExpression(target), indices: at, ...NOWHERE }
}
export const numberExpression = (value: number): Expression => ({ kind: 'number', value, ...NOWHERE })
export const infix = (operator: InfixOperator, left: Expression, right: Expression): Expression => ({
  ...{ kind: 'infix', operator, left, right, ...NOWHERE },
})
const minus = (operand: Expression): Expression => ({ kind: 'prefix', operator: '-', operand, ...NOWHERE })
const call = (callee: string, operands: Expression[]): Expression => ({
  ...{ kind: 'call', callee, calleeSpan: NOWHERE, operands, keywords: [], ...NOWHERE },
})

/** A term as an expression of the language. It is a tree to its readers; parts that are equal are one object in it. */
export function writeTerm(term: SymbolicTerm): Expression {
  const written = new Map<Body, Expression>()
  // Parts have smaller ids, so that they are written first, however deep the term is.
  for (const body of bodiesOf(term).sort((a, b) => a.id - b.id)) written.set(body, writeBody(body, written))
  return write(term, written)
}

/** The bodies that a term is made of, each once. */
export function bodiesOf({ body }: SymbolicTerm): Body[] {
  const found = new Set<Body>(body ? [body] : [])
  for (const each of found) for (const part of partsOf(each)) found.add(part)
  return [...found]
}

function partsOf(body: Body): Body[] {
  if (body.kind === 'name') return []
  if (body.kind === 'product') return body.before ? [body.before, body.base] : [body.base]
  const terms = body.kind === 'sum' ? [body.before, body.last] : body.operands
  return terms.map((term) => term.body).filter((part) => part !== null)
}

type Written = ReadonlyMap<Body, Expression>

function writeBody(body: Body, written: Written): Expression {
  if (body.kind === 'name') return nameExpression(body.name)
  if (body.kind === 'product') return writeProduct(1, 1, body, written)
  if (body.kind === 'applied')
    return appliedExpression(
      body.primitive,
      body.operands.map((operand) => write(operand, written)),
    )
  const { before, last } = body
  const { top } = last.factor
  const size = { ...last, factor: { ...last.factor, top: Math.abs(top) } }
  return infix(top < 0 ? '-' : '+', write(before, written), write(size, written))
}

/** A primitive of operands, as the language writes it. */
export function appliedExpression({ name, operator }: Primitive, operands: readonly Expression[]): Expression {
  if (!operator) return call(name, [...operands])
  const [left, right] = operands
  return right ? infix(operator as InfixOperator, left, right) : minus(left)
}

function write({ factor: { top, bottom }, body }: SymbolicTerm, written: Written): Expression {
  if (body)
    return top === 1 && bottom === 1 ? (written.get(body) as Expression) : writeProduct(top, bottom, body, written)
  return bottom === 1 ? numberExpression(top) : infix('/', numberExpression(top), numberExpression(bottom))
}

/** top·a·b/(bottom·c·d), with what has a negative exponent below the line. */
function writeProduct(top: number, bottom: number, body: Body, written: Written): Expression {
  const above: Expression[] = []
  const below: Expression[] = []
  for (let rest: Body | null = body; rest; ) {
    const {
      before,
      base,
      exponent,
    }: Pick<Extract<Body, { kind: 'product' }>, 'before' | 'base' | 'exponent'> = rest.kind === 'product'
      ? rest
      : { before: null, base: rest, exponent: 1 }
    const factor = raised(written.get(base) as Expression, Math.abs(exponent))
    if (exponent > 0) above.push(factor)
    else below.push(factor)
    rest = before
  }
  if (bottom !== 1) below.push(numberExpression(bottom))
  const over = signed(top, above.reverse())
  return below.length === 0 ? over : infix('/', over, below.reverse().reduce(times))
}

const times = (left: Expression, right: Expression): Expression => infix('*', left, right)

const raised = (base: Expression, exponent: number): Expression =>
  exponent === 1 ? base : infix('^', base, numberExpression(exponent))

/** A minus alone stands before the first factor. */
function signed(top: number, [first, ...rest]: readonly Expression[]): Expression {
  if (!first) return numberExpression(top)
  if (top === 1) return rest.reduce(times, first)
  return top === -1 ? rest.reduce(times, minus(first)) : [first, ...rest].reduce(times, numberExpression(top))
}
