import type { Primal } from '../autodiff/pass.ts'
import type { EdgeIndex, Graph, NodeIndex, Value } from '../graph/graph.ts'
import { shapeAt, valueAt } from '../graph/nodes.ts'
import { bindingOf, PREFIX_PRECEDENCE } from '../language/precedence.ts'
import { type PassNumbers, rulePiece } from '../notation/edgeRule.ts'
import { atom, type Piece } from '../notation/expression.ts'
import { type DerivativeKind, edgeFormula, edgeViews, isPiecewise, wayOf } from '../notation/formulas.ts'
import { type Medium, valuePiece } from '../notation/media.ts'
import { operationPiece, partialPiece } from '../notation/partials.ts'
import { shapeOf } from '../notation/shapes.ts'
import { sameShape } from '../primitives/shape.ts'
import { nested } from '../primitives/value.ts'
import type { Pass, Term } from './pass.ts'
import { seedValue, termsAt } from './terms.ts'

/** One part of a sum: its sign, and the rest. */
export interface Summand {
  readonly negative: boolean
  readonly text: string
}

/** The sum that gives a node its tangent or adjoint. */
export interface Sum {
  readonly pass: Pass
  readonly node: NodeIndex
  readonly seed: Value | null
  readonly terms: readonly Term[]
}

export const sumAt = (pass: Pass, node: NodeIndex): Sum => ({
  ...{ pass, node },
  seed: seedValue(pass, node),
  terms: termsAt(pass, node),
})

/** More summands than this are cut off with an ellipsis. */
export const MOST_SUMMANDS = 6

/** With ∂-symbols: `v̄₁ ∂v₁/∂x₁ + …`; between arrays with Jacobians: `(∂v₁/∂x)ᵀ v̄₁`, `∂v₁/∂x ẋ`. */
export const symbolicSum = (sum: Sum, medium: Medium): string =>
  equation(sum, medium, (term) => {
    if (term.partial === null) return positive(jacobianProduct(sum, term, medium))
    const partial = medium.partialSymbol(sum.pass.primal.graph, term.edge)
    return positive(factorSymbol(sum, term, medium) + medium.times + medium.coloured('partial', partial))
  })

function jacobianProduct(sum: Sum, term: Term, medium: Medium): string {
  const symbol = medium.partialSymbol(sum.pass.primal.graph, term.edge)
  const jacobian = medium.coloured('partial', sum.pass.kind === 'adjoint' ? medium.transposed(symbol) : symbol)
  return jacobian + medium.applied + factorSymbol(sum, term, medium)
}

/**
 * With the partials' formulas: `v̄₁·cos(x₁) + v̄₂·x₂`; a partial of ±1 is only a sign. Between arrays with what the edge does
 * in one go: `Wᵀ v̄₁`, `v̄₂ ⊙ cos(x)`.
 */
export const formulaSum = (sum: Sum, medium: Medium): string =>
  equation(sum, medium, (term) => {
    if (term.partial === null) return ruleSummand(sum, term, medium) ?? positive(jacobianProduct(sum, term, medium))
    const factor = factorSymbol(sum, term, medium)
    const formula = edgeFormula(sum.pass.primal.graph, term.edge)
    const partial = stepPartial(sum.pass.primal, term.edge, medium)
    if (formula === '-1') return { negative: true, text: factor }
    if (formula === '1' || (isPiecewise(formula) && term.partial === 1)) return positive(factor)
    return positive(factor + medium.times + medium.coloured('partial', held(partial, medium)))
  })

/** A sign at its beginning becomes the sign of the summand. */
function ruleSummand(sum: Sum, term: Term, medium: Medium, numbers?: PassNumbers): Summand | null {
  const piece = rulePiece(sum.pass.primal.graph, term.edge, kindOf(sum), medium, numbers)
  if (!piece) return null
  const isNegative = piece.precedence === PREFIX_PRECEDENCE && piece.text.startsWith(medium.sign)
  return isNegative ? { negative: true, text: piece.text.slice(medium.sign.length) } : positive(piece.text)
}

/** With numbers: `1·cos 2 + 1·3`. */
export const numericSum = (sum: Sum, medium: Medium): string =>
  equation(sum, medium, (term, place) => {
    if (term.partial === null) return numericSummand(sum, term, medium)
    const factor = medium.number(term.factor)
    const first = factor.signed && place > 0 ? medium.bracketed(factor.text) : factor.text
    const partial = stepPartial(sum.pass.primal, term.edge, medium, sum.pass.primal.values)
    return positive(
      medium.coloured(kindOf(sum), first) + medium.times + medium.coloured('partial', held(partial, medium)),
    )
  })

/** Partials that depend on the case at hand are numbers; where nothing is to be computed with numbers, the product itself. */
function numericSummand(sum: Sum, term: Term, medium: Medium): Summand {
  const { primal, numbers } = sum.pass
  if (!choosesCases(primal.graph, term.edge)) {
    return ruleSummand(sum, term, medium, { values: primal.values, numbers }) ?? productOf(sum, term, medium)
  }
  const partials = partialsByEntry(primal, term.edge)
  if (!partials) return productOf(sum, term, medium)
  const { graph } = primal
  const factor = valuePiece(term.factor, () => medium.derivative(graph, term.source, kindOf(sum)), medium)
  const partial = valuePiece(partials, () => medium.partialSymbol(graph, term.edge), medium)
  return positive(
    medium.coloured(kindOf(sum), factor.text) + medium.elementwise + medium.coloured('partial', partial.text),
  )
}

/** What an edge adds, in numbers; of an array for which there is no room, with symbols. */
const productOf = (sum: Sum, term: Term, medium: Medium): Summand =>
  medium.isInFull(term.product) ? signed(term.product, medium) : positive(jacobianProduct(sum, term, medium))

