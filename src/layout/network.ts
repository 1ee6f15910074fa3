import { type Groups, groupBy } from './groups.ts'
import type { Wire } from './layout.ts'

/** The graph to draw, by the position of its nodes and wires in their lists. */
export interface Network {
  readonly size: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** The wires that a node reads, in slot order. */
  readonly operands: Groups
  /** The wires that read a node. */
  readonly consumers: Groups
  /** Operands before consumers. */
  readonly topological: Int32Array
}

export function networkOf(size: number, wires: readonly Wire[]): Network {
  const from = Int32Array.from(wires, (wire) => wire.from)
  const to = Int32Array.from(wires, (wire) => wire.to)
  const bySlot = Int32Array.from(wires.keys()).sort((a, b) => wires[a].slot - wires[b].slot || a - b)
  const operands = groupBy(size, to, bySlot)
  const consumers = groupBy(size, from)
  return { size, from, to, operands, consumers, topological: topologicalOrder(size, to, operands, consumers) }
}

function topologicalOrder(size: number, to: Int32Array, operands: Groups, consumers: Groups): Int32Array {
  const order = new Int32Array(size)
  const missing = new Int32Array(size)
  let count = 0
  for (let v = 0; v < size; v++) {
    missing[v] = operands.first[v + 1] - operands.first[v]
    if (missing[v] === 0) order[count++] = v
  }
  for (let done = 0; done < count; done++) {
    const v = order[done]
    for (let i = consumers.first[v]; i < consumers.first[v + 1]; i++) {
      const consumer = to[consumers.member[i]]
      missing[consumer] -= 1
      if (missing[consumer] === 0) order[count++] = consumer
    }
  }
  if (count < size) throw new Error('The layout was given wires that go round in a circle.')
  return order
}
