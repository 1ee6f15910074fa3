import type { Graph, NodeIndex, Shape } from '../../graph/graph.ts'
import { entryAt, entryCount, entryNamed, shapeAt } from '../../graph/nodes.ts'
import { quote } from '../../language/words.ts'
import { nodeNamed, readerName } from '../../notation/symbols.ts'
import { noKey } from './noKey.ts'

/** What a key names: a node, or one entry of it. */
export interface NodeOrEntry {
  readonly name: string
  readonly node: NodeIndex
  /** Null for the whole node. */
  readonly entry: number | null
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉'

/** `x₁` as the program writes it. */
export const plainName = (name: string): string =>
  name.replace(/[₀-₉]/g, (digit) => String(SUBSCRIPTS.indexOf(digit))).replace(/\s+/g, '')

/** The node or the entry that is meant; null where the program has none of the name. */
export function placeNamed(graph: Graph, written: string): NodeOrEntry | null {
  const name = nodeNamed(graph, written) === undefined ? plainName(written) : written
  const node = nodeNamed(graph, name)
  if (node !== undefined) return { name, node, entry: null }
  const named = entryNamed(name)
  const array = named ? nodeNamed(graph, named.array) : undefined
  const entry = named && array !== undefined ? entryAt(shapeAt(graph, array), named.indices) : null
  return array === undefined || entry === null ? null : { name, node: array, entry }
}

/** As `placeNamed`; without it there is no key. */
export const placeIn = (graph: Graph, name: string): NodeOrEntry =>
  placeNamed(graph, name) ?? noKey(`The program has no ${quote(name)}.`)

/** The entries, within the node’s, that a place has, and the shape they make. */
export const entriesAt = (graph: Graph, { node, entry }: NodeOrEntry): readonly number[] =>
  entry === null ? Array.from({ length: entryCount(graph, node) }, (_, i) => i) : [entry]

export const shapeOfPlace = (graph: Graph, { node, entry }: NodeOrEntry): Shape =>
  entry === null ? shapeAt(graph, node) : []

/** What sentences call a node: `x1`, `v3`; `a constant`. */
export const nameAt = (graph: Graph, node: NodeIndex): string => readerName(graph, node) ?? 'a constant'
