import type { Graph, Shape } from '../../../graph/graph.ts'
import { memo } from '../../../graph/memo.ts'
import { isWritten } from '../../../picture/written.ts'
import { fixedOf, traceNodes } from '../../../trace/table.ts'

/** The columns of numbers that an array takes, a vector standing upright; null where it is too large. */
export const columnsOfArray = (shape: Shape): number | null => (isWritten(shape) ? (shape[1] ?? 1) : null)

/** What the table has to make room for. */
interface Contents {
  /** The columns of its small arrays, the widest first. */
  readonly sizes: readonly number[]
  /** Characters of the nodes' names, or of their operations, which may go on in a second line. */
  readonly name: number
}

/** So many nodes say enough, and so many characters of an operation. */
const MOST_READ = 300
const MOST_OPERATION = 9

export const contentsOf = memo((graph: Graph): Contents => {
  const sizes = new Set(graph.shapes.map((shape) => columnsOfArray(shape) ?? 0))
  const lengths = traceNodes(graph)
    .slice(0, MOST_READ)
    .map((node) => {
      const { symbol, operation } = fixedOf(graph, node)
      return Math.max(symbol.length, Math.min(MOST_OPERATION, operation?.length ?? 0))
    })
  return { sizes: [...sizes].filter(Boolean).sort((a, b) => b - a), name: Math.max(0, ...lengths) }
})
