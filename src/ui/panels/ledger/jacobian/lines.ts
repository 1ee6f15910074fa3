import type { Graph, NodeIndex, Shape } from '../../../../graph/graph.ts'
import { entryCount, entryName, shapeAt } from '../../../../graph/nodes.ts'
import { shapeLabel } from '../../../../notation/shapes.ts'
import { sizeOf } from '../../../../primitives/shape.ts'

/** An output's rows, or an input's columns: one for each entry, or a single one for a large array. */
export interface LineGroup {
  /** Among the outputs or inputs. */
  readonly place: number
  readonly name: string
  readonly shape: Shape
  readonly lines: readonly JacobianLine[]
}

/** A row or a column. */
export interface JacobianLine {
  readonly name: string
  /** null stands for all entries together. */
  readonly entry: number | null
}

/** Up to so many lines every entry has one; if there are more, only those of small arrays have. */
const MOST_LINES = 24
const SMALL_ARRAY = 4

/** Whether there are more columns than rows, so that it stands upright unless it is to be as on paper. */
export const isWide = (graph: Graph): boolean =>
  lineCount(lineGroups(graph, graph.outputs)) < lineCount(lineGroups(graph, graph.inputs))

/** The groups of the outputs or inputs. */
export function lineGroups(
  graph: Graph,
  ends: readonly { readonly name: string; readonly node: NodeIndex }[],
): LineGroup[] {
  const all = ends.reduce((count, { node }) => count + entryCount(graph, node), 0)
  return ends.map(({ name, node }, place) => {
    const shape = shapeAt(graph, node)
    const size = sizeOf(shape)
    const lines =
      all <= MOST_LINES || size <= SMALL_ARRAY
        ? Array.from({ length: size }, (_, entry) => ({ name: entryName(name, shape, entry), entry }))
        : [{ name: `${name}, ${shapeLabel(shape)}`, entry: null }]
    return { place, name, shape, lines }
  })
}

/** The groups that begin among the first lines, without those that come after. */
export function firstLines(groups: readonly LineGroup[], most: number): LineGroup[] {
  let left = most
  return groups.flatMap((group) => {
    const lines = group.lines.slice(0, left)
    left -= lines.length
    return lines.length > 0 ? [{ ...group, lines }] : []
  })
}

export const isArray = ({ shape }: LineGroup): boolean => shape.length > 0

/** Whether its entries have a line each. */
export const isGrouped = (group: LineGroup): boolean => isArray(group) && group.lines[0].entry !== null

export const lineCount = (groups: readonly LineGroup[]): number =>
  groups.reduce((count, { lines }) => count + lines.length, 0)
