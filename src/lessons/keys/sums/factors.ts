import { patternAt } from '../../../methods/patterns.ts'
import { sameShape } from '../../../primitives/shape.ts'
import type { NumberSlip } from '../key.ts'
import { partOf } from './branches.ts'
import { type Contribution, ones, plus, type SumAt, scaledBy, times } from './sumAt.ts'

type TermSlips = (sum: SumAt, term: Contribution) => Iterable<NumberSlip>

/** A slip that may be made in any one contribution. */
const inEach = (slips: TermSlips) =>
  function* (sum: SumAt): Generator<NumberSlip> {
    for (const term of sum.terms) yield* slips(sum, term)
  }

/** Where there is one contribution only, what replaces it is the answer, whatever its shape. */
function* instead(sum: SumAt, term: Contribution, by: readonly number[] | null, slip: string, shape = sum.shape) {
  if (sum.terms.length === 1) yield* sum.wrong(by, slip, shape)
  else if (sameShape(shape, sum.shape)) yield* sum.replaced(term, by, slip)
}

/** The partial by another operand of the same operation: of a product, the own value. */
export const otherPartial = inEach(function* (sum, term) {
  const { operand, consumer } = sum.graph
  const isProduct = patternAt(sum.graph, consumer[term.edge]) === 'switcher'
  for (const edge of sum.edgesBeside(term)) {
    if (edge === term.edge) continue
    const [own, other] = [operand[term.edge], operand[edge]]
    const by = sum.isAdjoint ? sum.through(edge, term.factor) : otherTangent(sum, term, edge)
    const slip = isProduct
      ? `Multiplies by ${sum.nameOf(own)} itself: the partial of a product by one operand is the other one, ${sum.nameOf(other)}.`
      : `This takes the partial by ${sum.nameOf(other)} in place of that by ${sum.nameOf(own)}.`
    yield* instead(sum, term, by, slip, sum.isAdjoint ? sum.shapeOf(other) : sum.shape)
  }
})

/** The term of an operand with the partial by another one, where both have one shape. */
const otherTangent = (sum: SumAt, { factor, source }: Contribution, edge: number): readonly number[] | null =>
  sameShape(sum.shapeOf(source), sum.shapeOf(sum.graph.operand[edge])) ? sum.through(edge, factor) : null

/** The factor without the partial, as at a sum. */
export const handedOn = inEach(function* (sum, term) {
  const { edge, factor, source } = term
  const [above, below] = [sum.nameOf(sum.graph.consumer[edge]), sum.nameOf(sum.graph.operand[edge])]
  const slip = `The ${sum.word} of ${sum.nameOf(source)} is handed on as it is: the local partial ∂${above}/∂${below} is missing.`
  yield* instead(sum, term, factor, slip, sum.shapeOf(source))
})

/** The value of the operation, or of its operand, in place of the partial. */
export const timesValue = inEach(function* (sum, term) {
  for (const [name, values] of valuesAlong(sum, term)) {
    const slip = `Multiplies ${factorOf(sum, term)} by the value of ${name}, where the local partial belongs.`
    if (values.length === term.factor.length)
      yield* instead(sum, term, times(term.factor, values), slip, sum.shapeOf(term.source))
  }
})

/** Such a value in place of the factor, or of the whole term. */
export const valueForFactor = inEach(function* (sum, term) {
  for (const [name, values] of valuesAlong(sum, term)) {
    const slip = `The value of ${name} stands where ${factorOf(sum, term)} belongs.`
    yield* instead(sum, term, sum.through(term.edge, values), slip)
    if (sum.terms.length > 1)
      yield* sum.replaced(term, values, `The value of ${name} stands in place of ${partOf(sum, term)}.`)
  }
})

/** Such a value as one more factor. */
export const valueBesides = inEach(function* (sum, term) {
  for (const [name, values] of valuesAlong(sum, term)) {
    const slip = `Multiplies ${partOf(sum, term)} by the value of ${name} besides.`
    if (values.length !== term.product.length) continue
    yield* instead(sum, term, times(term.product, values), slip)
    if (sum.terms.length > 1) yield* sum.wrong(times(term.product, values), slip)
  }
})

const factorOf = (sum: SumAt, { source }: Contribution): string => `the ${sum.word} of ${sum.nameOf(source)}`

/** By name: the values of what reads and of what is read along the edge. */
const valuesAlong = (sum: SumAt, { edge }: Contribution): (readonly [string, readonly number[]])[] =>
  [sum.graph.consumer[edge], sum.graph.operand[edge]].map((node) => [sum.nameOf(node), sum.values(node)])

/** Partial + factor in place of partial · factor. */
export const factorsAdded = inEach(function* (sum, term) {
  const alone = sum.through(term.edge, ones(term.factor))
  if (alone?.length === term.factor.length)
    yield* instead(
      sum,
      term,
      plus(alone, term.factor),
      'Adds the two factors. Along a path they multiply; only paths add up.',
    )
})

/** An adjoint shared out among operands, as if it were a quantity. */
export function* sharedOut(sum: SumAt): Generator<NumberSlip> {
  const [term] = sum.terms
  if (!sum.isAdjoint || sum.terms.length !== 1) return
  const operands = sum.edgesBeside(term).length
  if (operands > 1)
    yield* sum.wrong(
      scaledBy(1 / operands, sum.numbers),
      `Shares the adjoint of ${sum.nameOf(term.source)} out among its operands. Each gets it in full, times its own partial.`,
    )
}