function choosesCases(graph: Graph, edge: EdgeIndex): boolean {
  const views = edgeViews(graph, edge)
  return views !== null && 'formula' in views.pull && isPiecewise(views.pull.formula)
}

/** The local partials of an elementwise operation as an array like its operand; null where entries are copied or reduced. */
function partialsByEntry(primal: Primal, edge: EdgeIndex): Value | null {
  const { graph } = primal
  const node = graph.consumer[edge]
  const shape = shapeAt(graph, node)
  if (wayOf(graph, node) !== 'elementwise' || !sameShape(shape, shapeAt(graph, graph.operand[edge]))) return null
  return nested(shape, primal.partials, graph.firstPartial[edge])
}

/**
 * The products and what they add up to: `−0.4161 + 3 = 2.584`; while terms arrive, only those that have. Of an array for
 * which there is no room, what it is: `x̄ ∈ ℝ⁴`.
 */
export function productSum(sum: Sum, medium: Medium, arrived: number): string {
  const { graph } = sum.pass.primal
  if (!medium.isInFull(finalOf(sum)))
    return among(medium.coloured(kindOf(sum), medium.derivative(graph, sum.node, kindOf(sum))), finalOf(sum), medium)
  const isWhole = arrived === sum.terms.length
  const products = sum.terms.slice(0, Math.min(arrived, MOST_SUMMANDS)).map(({ product }) => signed(product, medium))
  const rest = !isWhole || arrived > MOST_SUMMANDS ? [positive(medium.ellipsis)] : []
  const left = medium.derivative(graph, sum.node, kindOf(sum))
  const summands = [...seedSummand(sum, medium), ...products, ...rest]
  const written = [medium.coloured(kindOf(sum), left), joined(summands, medium)]
  if (isWhole && summands.length > 1) written.push(result(sum, medium))
  return written.join(medium.equals)
}

/** What a node of the primal pass computes, with symbols or with numbers: `v₁ = sin(x₁)`. */
export function operationEquation({ primal }: Pass, node: NodeIndex, medium: Medium, withNumbers: boolean): string {
  const { graph, values } = primal
  const right = operationPiece(graph, node, medium, withNumbers ? values : undefined).text
  return medium.symbol(graph, node) + medium.equals + right
}

export function valueEquation({ primal }: Pass, node: NodeIndex, medium: Medium): string {
  const value = valueAt(primal.graph, node, primal.values)
  const symbol = medium.symbol(primal.graph, node)
  return medium.isInFull(value) ? symbol + medium.equals + medium.number(value).text : among(symbol, value, medium)
}

/** What an array is for whose numbers there is no room. */
export const among = (symbol: string, value: Value, medium: Medium): string => medium.among(symbol, shapeOf(value))

const kindOf = ({ pass }: Sum) => pass.kind as DerivativeKind

const factorSymbol = (sum: Sum, { source }: Term, medium: Medium): string =>
  medium.coloured(kindOf(sum), medium.derivative(sum.pass.primal.graph, source, kindOf(sum)))

/** A partial that depends on the case at hand is a number, since the case is known; so is that of a closed module. */
export function stepPartial(primal: Primal, edge: EdgeIndex, medium: Medium, values?: ArrayLike<number>): Piece {
  const formula = edgeFormula(primal.graph, edge)
  if (isPiecewise(formula) || (formula === null && values))
    return medium.number(primal.partials[primal.graph.firstPartial[edge]])
  const piece = partialPiece(primal.graph, edge, medium, values)
  return piece.text.length > LONGEST_PARTIAL ? atom(medium.partialSymbol(primal.graph, edge)) : piece
}

/** A formula longer than this, in characters of its notation, is left as a symbol. */
const LONGEST_PARTIAL = 400

const PRODUCT = bindingOf('*').precedence

export const held = (piece: Piece, medium: Medium): string =>
  piece.precedence < PRODUCT || piece.signed ? medium.bracketed(piece.text) : piece.text

export const positive = (text: string): Summand => ({ negative: false, text })

/** An array keeps its signs inside. */
export const signed = (x: Value, medium: Medium): Summand =>
  typeof x === 'number' ? { negative: x < 0, text: medium.number(Math.abs(x)).text } : positive(medium.number(x).text)

/** A seed for which there is no room is the vector that the pass is of. */
const seedSummand = ({ seed, pass }: Sum, medium: Medium): Summand[] => {
  if (seed === null) return []
  if (medium.isInFull(seed)) return [signed(seed, medium)]
  return [positive(medium.shaped(medium.words(pass.kind === 'tangent' ? 'v' : 'w'), shapeOf(seed)))]
}

const finalOf = ({ pass, node }: Pick<Sum, 'pass' | 'node'>): Value => valueAt(pass.primal.graph, node, pass.numbers)

const result = (sum: Sum, medium: Medium): string => medium.coloured(kindOf(sum), medium.number(finalOf(sum)).text)

function equation(sum: Sum, medium: Medium, summand: (term: Term, place: number) => Summand): string {
  const seed = seedSummand(sum, medium)
  const terms = sum.terms.slice(0, MOST_SUMMANDS).map((term, i) => summand(term, i + seed.length))
  const rest = sum.terms.length > MOST_SUMMANDS ? [positive(medium.ellipsis)] : []
  const left = medium.derivative(sum.pass.primal.graph, sum.node, kindOf(sum))
  return medium.coloured(kindOf(sum), left) + medium.equals + joined([...seed, ...terms, ...rest], medium)
}

export const joined = (summands: readonly Summand[], medium: Medium): string =>
  summands
    .map(({ negative, text }, i) => {
      if (i === 0) return negative ? medium.sign + text : text
      return (negative ? medium.minus : medium.plus) + text
    })
    .join('')
