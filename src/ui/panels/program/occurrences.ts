import type { Graph, Span } from '../../../core.ts'

/** The stable id of the innermost expression at an offset of the text; null where none stands. */
export function idAt(graph: Graph, offset: number): number | null {
  const { node, from, to } = graph.occurrences
  let innermost = -1
  for (let i = lastFrom(from, offset); i >= 0; i--) {
    if (innermost >= 0 && from[i] < from[innermost]) break
    if (to[i] >= offset && (innermost < 0 || to[i] < to[innermost])) innermost = i
  }
  return innermost < 0 ? null : graph.id[node[innermost]]
}

/** Index of the last occurrence that starts at the offset or before. */
function lastFrom(from: Int32Array, offset: number): number {
  let low = 0
  let high = from.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (from[middle] <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** More marks than anyone sees at once would make the page slow. */
const MOST_MARKS = 300

/** Where the node with this id stands in the text between two offsets, in order: the first places. */
export function spansOf(graph: Graph, id: number, within: Span): Span[] {
  const { node, from, to } = graph.occurrences
  const spans: Span[] = []
  for (let i = 0; i < node.length && from[i] <= within.to && spans.length < MOST_MARKS; i++)
    if (graph.id[node[i]] === id && to[i] >= within.from) spans.push({ from: from[i], to: to[i] })
  return spans
}
