import { seedCount } from '../../../autodiff/seeds.ts'
import type { Graph, Output } from '../../../graph/graph.ts'
import { entryCount, entryName, shapeAt } from '../../../graph/nodes.ts'
import type { Sheet } from '../../../notation/sheet.ts'
import type { Session } from '../../../state/session.ts'
import type { Position, Shown } from '../../../trace/position.ts'
import { jacobianSheet } from '../../../trace/sheets.ts'
import { blockAt, filledCell } from './jacobian/filled.ts'

/** Numbers of a Jacobian that is copied. */
const MOST_COPIED = 50_000

/** Whether the Jacobian is small enough to be copied. */
export const isCopyable = ({ graph }: Session): boolean =>
  seedCount(graph, 'forward') * seedCount(graph, 'reverse') <= MOST_COPIED

/** The Jacobian by entries, as far as the modes shown have come. */
export function copiedJacobian(session: Session, shown: Shown, position: Position): Sheet {
  const { graph } = session
  const [rows, columns] = [entriesOf(graph, graph.outputs), entriesOf(graph, graph.inputs)]
  const blocks = graph.outputs.map((_, output) =>
    graph.inputs.map((_, input) => blockAt(session, position, output, input)),
  )
  const at = (row: number, column: number) => {
    const [of, by] = [rows[row], columns[column]]
    return filledCell(shown, blocks[of.end][by.end], of.entry, by.entry)?.cell ?? null
  }
  const names = (entries: readonly Entry[]) => entries.map(({ name }) => name)
  return jacobianSheet(names(rows), names(columns), at)
}

interface Entry {
  readonly name: string
  /** Among the outputs or inputs. */
  readonly end: number
  readonly entry: number
}

const entriesOf = (graph: Graph, ends: readonly Output[]): Entry[] =>
  ends.flatMap(({ name, node }, end) =>
    Array.from({ length: entryCount(graph, node) }, (_, entry) => ({
      name: entryName(name, shapeAt(graph, node), entry),
      ...{ end, entry },
    })),
  )
