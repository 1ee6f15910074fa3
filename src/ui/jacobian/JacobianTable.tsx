import type { Mode } from '../../autodiff/pass.ts'
import { exact, short } from '../../notation/numbers.ts'
import { type Shown, sidesOf } from '../../state/position.ts'
import { currentSession } from '../../state/session.ts'
import { useGradual } from '../../state/store.ts'
import { type Cell, jacobianCell } from '../../trace/jacobianFill.ts'
import './jacobian.css'

/** Rows and columns that are drawn; more would not be read. */
const MOST = 50

interface Filled {
  readonly cell: Cell
  readonly by: readonly Mode[]
}

function filledCell(shown: Shown, at: (side: Mode) => Cell | null): Filled | null {
  const by = sidesOf(shown).filter((side) => at(side) !== null)
  const cell = by.length > 0 ? at(by[by.length - 1]) : null
  return cell && { cell, by }
}

function JacobianCell({ filled }: { readonly filled: Filled | null }) {
  if (!filled) return <td className="jacobian-empty" />
  const { cell, by } = filled
  return (
    <td data-by={by.join(' ')} title={cell.absent ? 'does not depend' : exact(cell.value)}>
      <data value={exact(cell.value)}>{cell.absent ? '–' : short(cell.value)}</data>
    </td>
  )
}

/** The Jacobian at the point: a tangent pass fills a column, an adjoint pass a row. */
export default function JacobianTable() {
  const session = useGradual(currentSession)
  const shown = useGradual((state) => state.shown)
  const position = useGradual((state) => state.position)
  if (!session) return null
  const { inputs, outputs } = session.graph
  const progress = (side: Mode) => ({ pass: position[side], step: position.step })
  const columns = inputs.slice(0, MOST)
  const rows = outputs.slice(0, MOST)
  return (
    <>
      <div className="jacobian-scroll" tabIndex={columns.length > 4 || rows.length > 12 ? 0 : undefined}>
        <table className="jacobian" aria-label="Jacobian">
          <thead>
            <tr>
              <td />
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((output, row) => (
              <tr key={output.name}>
                <th scope="row">{output.name}</th>
                {columns.map((input, column) => (
                  <JacobianCell
                    key={input.name}
                    filled={filledCell(shown, (side) =>
                      jacobianCell(session.timeline[side], progress(side), row, column),
                    )}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(inputs.length > MOST || outputs.length > MOST) && (
        <p>
          Shown are the first {rows.length} of {outputs.length} rows and {columns.length} of {inputs.length} columns.
        </p>
      )}
      <p className="jacobian-legend">
        Row: an output. Column: an input. <span data-role="forward">▸ A tangent pass fills a column</span>,{' '}
        <span data-role="reverse">◂ an adjoint pass fills a row</span>. A dash: does not depend.
      </p>
    </>
  )
}
