import type { Link } from './linearised.ts'

/** What a vertex does with derivatives: it adds what arrives from several, and copies what it hands to several. */
export type VertexTask = 'SUM' | 'COPY'

/** By vertex, along the links; or against them, in the adjoint graph, where each SUM has become a COPY. */
export function tasksOf(links: readonly Link[], isTurned: boolean): (vertex: number) => VertexTask[] {
  const [into, outOf] = [countedBy(links, 'consumer'), countedBy(links, 'operand')]
  const [arriving, leaving] = isTurned ? [outOf, into] : [into, outOf]
  return (vertex) => [
    ...(arriving(vertex) > 1 ? ['SUM' as const] : []),
    ...(leaving(vertex) > 1 ? ['COPY' as const] : []),
  ]
}

function countedBy(links: readonly Link[], end: 'operand' | 'consumer'): (vertex: number) => number {
  const counts = new Map<number, number>()
  for (const link of links) counts.set(link[end], (counts.get(link[end]) ?? 0) + 1)
  return (vertex) => counts.get(vertex) ?? 0
}
