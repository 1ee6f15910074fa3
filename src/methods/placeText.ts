import type { Graph, NodeIndex } from '../graph/graph.ts'
import type { Span } from '../language/syntax.ts'
import { nodeName } from '../notation/symbols.ts'

/** Longer pieces of a program are not quoted. */
const LONGEST_QUOTE = 32

/** Where a node stands in a program, and what to call it. */
export interface NodePlace {
  /** Its text, `sin(x)`; its name where the text is long or stands nowhere. */
  readonly text: string
  readonly span: Span | null
}

/** The first place where a node is computed; for inputs their names. */
export function nodePlace(source: string, graph: Graph, node: NodeIndex): NodePlace {
  const { occurrences } = graph
  const names = graph.names.get(node) ?? []
  const spans: Span[] = []
  for (const [i, each] of occurrences.node.entries())
    if (each === node) spans.push({ from: occurrences.from[i], to: occurrences.to[i] })
  const textAt = ({ from, to }: Span) => source.slice(from, to)
  // Occurrences are those of its names too.
  const span = spans.find((each) => !names.includes(textAt(each))) ?? spans[0] ?? null
  const name = names[0] ?? nodeName(graph, node)
  const text = span && textAt(span)
  if (graph.inputs.some((input) => input.node === node)) return { text: names[0], span: spans[0] ?? null }
  const isQuoted = text !== null && text.length <= LONGEST_QUOTE && !text.includes('\n')
  return { text: (isQuoted ? text : name) ?? text ?? '', span }
}
