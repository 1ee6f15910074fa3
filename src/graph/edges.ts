import type { Graph } from './graph.ts'

type Consumers = Pick<Graph, 'consumer' | 'firstConsumer' | 'consumerEdge'>

/** The edges seen from the nodes that they read: latest consumer first, its slots ascending. */
export function consumers(firstEdge: Int32Array, operand: Int32Array): Consumers {
  const size = firstEdge.length - 1
  const consumer = new Int32Array(operand.length)
  const firstConsumer = new Int32Array(size + 1)
  for (const read of operand) firstConsumer[read + 1]++
  for (let node = 0; node < size; node++) firstConsumer[node + 1] += firstConsumer[node]
  const next = firstConsumer.slice()
  const consumerEdge = new Int32Array(operand.length)
  for (let node = size - 1; node >= 0; node--)
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
      consumer[edge] = node
      consumerEdge[next[operand[edge]]++] = edge
    }
  return { consumer, firstConsumer, consumerEdge }
}
