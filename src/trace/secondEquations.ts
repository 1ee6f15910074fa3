import { valueAt } from '../graph/nodes.ts'
import { edgeFormula } from '../notation/formulas.ts'
import type { Medium } from '../notation/media.ts'
import { among, held, joined, MOST_SUMMANDS, positive, type Summand, signed, stepPartial } from './equations.ts'
import type { Pass, SecondTerm } from './pass.ts'

/** The sum that gives a node its adjoint tangent: v̄̇ = Σ (v̄̇·p + v̄·ṗ). */
export interface SecondSum {
  readonly pass: Pass
  readonly node: number
  readonly terms: readonly SecondTerm[]
}

/** With ∂-symbols; a local partial that moves has a dot. */
export const symbolicSecond = (sum: SecondSum, medium: Medium): string =>
  equation(sum, medium, (term) => symbolic(sum, term, medium))

/** With the partials' formulas: `v̄̇₂·x₂ + v̄₁·(cos x₁)˙`; a partial of ±1 is only a sign. */
export const formulaSecond = (sum: SecondSum, medium: Medium): string =>
  equation(sum, medium, (term) => {
    if (term.partial === null) return symbolic(sum, term, medium)
    const { primal } = sum.pass
    const formula = edgeFormula(primal.graph, term.edge)
    const partial = stepPartial(primal, term.edge, medium)
    const parts = partsOf(sum, term, medium, held(partial, medium), partial.text)
    if (!term.moved || (formula !== '1' && formula !== '-1')) return parts
    return [{ negative: formula === '-1', text: factor(sum, term, 'second', medium) }, ...parts.slice(1)]
  })

/** With numbers: `0.5·2 + 1·(−0.9093)`; between arrays what the edge gives. */
export const numericSecond = (sum: SecondSum, medium: Medium): string =>
  equation(sum, medium, (term) => {
    const { moved, bent, partial, factor, product } = term
    if (partial === null || (bent && bent.partialTangent === null))
      return medium.isInFull(product) ? [signed(product, medium)] : symbolic(sum, term, medium)
    const times = (a: SecondTerm['factor'], b: number) => {
      const number = medium.number(b)
      return positive(
        medium.coloured('adjoint', medium.number(a).text) +
          medium.times +
          medium.coloured('partial', number.signed ? medium.bracketed(number.text) : number.text),
      )
    }
    return [
      ...(moved ? [times(factor, partial)] : []),
      ...(bent ? [times(bent.adjoint, bent.partialTangent as number)] : []),
    ]
  })

/** What the edges give, as far as it has arrived, and what it adds up to. */
export function resultSecond(sum: SecondSum, medium: Medium, arrived: number): string {
  const final = valueAt(sum.pass.primal.graph, sum.node, sum.pass.numbers)
  if (!medium.isInFull(final)) return among(left(sum, medium), final, medium)
  const isWhole = arrived === sum.terms.length
  const terms = sum.terms.slice(0, Math.min(arrived, MOST_SUMMANDS))
  const rest = !isWhole || arrived > MOST_SUMMANDS ? [positive(medium.ellipsis)] : []
  const summands = [...terms.map(({ product }) => signed(product, medium)), ...rest]
  const written = [left(sum, medium), joined(summands, medium)]
  if (isWhole && summands.length > 1) written.push(result(sum, medium))
  return written.join(medium.equals)
}

const symbolic = (sum: SecondSum, term: SecondTerm, medium: Medium): Summand[] => {
  const symbol = medium.partialSymbol(sum.pass.primal.graph, term.edge)
  if (term.partial !== null) return partsOf(sum, term, medium, symbol, symbol)
  const before = (jacobian: string, of: 'second' | 'adjoint') =>
    positive(medium.coloured('partial', jacobian) + medium.applied + factor(sum, term, of, medium))
  return [
    ...(term.moved ? [before(medium.transposed(symbol), 'second')] : []),
    ...(term.bent ? [before(medium.moving(medium.transposed(symbol)), 'adjoint')] : []),
  ]
}

function partsOf(sum: SecondSum, term: SecondTerm, medium: Medium, partial: string, moving: string): Summand[] {
  const times = (of: 'second' | 'adjoint', by: string) =>
    positive(factor(sum, term, of, medium) + medium.times + medium.coloured('partial', by))
  return [
    ...(term.moved ? [times('second', partial)] : []),
    ...(term.bent ? [times('adjoint', medium.moving(moving))] : []),
  ]
}

const factor = ({ pass }: SecondSum, { source }: SecondTerm, of: 'second' | 'adjoint', medium: Medium): string =>
  medium.coloured('adjoint', medium.derivative(pass.primal.graph, source, of))

const left = ({ pass, node }: SecondSum, medium: Medium): string =>
  medium.coloured('adjoint', medium.derivative(pass.primal.graph, node, 'second'))

const result = ({ pass, node }: SecondSum, medium: Medium): string =>
  medium.coloured('adjoint', medium.number(valueAt(pass.primal.graph, node, pass.numbers)).text)

function equation(sum: SecondSum, medium: Medium, parts: (term: SecondTerm) => readonly Summand[]): string {
  const summands = sum.terms.slice(0, MOST_SUMMANDS).flatMap(parts)
  const rest = sum.terms.length > MOST_SUMMANDS ? [positive(medium.ellipsis)] : []
  return left(sum, medium) + medium.equals + joined([...summands, ...rest], medium)
}
