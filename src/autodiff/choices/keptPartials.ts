import { INPUT, type NodeIndex, PLAIN } from '../../graph/graph.ts'
import { computed } from '../../graph/nodes.ts'
import type { Evaluated, Primal } from '../pass.ts'
import { begin, evaluateNode, primalFrom } from '../primal.ts'
import type { SweepChoices } from './sweepChoices.ts'

/** What a sweep finds on the tape, by which values were kept and which partial it takes. */
export function tapeFor(primal: Primal, { kept, partial }: SweepChoices): Evaluated {
  return WITH_PARTIAL[partial](KEPT[kept](primal))
}

const KEPT: Readonly<Record<SweepChoices['kept'], (primal: Primal) => Evaluated>> = {
  values: (primal) => primal,
  stale: ({ graph, values }) => {
    const before = values.slice()
    for (const { node } of graph.inputs) {
      const entries = before.subarray(graph.offset[node], graph.offset[node + 1])
      for (const [i, entry] of entries.entries()) entries[i] = entry - 1
    }
    return primalFrom(graph, before)
  },
  inputs: ({ graph, values }) => {
    const known = values.slice()
    const forget = (node: NodeIndex) => known.fill(0, graph.offset[node], graph.offset[node + 1])
    for (const node of computed(graph)) forget(node)
    const pass = begin(graph, known)
    for (const node of computed(graph)) {
      evaluateNode(node, pass)
      forget(node)
    }
    return pass
  },
}

const WITH_PARTIAL: Readonly<Record<SweepChoices['partial'], (tape: Evaluated) => Evaluated>> = {
  own: (tape) => tape,
  other: (tape) => changed(tape, swapped),
  skipped: (tape) =>
    changed(tape, ({ graph, live }, node, partials) => {
      const { firstEdge, firstPartial } = graph
      for (let at = firstPartial[firstEdge[node]]; at < firstPartial[firstEdge[node + 1]]; at++)
        if (live[at]) partials[at] = 1
    }),
}

function changed(tape: Evaluated, change: (tape: Evaluated, node: NodeIndex, partials: Float64Array) => void) {
  const partials = tape.partials.slice()
  for (const node of tape.graph.op.keys())
    if (tape.graph.op[node] !== INPUT && isByEntry(tape, node)) change(tape, node, partials)
  return { ...tape, partials }
}

/** Whether each entry has partials of its own, as between numbers. */
const isByEntry = ({ graph: { plan, plans } }: Evaluated, node: NodeIndex): boolean =>
  plan[node] === PLAIN || plans[plan[node]]?.kind === 'elementwise'

/** The partials of two operands, each in the other’s place; where one carries none, both stay. */
function swapped({ graph, partials, live }: Evaluated, node: NodeIndex, changed: Float64Array): void {
  const { firstEdge, firstPartial } = graph
  const [a, b, end] = [0, 1, 2].map((slot) => firstPartial[firstEdge[node] + slot])
  if (firstEdge[node + 1] - firstEdge[node] !== 2 || b - a !== end - b) return
  if (live.subarray(a, end).includes(0)) return
  changed.set(partials.subarray(b, end), a)
  changed.set(partials.subarray(a, b), b)
}
