import { type Graph, type NodeIndex, PLAIN, WITHIN } from '../../graph/graph.ts'
import { operationOf } from '../../graph/operations.ts'
import { isArrayPrimitive, type Operation } from '../../primitives/arrayPrimitive.ts'
import { moving, Runs } from '../../primitives/loops.ts'
import type { Wiring } from '../../primitives/wiring.ts'

/** Whether a node's adjoint is there: never, always and of all its entries, or as it comes. */
export type Presence = 'never' | 'always' | 'varies'

const runs = new Runs()

/** Whether a derivative passes each entry of the edge at every point: the tape keeps no marks for it then. */
export function alwaysPasses(operation: Operation | null): boolean {
  if (!operation) return false
  if (!isArrayPrimitive(operation)) return !operation.drops
  return operation.kind !== 'blockwise' || (!operation.drops && operation.partials !== null)
}

/** By node: whether an adjoint pass that starts at one entry reaches it, as far as that is the same at every point. */
export function presenceOf(graph: Graph, seed: number): Presence[] {
  const { size, offset, firstEdge, operand, varied, plan, plans } = graph
  const must = new Uint8Array(offset[size])
  const may = new Uint8Array(offset[size])
  must[seed] = may[seed] = 1
  for (let node = size - 1; node >= 0; node--) {
    if (!holds(may, graph, node, 1)) continue
    const passes = alwaysPasses(operationOf(graph, node))
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
      const source = operand[edge]
      if (!varied[source]) continue
      if (plan[node] === PLAIN) {
        may[offset[source]] = 1
        if (passes) must[offset[source]] |= must[offset[node]]
      } else if (plan[node] === WITHIN) may.fill(1, offset[source], offset[source + 1])
      else {
        const wiring = plans[plan[node]].wirings[edge - firstEdge[node]]
        spread(wiring, may, offset[node], offset[source], !holds(may, graph, node, 0))
        if (passes) spread(wiring, must, offset[node], offset[source], !holds(must, graph, node, 0))
      }
    }
  }
  return Array.from({ length: size }, (_, node) => {
    if (!holds(may, graph, node, 1)) return 'never'
    return holds(must, graph, node, 0) ? 'varies' : 'always'
  })
}

const holds = (marks: Uint8Array, { offset }: Graph, node: NodeIndex, mark: number): boolean =>
  marks.subarray(offset[node], offset[node + 1]).includes(mark)

/** Marks the columns of marked rows. */
function spread(
  { extents, row, column }: Wiring,
  marks: Uint8Array,
  rows: number,
  columns: number,
  all: boolean,
): void {
  if (extents.includes(0)) return
  // Where all rows are marked, columns need no visit for each of them.
  const own = moving(extents, column)
  if (all) runs.begin(own.extents, own.walk, own.walk)
  else runs.begin(extents, row, column)
  const { length, stepA, stepB } = runs
  do {
    for (let turn = 0; turn < length; turn++)
      if (all || marks[rows + runs.a + turn * stepA]) marks[columns + runs.b + turn * stepB] = 1
  } while (runs.next())
}

/** Whether the loops visit each of so many entries once. */
export function visitsEachOnce({ extents, column }: Wiring, entries: number): boolean {
  if (entries === 0 || extents.reduce((all, extent) => all * extent, 1) !== entries) return false
  const visited = new Uint8Array(entries)
  let count = 0
  runs.begin(extents, column, column)
  const { length, stepA } = runs
  do {
    for (let turn = 0; turn < length; turn++) {
      const at = runs.a + turn * stepA
      if (!visited[at]) count++
      visited[at] = 1
    }
  } while (runs.next())
  return count === entries
}
