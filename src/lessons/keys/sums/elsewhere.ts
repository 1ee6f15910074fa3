import { CONSTANT, type NodeIndex } from '../../../graph/graph.ts'
import { dependenceOf } from '../../../trace/dependence.ts'
import type { NumberSlip } from '../key.ts'
import { edgesRead } from '../readers.ts'
import { plus, type SumAt } from './sumAt.ts'

/** Nodes of which other numbers are tried. */
const MOST_NODES = 400

/** A value in place of the derivative. */
export function* values(sum: SumAt): Generator<NumberSlip> {
  const { place, word, name } = sum
  yield* sum.wrong(sum.values(place.node), `This is the value of ${name}, not its ${word}.`)
  for (const { source } of sum.terms)
    yield* sum.wrong(sum.values(source), `This is the value of ${sum.nameOf(source)}.`, sum.shapeOf(source))
}

/** Taken for a constant. */
export function* nothing(sum: SumAt): Generator<NumberSlip> {
  const { name, isAdjoint, numbers } = sum
  const slip = isAdjoint
    ? `0 would mean that nothing comes back to ${name}: it acts on what is differentiated.`
    : `0 would mean that ${name} stands still: it moves with what is seeded.`
  yield* sum.wrong(
    numbers.map(() => 0),
    slip,
  )
}

/** The adjoint, or the tangent, of another node. */
export function* ofOtherNodes(sum: SumAt): Generator<NumberSlip> {
  for (const node of others(sum))
    yield* sum.wrong(sum.ofPass(node), `This is the ${sum.word} of ${sum.nameOf(node)}.`, sum.shapeOf(node))
}

const others = ({ graph, pass, place }: SumAt): NodeIndex[] =>
  [...graph.op.keys()]
    .filter((node) => node !== place.node && graph.op[node] !== CONSTANT && dependenceOf(pass, node) === 'number')
    .slice(0, MOST_NODES)

/** A tangent as if every operand moved. */
export function* allMoving(sum: SumAt): Generator<NumberSlip> {
  if (sum.isAdjoint) return
  const { graph, place } = sum
  const { operand, offset } = graph
  const still = edgesRead(graph, place.node).filter(
    (edge) => graph.varied[operand[edge]] && !sum.terms.some((term) => term.edge === edge),
  )
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
