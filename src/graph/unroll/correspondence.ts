import type { Graph, NodeIndex } from '../graph.ts'
import { entryName, shapeAt } from '../nodes.ts'
import type { Naming } from '../tape/assemble.ts'
import { Occurrences } from '../tape/occurrences.ts'

/** More entries than this are not all found again in the text. */
const MOST_LOCATED = 64

/** What the nodes of a graph have become on another tape: each one node, or one for each entry, or both. */
export class Correspondence {
  readonly #graph: Graph
  /** By node of the graph: what it has become as a whole, or -1. */
  readonly whole: Int32Array
  /** By node of the graph: its entries, as far as they are nodes. */
  readonly entries: NodeIndex[][]

  constructor(graph: Graph) {
    this.#graph = graph
    this.whole = new Int32Array(graph.size).fill(-1)
    this.entries = Array.from({ length: graph.size }, () => [])
  }

  /** Where in the text the nodes stand that those of the graph have become. */
  occurrences(): Occurrences {
    const { occurrences, offset } = this.#graph
    const found = new Occurrences()
    occurrences.node.forEach((node, i) => {
      if (this.whole[node] < 0 && offset[node + 1] - offset[node] > MOST_LOCATED) return
      const at = { from: occurrences.from[i], to: occurrences.to[i] }
      for (const became of this.#became(node)) found.add(became, at)
    })
    return found
  }

  /** The node as a whole, or else its entries. */
  #became(node: NodeIndex): readonly NodeIndex[] {
    return this.whole[node] >= 0 ? [this.whole[node]] : this.entries[node]
  }

  naming(): Naming {
    const { inputs, outputs, names, occurrences } = this.#graph
    const given = new Map<NodeIndex, string[]>()
    for (const [node, own] of names)
      for (const name of own)
        for (const { name: entry, node: became } of this.#spread({ name, node }))
          given.set(became, [...(given.get(became) ?? []), entry])
    return {
      inputs: inputs.flatMap((input) => this.#spread(input)),
      outputs: outputs.flatMap((output) => this.#spread(output)),
      names: given,
      length: occurrences.to.reduce((most, to) => Math.max(most, to), 0),
    }
  }

  /** What has a name, for each node that it has become. */
  #spread<Item extends { readonly name: string; readonly node: NodeIndex }>(item: Item): Item[] {
    if (this.whole[item.node] >= 0) return [{ ...item, node: this.whole[item.node] }]
    return this.entries[item.node].map((node, entry) => ({
      ...item,
      ...{ node, name: entryName(item.name, shapeAt(this.#graph, item.node), entry) },
    }))
  }
}
