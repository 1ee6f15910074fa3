import { allApart, join, rootOf } from '../../graph/unionFind.ts'
import { type Groups, groupBy } from '../groups.ts'
import type { Blocked } from './blocked.ts'

/** Parts with more nodes are not laid out as one: each of their nodes is a cell of its own. */
const MOST_IN_CELL = 1200

/** The nodes of each cell: those that are connected within their block, in tape order, cells by their first nodes. */
export function connectedCells(graph: Blocked): Groups & { readonly count: number; readonly of: Int32Array } {
  const { kind } = graph
  const root = connected(graph)
  const size = new Int32Array(kind.length)
  for (let v = 0; v < kind.length; v++) size[rootOf(root, v)]++
  const of = new Int32Array(kind.length).fill(-1)
  const cellOf = new Int32Array(kind.length).fill(-1)
  let count = 0
  for (let v = 0; v < kind.length; v++) {
    const r = rootOf(root, v)
    if (size[r] > MOST_IN_CELL) of[v] = count++
    else {
      if (cellOf[r] < 0) cellOf[r] = count++
      of[v] = cellOf[r]
    }
  }
  return { ...groupBy(count, of), count, of }
}

/** By the wires within blocks. A leaf that several nodes read joins none of them. */
function connected({ kinds, kind, block, from, to }: Blocked): Int32Array {
  const readers = new Int32Array(kind.length)
  for (const v of from) readers[v]++
  const root = allApart(kind.length)
  for (let w = 0; w < from.length; w++) {
    const u = from[w]
    if (block[u] === block[to[w]] && !(kinds[kind[u]].leaf && readers[u] > 1)) join(root, u, to[w])
  }
  return root
}
