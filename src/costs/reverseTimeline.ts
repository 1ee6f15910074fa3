import type { Primal } from '../autodiff/pass.ts'
import { reach, seedWords } from '../autodiff/reach.ts'
import { passCount, seedAt } from '../autodiff/seeds.ts'
import { isLive } from '../autodiff/sweep.ts'
import { INPUT, type NodeIndex } from '../graph/graph.ts'
import { partialReads } from '../graph/localPartial.ts'
import { computed, entryCount } from '../graph/nodes.ts'
import { isClosed } from '../graph/operations.ts'
import { traversalsIn } from '../graph/work.ts'
import { insideOf } from './keptInside.ts'
import { type Life, lifeOf, type MemoryTimeline, MOST_STEPS, presentEntries, readBy, takesMemory } from './timeline.ts'

/** Reverse mode: one primal pass, then an adjoint pass for each output, which reads what was kept for it. */
export function reverseTimeline(primal: Primal): MemoryTimeline {
  const { graph } = primal
  const nodes = computed(graph)
  const most = Math.max(1, Math.floor(MOST_STEPS / (nodes.length + 1)) - 1)
  const covered = Math.min(passCount(graph, 'reverse'), traversalsIn(graph), most)
  const timeline: MemoryTimeline = { firstStep: [0], node: [-1, ...nodes], lives: [], covered }
  const kept = keptBy(primal, timeline)
  for (let pass = 0; pass < covered; pass++) addPass(primal, pass, timeline, kept)
  timeline.firstStep.push(timeline.node.length)
  const end = timeline.node.length - 1
  for (const { node } of graph.outputs) {
    const value = kept.values[node]
    if (value) value.to = end
  }
  for (const life of [...kept.values, ...kept.insides]) if (life) timeline.lives.push(life)
  return timeline
}

/** By node: its value, and what a closed module keeps inside. */
interface Kept {
  readonly values: (Life | undefined)[]
  readonly insides: (Life | undefined)[]
}

/** The primal pass: each value is read by the steps that compute from it. */
function keptBy(primal: Primal, { node }: MemoryTimeline): Kept {
  const { graph } = primal
  const values: (Life | undefined)[] = []
  const insides: (Life | undefined)[] = []
  const born = (at: NodeIndex, step: number) => {
    if (takesMemory(graph, at)) values[at] = lifeOf('value', at, entryCount(graph, at), step)
    const inside = isClosed(graph, at) ? insideOf(primal, at).numbers : 0
    if (inside > 0) insides[at] = lifeOf('inside', at, inside, step)
  }
  for (const input of graph.inputs) born(input.node, 0)
  for (let step = 1; step < node.length; step++) {
    born(node[step], step)
    for (let edge = graph.firstEdge[node[step]]; edge < graph.firstEdge[node[step] + 1]; edge++)
      readBy(values[graph.operand[edge]], step)
  }
  return { values, insides }
}

/** One adjoint pass: the step of a node hands its terms to the operands. */
function addPass(
  primal: Primal,
  pass: number,
  { firstStep, node, lives }: MemoryTimeline,
  { values, insides }: Kept,
): void {
  const { graph } = primal
  const { op, firstEdge, operand } = graph
  const start = node.length
  firstStep.push(start)
  node.push(-1)
  const counts = presentEntries(primal, reach(primal, 'reverse', seedWords(primal, 'reverse', [pass])))
  const adjoints: (Life | undefined)[] = []
  const born = (at: NodeIndex, step: number) => {
    if (counts[at] > 0) adjoints[at] ??= lifeOf('adjoint', at, counts[at], step)
  }
  born(seedAt(graph, 'reverse', pass).node, start)
  for (const at of computed(graph).reverse()) {
    if (counts[at] === 0) continue
    const step = node.push(at) - 1
    readBy(adjoints[at], step)
    readBy(insides[at], step)
    for (let edge = firstEdge[at]; edge < firstEdge[at + 1]; edge++) {
      if (!isLive(primal, edge)) continue
      born(operand[edge], step)
      for (const read of partialReads(graph, edge)) readBy(values[read], step)
    }
    if (isClosed(graph, at)) for (const read of insideOf(primal, at).reads) readBy(values[read], step)
  }
  for (const life of adjoints) {
    if (life && op[life.node] === INPUT) life.to = node.length - 1
    if (life) lives.push(life)
  }
}
