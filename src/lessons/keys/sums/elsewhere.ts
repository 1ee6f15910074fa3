import { CONSTANT, type Graph, type NodeIndex } from '../../../graph/graph.ts'
import { operationOf } from '../../../graph/operations.ts'
import { dependenceOf } from '../../../trace/dependence.ts'
import type { NumberSlip } from '../key.ts'
import { ones, plus, type SumAt, scaledBy } from './sumAt.ts'

/** Nodes of which other numbers are tried. */
const MOST_NODES = 400

/** A number that is another’s, or none at all. */
export function* elsewhere(sum: SumAt): Generator<NumberSlip> {
  const { place, word, name } = sum
  yield* sum.wrong(sum.values(place.node), `This is the value of ${name}, not its ${word}.`)
  for (const { source } of sum.terms)
    yield* sum.wrong(sum.values(source), `This is the value of ${sum.nameOf(source)}.`, sum.shapeOf(source))
  yield* sum.wrong(
    sum.numbers.map(() => 0),
    sum.isAdjoint
      ? `0 would mean that nothing comes back to ${name}: it acts on what is differentiated.`
      : `0 would mean that ${name} stands still: it moves with what is seeded.`,
  )
  yield* allMoving(sum)
  for (const node of others(sum))
    yield* sum.wrong(sum.ofPass(node), `This is the ${word} of ${sum.nameOf(node)}.`, sum.shapeOf(node))
}

const others = ({ graph, pass, place }: SumAt): NodeIndex[] =>
  [...graph.op.keys()]
    .filter((node) => node !== place.node && graph.op[node] !== CONSTANT && dependenceOf(pass, node) === 'number')
    .slice(0, MOST_NODES)

/** A tangent as if every operand moved. */
function* allMoving(sum: SumAt): Generator<NumberSlip> {
  if (sum.isAdjoint) return
  const { graph, place } = sum
  const { firstEdge, operand, offset } = graph
  const edges = Array.from(
    { length: firstEdge[place.node + 1] - firstEdge[place.node] },
    (_, i) => firstEdge[place.node] + i,
  )
  const still = edges.filter((edge) => graph.varied[operand[edge]] && !sum.terms.some((term) => term.edge === edge))
  if (still.length === 0) return
  const moved = still.map((edge) =>
    sum.through(edge, new Array(offset[operand[edge] + 1] - offset[operand[edge]]).fill(1)),
  )
  const terms = moved.filter((each) => each !== null)
  if (terms.length > 0)
    yield* sum.wrong(
      terms.reduce(plus, sum.numbers),
      `Adds a term for ${sum.nameOf(operand[still[0]])} as if it moved too: its tangent is 0 in this pass.`,
    )
}

/** A factor 2, or the number of samples, lost or taken once too often. */
export function* wrongScale(sum: SumAt): Generator<NumberSlip> {
  yield* sum.wrong(scaledBy(1 / 2, sum.numbers), 'A factor 2 is lost, as of a square.')
  yield* sum.wrong(scaledBy(2, sum.numbers), 'A factor 2 too many.')
  for (const count of new Set(meansIn(sum.graph))) {
    yield* sum.wrong(scaledBy(count, sum.numbers), `Summed over the ${count} entries where they are averaged.`)
    yield* sum.wrong(scaledBy(1 / count, sum.numbers), `Divided by the ${count} entries once more.`)
  }
}

/** By how many entries a program averages, its closed functions included. */
function meansIn(graph: Graph): number[] {
  const { op, firstEdge, operand, offset } = graph
  const counts = [...op.keys()].map((node) => {
    const read = operand[firstEdge[node]]
    const isMean = AVERAGES.test(operationOf(graph, node)?.name ?? '')
    return isMean ? (offset[read + 1] - offset[read]) / (offset[node + 1] - offset[node]) : 1
  })
  return [...counts, ...graph.closed.flatMap((inner) => meansIn(inner.graph))].filter((count) => count > 1)
}

const AVERAGES = /^(mean|var|std)/

/** Arrays transposed, or summed over. */
export function* wrongShape(sum: SumAt): Generator<NumberSlip> {
  const { numbers, shape } = sum
  if (shape.length === 2) {
    const [rows, columns] = shape
    const turned = Array.from(
      { length: rows * columns },
      (_, i) => numbers[(i % rows) * columns + Math.floor(i / rows)],
    )
    yield* sum.wrong(turned, 'This is transposed.', [columns, rows])
  }
  if (shape.length === 0) return
  const total = numbers.reduce((a, b) => a + b, 0)
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
