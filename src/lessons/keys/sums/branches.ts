import { spelled } from '../../../notation/spokenNumbers.ts'
import type { NumberSlip } from '../key.ts'
import { type Contribution, ones, plus, type SumAt, scaledBy, times } from './sumAt.ts'

/** Several contributions, of which some are lost, or which are put together in another way than by adding. */
export function* atBranches(sum: SumAt): Generator<NumberSlip> {
  const { terms } = sum
  if (terms.length < 2) return
  for (const kept of terms) yield* sum.wrong(kept.product, onlyOne(sum, kept))
  yield* sum.wrong(
    terms.map(({ product }) => product).reduce(times),
    `The ${spelled(terms.length)} contributions are multiplied. They add up.`,
  )
  yield* sum.wrong(scaledBy(1 / terms.length, sum.numbers), 'The contributions are averaged. They add up.')
  yield* sum.wrong(
    terms.map(({ product }) => product).reduce((a, b) => a.map((x, i) => (Math.abs(x) > Math.abs(b[i]) ? x : b[i]))),
    'Only the largest contribution is there. They add up.',
  )
  if (terms.length > 2)
    for (const missing of terms)
      yield* sum.replaced(
        missing,
        missing.product.map(() => 0),
        `The contribution through ${sum.nameOf(missing.source)} is missing.`,
      )
}

function onlyOne(sum: SumAt, kept: Contribution): string {
  const through = sum.nameOf(kept.source)
  if (!sum.isAdjoint) return `Only the term of ${through} is there: each operand that moves gives one, and they add up.`
  return `Only the contribution through ${through} is there. ${sum.name} is read in ${spelled(sum.terms.length)} places, and what comes back adds up: += instead of =.`
}

/** Signs that are wrong. */
export function* signs(sum: SumAt): Generator<NumberSlip> {
  yield* sum.wrong(scaledBy(-1, sum.numbers), 'The sign is wrong.')
  if (sum.terms.length < 2) return
  for (const term of sum.terms)
    yield* sum.replaced(term, scaledBy(-1, term.product), `The sign of ${partOf(sum, term)} is wrong.`)
}

export const partOf = (sum: SumAt, { source }: Contribution): string =>
  sum.isAdjoint ? `the contribution through ${sum.nameOf(source)}` : `the term of ${sum.nameOf(source)}`

/** Partials without the factors that they are to be multiplied by. */
export function* partialsOnly(sum: SumAt): Generator<NumberSlip> {
  const alone = sum.terms.map(({ edge, factor }) => sum.through(edge, ones(factor)))
  const present = alone.filter((each) => each !== null)
  if (present.length === sum.terms.length && present.length > 0)
    yield* sum.wrong(present.reduce(plus), partialsAlone(sum))
}

function partialsAlone(sum: SumAt): string {
  const [{ source }] = sum.terms
  const factor = `the ${sum.word} of ${sum.nameOf(source)}`
  return sum.terms.length === 1
    ? `This is the local partial alone: it is still to be multiplied by ${factor}.`
    : `These are the local partials alone: each is still to be multiplied by ${sum.isAdjoint ? 'the adjoint that comes from above' : 'the tangent of its operand'}.`
}
