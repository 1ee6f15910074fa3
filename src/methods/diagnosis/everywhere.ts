import type { NodeIndex } from '../../graph/graph.ts'
import { type LocalMistake, localStep, termOf } from '../mistakes/index.ts'
import type { Case, DerivativeSample, Mistake } from './case.ts'

/** A mistake made at every node that allows it, and there are several: a tangent pass that makes it. */
export function everywhere(wrong: Case, mistake: LocalMistake): Mistake | null {
  const { graph, input, output } = wrong.question
  const inTapeOrder = wrong.nodes.filter((node) => graph.op[node] >= 0).reverse()
  const made = new Set<NodeIndex>()
  const slipped = ({ pass, tangents: { numbers, present } }: DerivativeSample): number => {
    const tangents = numbers.slice()
    for (const node of inTapeOrder) {
      const step = localStep(pass, node, tangents, present, input.node)
      const terms = step.partials.map((partial, slot) => termOf(partial, step.tangents[slot]))
      const tangent = terms.reduce((a, b) => a + b, 0)
      const mistaken = step.varies[0] ? mistake.tangent({ ...step, tangent }, 0) : null
      if (mistaken !== null) made.add(node)
      tangents[node] = mistaken ?? tangent
    }
    return tangents[output.node]
  }
  if (!wrong.explains(slipped) || made.size < 2) return null
  const [node] = made
  const told = wrong.told(mistake, node, 0)
  return { ...told, says: `${told.says} The same at ${made.size - 1} more.` }
}
