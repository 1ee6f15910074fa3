import type { Primal } from '../autodiff/pass.ts'
import { wiringOf } from '../autodiff/sweep.ts'
import { type EdgeIndex, PLAIN, WITHIN } from '../graph/graph.ts'
import { entryCount } from '../graph/nodes.ts'
import { Runs } from '../primitives/loops.ts'
import type { Wiring } from '../primitives/wiring.ts'

/** Takes each pair of an edge's wiring: an entry of the consumer, an entry of the operand, and where their partial stands. */
export function eachPair(
  { extents, row, column, partial }: Wiring,
  take: (row: number, column: number, partial: number) => void,
): void {
  const runs = new Runs()
  runs.begin(extents, row, column, partial)
  do {
    let [a, b, c] = [runs.a, runs.b, runs.c]
    for (let turn = 0; turn < runs.length; turn++, a += runs.stepA, b += runs.stepB, c += runs.stepC) take(a, b, c)
  } while (runs.next())
}

/** The entries of the operand from which an entry of the consumer is computed; all of them, of what goes into a closed module. */
export function entriesRead(primal: Primal, edge: EdgeIndex, entry: number): number[] {
  const { graph } = primal
  const plan = graph.plan[graph.consumer[edge]]
  if (plan === PLAIN) return [0]
  if (plan === WITHIN) return [...new Array(entryCount(graph, graph.operand[edge])).keys()]
  const entries: number[] = []
  eachPair(wiringOf(primal, edge), (row, column) => {
    if (row === entry) entries.push(column)
  })
  return entries
}
