import type { Graph, NodeIndex } from '../../graph/graph.ts'
import { quote } from '../../language/words.ts'
import { placeNamed } from '../keys/places.ts'

/** The nodes that a text names, `x1, v2` or `x1 and v2`; or the piece that names none. */
export function nodesWritten(graph: Graph, text: string): readonly NodeIndex[] | { readonly message: string } {
  const names = text
    .split(/\s*(?:[,;](?![^[]*\])|\band\b)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length === 0) return { message: 'Click a node, or write its name, such as v2.' }
  const nodes: NodeIndex[] = []
  for (const name of names) {
    const place = placeNamed(graph, name)
    if (!place) return { message: `The program has no node ${quote(name)}.` }
    nodes.push(place.node)
  }
  return [...new Set(nodes)]
}
