import type { Graph, NodeIndex } from '../graph/graph.ts'
import { entryName, shapeAt } from '../graph/nodes.ts'
import { nodeLatex } from './latexSymbols.ts'
import { displayName } from './names.ts'
import { nodeName, nodeSymbol } from './symbols.ts'

/** What the entries of a graph's nodes are called, each by its place among all entries. */
export interface EntryNames {
  readonly nodeOf: (entry: number) => NodeIndex
  /** For the screen: x₁, v₂[0,1]. */
  readonly symbolOf: (entry: number) => string
  /** As the program writes it. */
  readonly nameOf: (entry: number) => string
  readonly latexOf: (entry: number) => string
  /** The name of the first output that it is an entry of, if any. */
  readonly outputAt: (entry: number) => string | undefined
}

export function namesOfEntries(graph: Graph): EntryNames {
  const { offset, size, initial, outputs } = graph
  const owner = new Int32Array(offset[size])
  for (let node = 0; node < size; node++) owner.fill(node, offset[node], offset[node + 1])
  const named = (entry: number, name: string) => {
    const node = owner[entry]
    return entryName(name, shapeAt(graph, node), entry - offset[node])
  }
  return {
    nodeOf: (entry) => owner[entry],
    symbolOf: (entry) => named(entry, nodeSymbol(graph, owner[entry])),
    nameOf: (entry) => named(entry, nodeName(graph, owner[entry]) ?? String(initial[entry])),
    latexOf: (entry) => named(entry, nodeLatex(graph, owner[entry])),
    outputAt: (entry) => {
      const output = outputs.find(({ node }) => node === owner[entry])
      return output && named(entry, output.name)
    },
  }
}

/** ∂f/∂x₁, of an output by an input or of entries of them. */
export const derivativeSymbol = (to: string, from: string): string => `∂${displayName(to)}/∂${displayName(from)}`
