import type { NodeIndex } from '../graph/graph.ts'
import type { Direction } from '../layout/layout.ts'
import type { DrawnGraph, Structure } from './structure.ts'

/** Where the arrow keys are: ↓ leads to a consumer, ↑ to an operand, ← → to siblings of the way that led here. */
export interface Roving {
  readonly node: NodeIndex
  /** The nodes among which ← and → move. */
  readonly siblings: readonly NodeIndex[]
}

export type Arrow = 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight'

export const isArrow = (key: string): key is Arrow => /^Arrow(Down|Up|Left|Right)$/.test(key)

/** A graph as the arrow keys walk it. */
export interface Ways {
  readonly inputs: readonly NodeIndex[]
  readonly outputs: readonly NodeIndex[]
  readonly operandsOf: (node: NodeIndex) => readonly NodeIndex[]
  readonly consumersOf: (node: NodeIndex) => readonly NodeIndex[]
}

/** The ways through what is drawn of a graph. */
export const waysOf = (structure: Structure<DrawnGraph>): Ways => ({
  inputs: structure.graph.inputs.map(({ node }) => node),
  outputs: distinct(structure.graph.outputs.map(({ node }) => node)),
  operandsOf: (node) => operandsOf(structure, node),
  consumersOf: (node) => consumersOf(structure, node),
})

/** A node, what it reads and what reads it. */
export const neighbourhood = (structure: Structure<DrawnGraph>, node: NodeIndex): NodeIndex[] => [
  node,
  ...operandsOf(structure, node),
  ...consumersOf(structure, node),
]

/** Starts at a node: its siblings are the other inputs, the other outputs, or what its first consumer reads too. */
export function startAt(ways: Ways, node: NodeIndex): Roving {
  if (ways.inputs.includes(node)) return { node, siblings: ways.inputs }
  const [consumer] = ways.consumersOf(node)
  return { node, siblings: consumer === undefined ? ways.outputs : ways.operandsOf(consumer) }
}

/**
 * The place after an arrow key; the same where there is nothing in that direction. Where the picture flows to the right,
 * → and ← go on along the flow when there is no sibling left on that side.
 */
export function move(ways: Ways, at: Roving, arrow: Arrow, direction: Direction = 'up'): Roving {
  if (arrow === 'ArrowDown') return enter(ways, at, ways.consumersOf(at.node))
  if (arrow === 'ArrowUp') return enter(ways, at, ways.operandsOf(at.node))
  const place = at.siblings.indexOf(at.node) + (arrow === 'ArrowRight' ? 1 : -1)
  if (place >= 0 && place < at.siblings.length) return { ...at, node: at.siblings[place] }
  return direction === 'right' ? move(ways, at, arrow === 'ArrowRight' ? 'ArrowDown' : 'ArrowUp') : at
}

/** An only child of the way has the siblings that it would have anywhere. */
function enter(ways: Ways, at: Roving, siblings: readonly NodeIndex[]): Roving {
  if (siblings.length === 0) return at
  return siblings.length > 1 ? { node: siblings[0], siblings } : startAt(ways, siblings[0])
}

const distinct = (nodes: readonly NodeIndex[]) => [...new Set(nodes)]

function operandsOf(
  { graph: { operand, consumer }, edges, standsIn }: Structure<DrawnGraph>,
  node: NodeIndex,
): NodeIndex[] {
  return distinct(edges.filter((edge) => standsIn[consumer[edge]] === node).map((edge) => standsIn[operand[edge]]))
}

/** In tape order. */
function consumersOf(
  { graph: { operand, consumer }, edges, standsIn }: Structure<DrawnGraph>,
  node: NodeIndex,
): NodeIndex[] {
  return distinct(edges.filter((edge) => standsIn[operand[edge]] === node).map((edge) => standsIn[consumer[edge]]))
}
