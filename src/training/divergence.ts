import type { Gradient } from '../autodiff/gradient.ts'
import type { Evaluated } from '../autodiff/pass.ts'
import { isLive } from '../autodiff/sweep.ts'
import type { Graph, NodeIndex } from '../graph/graph.ts'
import { sixDigits } from '../notation/numbers.ts'
import { tellingName } from '../notation/symbols.ts'
import type { Objective } from './objective.ts'

/** Why a run stopped: numbers left the finite ones. */
export interface Divergence {
  /** Counted from 1: the update that could not be made, or that made the parameters what they cannot be. */
  readonly update: number
  readonly phase: 'loss' | 'gradient' | 'update'
  /** Where a number first was not finite. */
  readonly node: NodeIndex
  readonly message: string
}

/** In a primal pass: back from the loss, along operands that are not finite, to the node whose operands are. */
export function lossDivergence({ graph, loss }: Objective, passes: readonly Gradient[], update: number): Divergence {
  const pass = passes.find(({ values }) => !isFiniteAt(graph, loss.node, values)) ?? passes[0]
  const { values } = pass
  const onTape = pass.onTape().pass
  const node = walk(loss.node, (at) => usedOperands(onTape, at).find((operand) => !isFiniteAt(graph, operand, values)))
  const says = `${tellingName(graph, node)} is ${say(odd(graph, node, values))} in the primal pass`
  return { update, phase: 'loss', node, message: sentence(update, says) }
}

/** In an adjoint pass: from a parameter, along consumers whose adjoints are not finite, to the node whose consumers’ are. */
export function gradientDivergence(objective: Objective, passes: readonly Gradient[], update: number): Divergence {
  const { graph, parameters, loss } = objective
  for (const pass of passes) {
    const lost = parameters.find(({ node }) => !isFiniteAt(graph, node, pass.adjoints))
    if (!lost) continue
    const { adjoints } = pass.onTape()
    const node = walk(lost.node, (at) =>
      consumersOf(graph, at).find((consumer) => !isFiniteAt(graph, consumer, adjoints)),
    )
    const says = `the adjoint of ${tellingName(graph, node)} is ${say(odd(graph, node, adjoints))}`
    return { update, phase: 'gradient', node, message: sentence(update, says) }
  }
  return {
    update,
    phase: 'gradient',
    node: loss.node,
    message: sentence(update, 'the mean over the samples is too large'),
  }
}

/** After an update: the first parameter that is not finite; null if all are. */
export function parameterDivergence(
  { graph, parameters }: Objective,
  flat: Float64Array,
  update: number,
): Divergence | null {
  const entry = flat.findIndex((x) => !Number.isFinite(x))
  const lost = parameters.find(({ to }) => entry >= 0 && entry < to)
  if (!lost) return null
  const says = `the parameter ${tellingName(graph, lost.node)} becomes ${say(flat[entry])}`
  return { update, phase: 'update', node: lost.node, message: sentence(update, says, false) }
}

/** Before the first update no learning rate is to blame. */
function sentence(update: number, says: string, isStart = update === 1): string {
  const advice = isStart
    ? 'The parameters are those of the program: start from others.'
    : 'The parameters are the last ones with a finite loss and gradient. Try a smaller learning rate.'
  return `Stopped at update ${update}: ${says}. ${advice}`
}

function walk(from: NodeIndex, next: (node: NodeIndex) => NodeIndex | undefined): NodeIndex {
  let node = from
  for (let following = next(node); following !== undefined; following = next(node)) node = following
  return node
}

/** Without those that the value does not come from, such as a branch that `where` does not choose. */
function usedOperands(pass: Evaluated, node: NodeIndex): NodeIndex[] {
  const { firstEdge, operand, varied } = pass.graph
  const used: NodeIndex[] = []
  for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++)
    if (!varied[operand[edge]] || isLive(pass, edge)) used.push(operand[edge])
  return used
}

const consumersOf = ({ firstConsumer, consumerEdge, consumer }: Graph, node: NodeIndex): NodeIndex[] =>
  [...consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1])].map((edge) => consumer[edge])

const entriesOf = ({ offset }: Graph, node: NodeIndex, entries: Float64Array): Float64Array =>
  entries.subarray(offset[node], offset[node + 1])

const isFiniteAt = (graph: Graph, node: NodeIndex, entries: Float64Array): boolean =>
  entriesOf(graph, node, entries).every(Number.isFinite)

/** Its first entry that is not finite. */
const odd = (graph: Graph, node: NodeIndex, entries: Float64Array): number =>
  entriesOf(graph, node, entries).find((x) => !Number.isFinite(x)) as number

const say = (x: number): string => (Number.isNaN(x) ? 'not a number (NaN)' : sixDigits(x))

/** The places of a node and of the modules around it, outwards: the page may have the node within a module that is closed there. */
export function placesAround({ place, module, modules }: Graph, node: NodeIndex): number[] {
  const places = [place[node]]
  for (let at = module[node]; at >= 0; at = modules[at].parent) places.push(modules[at].place)
  return places
}
