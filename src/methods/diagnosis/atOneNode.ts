import type { LocalMistake } from '../mistakes/index.ts'
import type { Case, DerivativeSample, Mistake } from './case.ts'

/** A mistake at one node changes the derivative by v̄ times the change of its tangent. */
export function atOneNode(wrong: Case, mistake: LocalMistake): Mistake | null {
  for (const node of wrong.nodes)
    for (const slot of wrong.slots(node)) {
      const slipped = (sample: DerivativeSample, k: number): number | null => {
        if (!wrong.isOnWay(node, k)) return null
        const step = wrong.step(node, sample)
        const tangent = step.varies[slot] ? mistake.tangent(step, slot) : null
        if (tangent === null) return null
        return sample.derivative + wrong.adjoints[k].numbers[node] * (tangent - step.tangent)
      }
      if (wrong.explains(slipped)) return wrong.told(mistake, node, slot)
    }
  return null
}
