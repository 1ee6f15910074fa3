import type { Primal } from '../autodiff/pass.ts'
import { passCount } from '../autodiff/seeds.ts'
import { isLive } from '../autodiff/sweep.ts'
import type { NodeIndex } from '../graph/graph.ts'
import { entryCount } from '../graph/nodes.ts'
import { reach, seedWords } from './reach.ts'
import { computed, type Life, MOST_STEPS, presentEntries, type Timeline, takesMemory } from './timeline.ts'
import { traversalsIn } from './work.ts'

/** Forward mode, interleaved: in each pass every node's value and tangent, step by step. */
export function forwardTimeline(primal: Primal): Timeline {
  const { graph } = primal
  const nodes = computed(graph)
  const passes = passCount(graph, 'forward')
  const covered = Math.min(passes, traversalsIn(graph), Math.max(1, Math.floor(MOST_STEPS / (nodes.length + 1))))
  const timeline: Timeline = { firstStep: [], node: [], lives: [], covered }
  const given = new Map<NodeIndex, Life>()
  for (let pass = 0; pass < covered; pass++) {
    timeline.firstStep.push(timeline.node.length)
    timeline.node.push(-1, ...nodes)
    addPass(primal, pass, timeline, given)
  }
  timeline.firstStep.push(timeline.node.length)
  timeline.lives.push(...given.values())
  keepGiven(primal, timeline, passes > covered)
  return timeline
}

/** The values and tangents of one pass, without the values of inputs and outputs, which outlive it. */
function addPass(
  primal: Primal,
  pass: number,
  { firstStep, node, lives }: Timeline,
  given: Map<NodeIndex, Life>,
): void {
  const { graph } = primal
  const start = firstStep[pass]
  const end = node.length - 1
  const counts = presentEntries(primal, reach(primal, 'forward', seedWords(primal, 'forward', [pass])))
  const values: (Life | undefined)[] = []
  const tangents: (Life | undefined)[] = []
  const born = (at: number, step: number) => {
    if (takesMemory(graph, at))
      values[at] = { kind: 'value', node: at, entries: entryCount(graph, at), from: step, to: step }
    if (counts[at] > 0) tangents[at] = { kind: 'tangent', node: at, entries: counts[at], from: step, to: step }
  }
  for (const input of graph.inputs) born(input.node, start)
  for (let step = start + 1; step <= end; step++) {
    born(node[step], step)
    for (let edge = graph.firstEdge[node[step]]; edge < graph.firstEdge[node[step] + 1]; edge++) {
      const value = values[graph.operand[edge]]
      const tangent = tangents[graph.operand[edge]]
      if (value) value.to = step
      if (tangent && isLive(primal, edge)) tangent.to = step
    }
  }
  for (const { node: output } of graph.outputs) {
    const tangent = tangents[output]
    if (tangent) tangent.to = end
  }
  const outlive = new Set([...graph.inputs, ...graph.outputs].map((named) => named.node))
  for (const life of values)
    if (life && outlive.has(life.node)) outliving(life, given)
    else if (life) lives.push(life)
  for (const life of tangents) if (life) lives.push(life)
}

/** Further passes write the same numbers again: one life, from the first pass on. */
function outliving(life: Life, given: Map<NodeIndex, Life>): void {
  const known = given.get(life.node)
  if (known) known.to = life.to
  else given.set(life.node, life)
}

/** The values of outputs stay to the end; those of inputs too where passes follow that the timeline leaves out. */
function keepGiven({ graph }: Primal, { node, lives }: Timeline, isCut: boolean): void {
  const kept = new Set([...graph.outputs, ...(isCut ? graph.inputs : [])].map((named) => named.node))
  for (const life of lives) if (life.kind === 'value' && kept.has(life.node)) life.to = node.length - 1
}
