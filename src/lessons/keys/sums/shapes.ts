import type { NumberSlip } from '../key.ts'
import { ones, type SumAt, scaledBy } from './sumAt.ts'

/** Rows and columns of a matrix exchanged. */
export function* transposed(sum: SumAt): Generator<NumberSlip> {
  const { numbers, shape } = sum
  if (shape.length !== 2) return
  const [rows, columns] = shape
  const turned = Array.from({ length: rows * columns }, (_, i) => numbers[(i % rows) * columns + Math.floor(i / rows)])
  yield* sum.wrong(turned, 'This is transposed.', [columns, rows])
}

/** One number for an array. */
export function* summedOver(sum: SumAt): Generator<NumberSlip> {
  if (sum.shape.length === 0) return
  const total = sum.numbers.reduce((a, b) => a + b, 0)
  yield* sum.wrong([total], `Sums over the entries of ${sum.name}: each has a derivative of its own.`, [])
}

/** What an operand that was stretched gets, before the sum over the places where it stands. */
export function* notSummed(sum: SumAt): Generator<NumberSlip> {
  const { graph } = sum
  for (const { edge, factor, source } of sum.terms) {
    const plan = graph.plans[graph.plan[source]]
    if (!sum.isAdjoint || plan?.kind !== 'elementwise' || factor.length <= sum.numbers.length) continue
    // The partial of each entry is what a unit tangent becomes there.
    const partials = sum.along(edge, ones(sum.numbers))
    if (!partials) continue
    const each = factor.map((x, i) => x * partials[i])
    const slip = `The sum over the axis is missing along which ${sum.name} was stretched: it stands in each of these places.`
    yield* sum.wrong(each, slip, sum.shapeOf(source))
    yield* sum.wrong(
      each.slice(0, sum.numbers.length),
      `Only the first of the places is there where ${sum.name} stands: they add up.`,
    )
    yield* sum.wrong(
      scaledBy(sum.numbers.length / factor.length, sum.numbers),
      `Averages over the places where ${sum.name} stands: they add up.`,
    )
  }
}
