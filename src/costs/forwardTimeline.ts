import type { Primal } from '../autodiff/pass.ts'
import { reach, seedWords } from '../autodiff/reach.ts'
import { passCount } from '../autodiff/seeds.ts'
import { isLive } from '../autodiff/sweep.ts'
import type { NodeIndex } from '../graph/graph.ts'
import { computed, entryCount } from '../graph/nodes.ts'
import { traversalsIn } from '../graph/work.ts'
import { type Life, lifeOf, type MemoryTimeline, MOST_STEPS, presentEntries, readBy, takesMemory } from './timeline.ts'

/** Forward mode, interleaved: in each pass every node's value and tangent, step by step. */
export function forwardTimeline(primal: Primal): MemoryTimeline {
  const { graph } = primal
  const nodes = computed(graph)
  const passes = passCount(graph, 'forward')
  const covered = Math.min(passes, traversalsIn(graph), Math.max(1, Math.floor(MOST_STEPS / (nodes.length + 1))))
  const timeline: MemoryTimeline = { firstStep: [], node: [], lives: [], covered }
  const given = new Map<NodeIndex, Life>()
  for (let pass = 0; pass < covered; pass++) {
    timeline.firstStep.push(timeline.node.length)
    timeline.node.push(-1)
    for (const node of nodes) timeline.node.push(node)
    addPass(primal, pass, timeline, given)
  }
  timeline.firstStep.push(timeline.node.length)
  timeline.lives.push(...given.values())
  keepGiven(primal, timeline, passes > covered)
  return timeline
}

/** The lives of one pass. */
function addPass(primal: Primal, pass: number, timeline: MemoryTimeline, given: Map<NodeIndex, Life>): void {
  const { inputs, outputs } = primal.graph
  const { values, tangents } = livesOf(primal, pass, timeline)
  const end = timeline.node.length - 1
  for (const { node } of outputs) readBy(tangents[node], end)
  const outlive = new Set([...inputs, ...outputs].map(({ node }) => node))
  for (const life of values)
    if (life && outlive.has(life.node)) outliving(life, given)
    else if (life) timeline.lives.push(life)
  for (const life of tangents) if (life) timeline.lives.push(life)
}

/** By node: the lives of its value and of its tangent, from its own step to the last that computes from them. */
function livesOf(primal: Primal, pass: number, { firstStep, node }: MemoryTimeline) {
  const { graph } = primal
  const { firstEdge, operand } = graph
  const counts = presentEntries(primal, reach(primal, 'forward', seedWords(primal, 'forward', [pass])))
  const values: (Life | undefined)[] = []
  const tangents: (Life | undefined)[] = []
  const born = (at: NodeIndex, step: number) => {
    if (takesMemory(graph, at)) values[at] = lifeOf('value', at, entryCount(graph, at), step)
    if (counts[at] > 0) tangents[at] = lifeOf('tangent', at, counts[at], step)
  }
  for (const input of graph.inputs) born(input.node, firstStep[pass])
  for (let step = firstStep[pass] + 1; step < node.length; step++) {
    born(node[step], step)
    for (let edge = firstEdge[node[step]]; edge < firstEdge[node[step] + 1]; edge++) {
      readBy(values[operand[edge]], step)
      if (isLive(primal, edge)) readBy(tangents[operand[edge]], step)
    }
  }
  return { values, tangents }
}

/** Further passes write the same numbers again: one life, from the first pass on. */
function outliving(life: Life, given: Map<NodeIndex, Life>): void {
  const known = given.get(life.node)
  if (known) known.to = life.to
  else given.set(life.node, life)
}

/** The values of outputs stay to the end; those of inputs too where passes follow that the timeline leaves out. */
function keepGiven({ graph }: Primal, { node, lives }: MemoryTimeline, isCut: boolean): void {
  const kept = new Set([...graph.outputs, ...(isCut ? graph.inputs : [])].map((named) => named.node))
  for (const life of lives) if (life.kind === 'value' && kept.has(life.node)) life.to = node.length - 1
}
