import { INPUT, type NodeIndex } from '../graph/graph.ts'
import type { Structure } from './structure.ts'

/** Where the arrow keys lead: ↓ to a consumer, ↑ to an operand, ← → to siblings of the way that led here. */
export interface Roving {
  readonly node: NodeIndex
  /** The nodes among which ← and → move. */
  readonly siblings: readonly NodeIndex[]
}

export type Arrow = 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight'

export const isArrow = (key: string): key is Arrow => /^Arrow(Down|Up|Left|Right)$/.test(key)

/** Starts at a node: its siblings are the other inputs, the other outputs, or what its first consumer reads too. */
export function startAt(structure: Structure, node: NodeIndex): Roving {
  const { graph } = structure
  if (graph.op[node] === INPUT) return { node, siblings: graph.inputs.map((input) => input.node) }
  const consumers = consumersOf(structure, node)
  const siblings =
    consumers.length > 0 ? operandsOf(structure, consumers[0]) : graph.outputs.map((output) => output.node)
  return { node, siblings: distinct(siblings) }
}

/** The place after an arrow key; the same where there is nothing in that direction. */
export function move(structure: Structure, at: Roving, arrow: Arrow): Roving {
  if (arrow === 'ArrowDown') return enter(structure, at, consumersOf(structure, at.node))
  if (arrow === 'ArrowUp') return enter(structure, at, operandsOf(structure, at.node))
  const place = at.siblings.indexOf(at.node) + (arrow === 'ArrowRight' ? 1 : -1)
  return place >= 0 && place < at.siblings.length ? { ...at, node: at.siblings[place] } : at
}

/** An only child of the way has the siblings that it would have anywhere. */
function enter(structure: Structure, at: Roving, siblings: readonly NodeIndex[]): Roving {
  if (siblings.length === 0) return at
  return siblings.length > 1 ? { node: siblings[0], siblings } : startAt(structure, siblings[0])
}

const distinct = (nodes: readonly NodeIndex[]) => [...new Set(nodes)]

function operandsOf({ graph: { firstEdge, operand }, isDrawn }: Structure, node: NodeIndex): NodeIndex[] {
  return distinct(Array.from(operand.subarray(firstEdge[node], firstEdge[node + 1])).filter(isDrawn))
}

/** In tape order. */
function consumersOf({ graph: { firstConsumer, consumerEdge, consumer } }: Structure, node: NodeIndex): NodeIndex[] {
  const edges = consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1])
  return distinct(Array.from(edges, (edge) => consumer[edge]).reverse())
}
