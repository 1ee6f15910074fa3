import type { LocalSlip } from '../mistakes/index.ts'
import type { Case, Sample, Slip } from './case.ts'

/** A mistake at one node changes the derivative by v̄ times the change of its tangent. */
export function atOneNode(wrong: Case, slip: LocalSlip): Slip | null {
  for (const node of wrong.nodes)
    for (const slot of wrong.slots(node)) {
      const slipped = (sample: Sample, k: number): number | null => {
        if (!wrong.isOnWay(node, k)) return null
        const step = wrong.step(node, sample)
        const tangent = step.varies[slot] ? slip.tangent(step, slot) : null
        if (tangent === null) return null
        return sample.derivative + wrong.adjoints[k].numbers[node] * (tangent - step.tangent)
      }
      if (wrong.explains(slipped)) return wrong.told(slip, node, slot)
    }
  return null
}
