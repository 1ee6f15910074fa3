import type { Mode } from '../autodiff/pass.ts'
import { CONSTANT, type Graph, INPUT, type NodeIndex, type Value } from '../graph/graph.ts'
import { memo } from '../graph/memo.ts'
import { valueAt } from '../graph/nodes.ts'
import { TEXT } from '../notation/media.ts'
import { PASS_NAMES } from '../notation/modes.ts'
import { operationPiece } from '../notation/partials.ts'
import { nodeName, nodeSymbol, numberBeside, readerName } from '../notation/symbols.ts'
import { pathsOf } from './dependence.ts'
import { activeNode, isSettled, known, numberAt } from './frame.ts'
import { type Frame, numberName, passName } from './pass.ts'
import type { PassList } from './passes.ts'
import { isNumberHidden, isValueHidden } from './withheld.ts'

/** A mode on the timeline: its passes, the one at hand, and how far that has come. */
export interface Standing {
  readonly list: PassList
  readonly index: number
  readonly frame: Frame
  /** It has done its passes, while the other mode still works. */
  readonly waits: boolean
}

/** A column of the evaluation trace: a tangent or an adjoint pass. */
export interface Column {
  readonly standing: Standing
  /** Among the passes of its mode. */
  readonly index: number
  /** `tangent` */
  readonly number: string
  /** What the pass is called: `x1`, `W[0,1]`, `J·v`. */
  readonly name: string
}

/** What a pass has given a node so far; null in its place: not yet. */
export interface TableCell {
  readonly value: Value
  /** No path leads there: the value is 0, and shown as a dash. */
  readonly absent: boolean
  /** What is hidden is NaN, and so may be what is told. */
  readonly isTold?: boolean
  /** Of an array, by entry: 0 where no path leads. */
  readonly present?: Uint8Array
}

/** A row of the evaluation trace of Baydin et al. 2018, Tables 2 and 3, with all passes side by side. */
export interface TraceRow {
  /** The name that the program gave it, else `v₃`. */
  readonly symbol: string
  /** `v₃` where it goes by another name. */
  readonly number: string | null
  /** Further names that definitions give it. */
  readonly others: readonly string[]
  /** `sin(x₁)`; null for an input. */
  readonly operation: string | null
  /** null while the primal pass has not computed it. */
  readonly value: TableCell | null
  readonly cells: readonly (TableCell | null)[]
  /** The modes whose step at hand it is. */
  readonly active: readonly Mode[]
}

/** The nodes that have a row, in tape order: all but the constants. */
export const traceNodes = ({ op }: Graph): NodeIndex[] => [...op.keys()].filter((node) => op[node] !== CONSTANT)

/** Columns of a mode, from one pass to before another. */
export const columnsOf = (standing: Standing, from = 1, to = standing.list.count): Column[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => columnAt(standing, from + i))

function columnAt(standing: Standing, index: number): Column {
  const { list } = standing
  const seed = list.of === 'units' ? list.seedOf(index) : null
  if (seed) return { standing, index, number: PASS_NAMES[list.mode], name: seed.name }
  const pass = list.get(index)
  return { standing, index, number: numberName(pass), name: passName(pass) }
}

/** How far a pass of the mode has come: complete before the one at hand; null after it. */
function frameIn({ list, index, frame }: Standing, at: number): Frame | null {
  if (at >= index) return at === index ? frame : null
  const pass = list.get(at)
  return { pass, step: pass.steps.length, term: 0 }
}

/** Whether the column is the pass at hand. */
export const isAtHand = ({ standing, index }: Column): boolean => standing.index === index && !standing.waits

function cellAt(frame: Frame | null, node: NodeIndex): TableCell | null {
  const value = frame && numberAt(frame, node)
  if (frame === null || value === null) return null
  const absent = known(frame, node) === 'absent'
  const isTold = !isNumberHidden(frame.pass, node)
  if (typeof value === 'number') return { value, absent, isTold }
  const { offset } = frame.pass.primal.graph
  return { value, absent, isTold, present: pathsOf(frame.pass).subarray(offset[node], offset[node + 1]) }
}

/** The row of a node; `frames` are those of the columns. */
export function rowAt(standings: readonly Standing[], frames: readonly (Frame | null)[], node: NodeIndex): TraceRow {
  const { primal } = standings[0].list
  const { graph, values } = primal
  const isKnown = standings.some((standing) => isSettled(frameIn(standing, 0) as Frame, node))
  return {
    ...fixedOf(graph, node),
    value: isKnown
      ? { value: valueAt(graph, node, values), absent: false, isTold: !isValueHidden(primal, node) }
      : null,
    cells: frames.map((frame) => cellAt(frame, node)),
    active: standings.filter(({ frame, waits }) => !waits && activeNode(frame) === node).map(({ list }) => list.mode),
  }
}

/** The frame that a column shows. */
export const frameOfColumn = ({ standing, index }: Column): Frame | null => frameIn(standing, index)

/** What a row says of its node whatever the step. */
type Fixed = Pick<TraceRow, 'symbol' | 'number' | 'others' | 'operation'>

const rowsOf = memo((_: Graph) => new Map<NodeIndex, Fixed>())

export function fixedOf(graph: Graph, node: NodeIndex): Fixed {
  const ofGraph = rowsOf(graph)
  const row = ofGraph.get(node) ?? fixed(graph, node)
  ofGraph.set(node, row)
  return row
}

const fixed = (graph: Graph, node: NodeIndex): Fixed => ({
  symbol: nodeSymbol(graph, node),
  number: numberBeside(graph, node),
  others: othersOf(graph, node),
  operation: graph.op[node] === INPUT ? null : operationPiece(graph, node, TEXT).text,
})

function othersOf(graph: Graph, node: NodeIndex): string[] {
  const own = [readerName(graph, node), nodeName(graph, node)]
  return (graph.names.get(node) ?? []).filter((name) => !own.includes(name))
}
