import type { Mode } from '../../autodiff/pass.ts'
import { stepOf } from '../../state/position.ts'
import { currentSession } from '../../state/session.ts'
import { useGradual } from '../../state/store.ts'
import { type Block, blockFill } from '../../trace/jacobianFill.ts'
import { ArrayBlock, JacobianCell } from './cells.tsx'
import { filledCell } from './filled.ts'
import { Headers } from './Headers.tsx'
import { firstLines, type Group, groupsOf, isArray, isGrouped } from './lines.ts'
import './jacobian.css'

/** Rows and columns that are drawn; more would not be read. */
const MOST = 50
/** The Jacobian at the point: a tangent pass fills a column, an adjoint pass a row. Arrays have a line for each entry. */
export default function JacobianTable() {
  const session = useGradual(currentSession)
  const shown = useGradual((state) => state.shown)
  const position = useGradual((state) => state.position)
  if (!session) return null
  const { graph, timeline } = session
  const all = { rows: groupsOf(graph, graph.outputs), columns: groupsOf(graph, graph.inputs) }
  const entries = graph.offset[graph.size]
  const rows = firstLines(all.rows, MOST)
  const columns = firstLines(all.columns, MOST)
  const hasArrays = [...rows, ...columns].some(isArray)
  const grouped = rows.some(isGrouped)
  const blockOf = (output: Group, input: Group) => {
    const made = new Map<Mode, Block>()
    return (side: Mode): Block => {
      const progress = { pass: position[side], step: stepOf(position, side) }
      const block = made.get(side) ?? blockFill(timeline[side], progress, output.place, input.place)
      made.set(side, block)
      return block
    }
  }
  return (
    <>
      <div className="jacobian-scroll" tabIndex={countOf(columns) > 4 || countOf(rows) > 12 ? 0 : undefined}>
        <table className="jacobian" aria-label="Jacobian">
          <Headers columns={columns} corner={grouped ? 2 : 1} />
          <tbody>
            {rows.flatMap((output) => {
              const blocks = columns.map((input) => blockOf(output, input))
              return output.lines.map((row, i) => (
                <tr key={row.name}>
                  {grouped && i === 0 && (
                    <th scope="rowgroup" rowSpan={output.lines.length}>
                      {isGrouped(output) && output.name}
                    </th>
                  )}
                  <th scope="row">{row.name}</th>
                  {columns.flatMap((input, at) =>
                    input.lines.map((column) =>
                      row.entry === null || column.entry === null ? (
                        <ArrayBlock
                          key={column.name}
                          {...{ shown, output, row, input, column, entries }}
                          blockOf={blocks[at]}
                        />
                      ) : (
                        <JacobianCell
                          key={column.name}
                          filled={filledCell(shown, blocks[at], row.entry, column.entry)}
                        />
                      ),
                    ),
                  )}
                </tr>
              ))
            })}
          </tbody>
        </table>
      </div>
      {(countOf(all.columns) > MOST || countOf(all.rows) > MOST) && (
        <p>
          Shown are the first {countOf(rows)} of {countOf(all.rows)} rows and {countOf(columns)} of{' '}
          {countOf(all.columns)} columns.
        </p>
      )}
      <p className="jacobian-legend">
        Row: an output. Column: an input. <span data-role="forward">▸ A tangent pass fills a column</span>,{' '}
        <span data-role="reverse">◂ an adjoint pass fills a row</span>. A dash: does not depend.
        {hasArrays && ' Each entry of an array has a line; a large array is one cell, which opens to its numbers.'}
      </p>
    </>
  )
}

const countOf = (groups: readonly Group[]): number => groups.reduce((count, { lines }) => count + lines.length, 0)
