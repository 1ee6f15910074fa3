import type { Graph, NodeIndex, Shape } from '../../graph/graph.ts'
import { entryName, shapeAt } from '../../graph/nodes.ts'
import { sizeOf } from '../../primitives/shape.ts'
import { shapeLabel } from '../arrays/slices.ts'

/** An output's rows, or an input's columns: one for each entry, or a single one for a large array. */
export interface Group {
  /** Among the outputs or inputs. */
  readonly place: number
  readonly name: string
  readonly shape: Shape
  readonly lines: readonly Line[]
}

/** A row or a column. */
export interface Line {
  readonly name: string
  /** null stands for all entries together. */
  readonly entry: number | null
}

/** Entries that an array may have to get a line for each. */
const MOST_ENTRIES = 16

/** The groups of the outputs or inputs. Once the lines together are more than `most`, further arrays get one each. */
export function groupsOf(
  graph: Graph,
  ends: readonly { readonly name: string; readonly node: NodeIndex }[],
  most: number,
): Group[] {
  let count = 0
  return ends.map(({ name, node }, place) => {
    const shape = shapeAt(graph, node)
    const size = sizeOf(shape)
    const isOpen = shape.length === 0 || (size <= MOST_ENTRIES && count + size <= most)
    const lines = isOpen
      ? Array.from({ length: size }, (_, entry) => ({ name: entryName(name, shape, entry), entry }))
      : [{ name: `${name}, ${shapeLabel(shape)}`, entry: null }]
    count += lines.length
    return { place, name, shape, lines }
  })
}

/** The groups that begin among the first lines, without those that come after. */
export function firstLines(groups: readonly Group[], most: number): Group[] {
  let left = most
  return groups.flatMap((group) => {
    const lines = group.lines.slice(0, left)
    left -= lines.length
    return lines.length > 0 ? [{ ...group, lines }] : []
  })
}

export const isArray = ({ shape }: Group): boolean => shape.length > 0

/** Whether its entries have a line each. */
export const isGrouped = (group: Group): boolean => isArray(group) && group.lines[0].entry !== null
