import { CONSTANT, type NodeIndex, type Value } from '../graph/graph.ts'
import { valueAt } from '../graph/nodes.ts'
import { dependenceOf } from './dependence.ts'
import type { Frame, Pass } from './pass.ts'
import { runningSums, seedValue, termsOf } from './terms.ts'

/** What a frame knows of the number that its pass gives a node; `absent` where no path leads there. */
export type Known = 'unknown' | 'active' | 'known' | 'absent'

export const isFrameComplete = ({ pass, step }: Frame): boolean => step >= pass.steps.length

/** The node whose terms are arriving, or else the one that the last step completed; null before the pass begins. */
export function activeNode({ pass, step, term }: Frame): NodeIndex | null {
  if (term > 0 && step < pass.steps.length) return pass.steps[step]
  return step > 0 ? pass.steps[step - 1] : null
}

/** How far the pass's own number at the node is known. In a tangent or adjoint pass all values are known besides. */
export function known(frame: Frame, node: NodeIndex): Known {
  if (node === activeNode(frame)) return 'active'
  if (!isSettled(frame, node)) return 'unknown'
  return dependenceOf(frame.pass, node) === 'none' ? 'absent' : 'known'
}

/** Whether the node's number is final. An absent one counts once the pass has gone past its place on the tape. */
export function isSettled(frame: Frame, node: NodeIndex): boolean {
  const { pass, step } = frame
  if (pass.kind === 'primal' && pass.primal.graph.op[node] === CONSTANT) return true
  if (pass.present[node]) return pass.stepOf[node] < step
  return isFrameComplete(frame) || (step > 0 && isBefore(pass, node, pass.steps[step - 1]))
}

const isBefore = ({ kind }: Pass, node: NodeIndex, cursor: NodeIndex) =>
  kind === 'adjoint' ? node > cursor : node < cursor

/** The number that the frame shows at the node: the final one, the sum so far while its terms arrive, else null. Absent is 0. */
export function numberAt(frame: Frame, node: NodeIndex): Value | null {
  if (isSettled(frame, node)) return finalAt(frame.pass, node)
  return node === activeNode(frame) ? sumSoFar(frame) : null
}

/** The pass's number at the node: value, tangent or adjoint. */
export const finalAt = ({ primal: { graph }, numbers }: Pass, node: NodeIndex): Value => valueAt(graph, node, numbers)

function sumSoFar({ pass, step, term }: Frame): Value | null {
  if (pass.kind === 'primal') return null
  const sums = runningSums(seedValue(pass, pass.steps[step]), termsOf(pass, step).slice(0, term))
  return sums.at(-1) ?? null
}
