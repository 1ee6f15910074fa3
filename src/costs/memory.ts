import type { Mode, Primal } from '../autodiff/pass.ts'
import { passCount } from '../autodiff/seeds.ts'
import type { NodeIndex } from '../graph/graph.ts'
import { forwardTimeline } from './forwardTimeline.ts'
import { reverseTimeline } from './reverseTimeline.ts'
import type { MemoryTimeline } from './timeline.ts'

/** Numbers of one kind that belong to a node and live together. */
export interface Alive {
  /** `inside`: what a closed module keeps for its adjoint pass. */
  readonly kind: 'value' | 'tangent' | 'adjoint' | 'inside'
  readonly node: NodeIndex
  /** How many numbers they are. */
  readonly entries: number
}

/** Which numbers are alive at each step of a mode. The rule is in model.ts. */
export interface Memory {
  readonly mode: Mode
  /** Passes of the mode: tangent passes, or adjoint passes. */
  readonly passes: number
  /** How many of them the timeline holds: the first ones, if all would be too many steps. */
  readonly covered: number
  /** By pass of the timeline, one more at the end: its first step. In reverse mode the primal pass comes first. */
  readonly firstStep: Int32Array
  /** By step: the node whose step it is; −1 for the start of a pass, when only what is given is there. */
  readonly node: Int32Array
  /** By step: how many numbers are alive. */
  readonly alive: Int32Array
  /** The most that are alive at any step, and the first such step. */
  readonly peak: number
  readonly peakStep: number
  /** What is alive at a step. */
  readonly at: (step: number) => Alive[]
}

export function memoryOf(primal: Primal, mode: Mode): Memory {
  const timeline = mode === 'forward' ? forwardTimeline(primal) : reverseTimeline(primal)
  const alive = aliveBySteps(timeline)
  const peak = alive.reduce((most, count) => Math.max(most, count), 0)
  return {
    ...{ mode, passes: passCount(primal.graph, mode), covered: timeline.covered },
    ...{ firstStep: Int32Array.from(timeline.firstStep), node: Int32Array.from(timeline.node) },
    ...{ alive, peak, peakStep: alive.indexOf(peak), at: (step: number) => aliveAt(timeline, step) },
  }
}

/** By step: the numbers whose lives have begun less those whose lives are over. */
function aliveBySteps({ node, lives }: MemoryTimeline): Int32Array {
  const changes = new Int32Array(node.length + 1)
  for (const { from, to, entries } of lives) {
    changes[from] += entries
    changes[to + 1] -= entries
  }
  for (let step = 1; step < changes.length; step++) changes[step] += changes[step - 1]
  return changes.subarray(0, node.length)
}

const aliveAt = ({ lives }: MemoryTimeline, step: number): Alive[] =>
  lives.filter(({ from, to }) => from <= step && step <= to).map(({ kind, node, entries }) => ({ kind, node, entries }))
