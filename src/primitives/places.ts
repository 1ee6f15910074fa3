import { sizeOf } from './shape.ts'
import type { Plan } from './wiring.ts'

/** The turns of a plan's loops in order: the entry of the value, then the entry of each operand. */
export function* places({ wirings }: Plan): Generator<number[]> {
  const [{ extents, row }] = wirings
  const walks = [row, ...wirings.map(({ column }) => column)]
  const at = walks.map(({ start }) => start)
  const counters = extents.map(() => 0)
  for (let turn = sizeOf(extents); turn > 0; turn--) {
    yield at.map((place, i) => walks[i].table?.[place] ?? place)
    for (let loop = extents.length - 1; loop >= 0; loop--) {
      const isDone = ++counters[loop] === extents[loop]
      const turns = isDone ? 1 - extents[loop] : 1
      for (let i = 0; i < walks.length; i++) at[i] += walks[i].strides[loop] * turns
      if (!isDone) break
      counters[loop] = 0
    }
  }
}
