import type { Mode } from '../../autodiff/pass.ts'
import { exact, short } from '../../notation/numbers.ts'
import { shapeText, sizeOf } from '../../primitives/shape.ts'
import { nested } from '../../primitives/value.ts'
import type { Shown } from '../../state/position.ts'
import { currentSession } from '../../state/session.ts'
import { useGradual } from '../../state/store.ts'
import { type Block, blockFill } from '../../trace/jacobianFill.ts'
import { ArrayCell } from '../arrays/ArrayCell.tsx'
import { HeatMap } from '../arrays/HeatMap.tsx'
import { cellShape, type Filled, filledArray, filledCell } from './filled.ts'
import { firstLines, type Group, groupsOf, type Line } from './lines.ts'
import './jacobian.css'
import { shapeLabel } from '../arrays/slices.ts'

/** Rows and columns that are drawn; more would not be read. */
const MOST = 50
/** Numbers that one cell draws. */
const MOST_DRAWN = 20_000

const isArray = ({ shape }: Group): boolean => shape.length > 0

function JacobianCell({ filled }: { readonly filled: Filled | null }) {
  if (!filled) return <td className="jacobian-empty" />
  const { cell, by } = filled
  return (
    <td data-by={by.join(' ')} title={cell.absent ? 'does not depend' : exact(cell.value)}>
      <data value={exact(cell.value)}>{cell.absent ? '–' : short(cell.value)}</data>
    </td>
  )
}

interface Place {
  readonly shown: Shown
  readonly blockOf: (side: Mode) => Block
  readonly output: Group
  readonly row: Line
  readonly input: Group
  readonly column: Line
}

/** Derivatives of or by a whole array, as a picture. */
function ArrayBlock({ shown, blockOf, output, row, input, column }: Place) {
  const shape = cellShape(output, row, input, column)
  const size = sizeOf(shape)
  if (size > MOST_DRAWN)
    return <td className="jacobian-empty">{`${shapeText(shape)}: ${size.toLocaleString('en')} numbers`}</td>
  const { tensor, present, known, by } = filledArray(shown, blockOf, shape, row, column)
  if (known === 0) return <td className="jacobian-empty" />
  if (known < size)
    return (
      <td className="jacobian-empty heat" data-role="partial">
        <HeatMap tensor={tensor} most={16} tile={0.45} longest={{ width: 4, height: 2 }} />
        {known} of {size}
      </td>
    )
  const kind = by.length > 1 ? 'primal' : by[0] === 'forward' ? 'tangent' : 'adjoint'
  const name = `∂${row.entry === null ? output.name : row.name}/∂${column.entry === null ? input.name : column.name}`
  return (
    <td data-by={by.join(' ')}>
      <ArrayCell name={name} value={nested(shape, tensor.entries)} kind={kind} present={present} />
    </td>
  )
}

function Headers({ columns, corner }: { readonly columns: readonly Group[]; readonly corner: number }) {
  const grouped = columns.some(isArray)
  return (
    <thead>
      {grouped && (
        <tr>
          <td colSpan={corner} rowSpan={2} />
          {columns.map((group) =>
            isArray(group) && group.lines[0].entry !== null ? (
              <th key={group.name} scope="colgroup" colSpan={group.lines.length}>
                {group.name}, {shapeLabel(group.shape)}
              </th>
            ) : (
              <th key={group.name} scope="col" rowSpan={2}>
                {group.lines[0].name}
              </th>
            ),
          )}
        </tr>
      )}
      <tr>
        {!grouped && <td colSpan={corner} />}
        {columns
          .filter((group) => !grouped || (isArray(group) && group.lines[0].entry !== null))
          .flatMap(({ lines }) =>
            lines.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            )),
          )}
      </tr>
    </thead>
  )
}

/** The Jacobian at the point: a tangent pass fills a column, an adjoint pass a row. Arrays have a line for each entry. */
export default function JacobianTable() {
  const session = useGradual(currentSession)
  const shown = useGradual((state) => state.shown)
  const position = useGradual((state) => state.position)
  if (!session) return null
  const { graph, timeline } = session
  const all = { rows: groupsOf(graph, graph.outputs, MOST), columns: groupsOf(graph, graph.inputs, MOST) }
  const rows = firstLines(all.rows, MOST)
  const columns = firstLines(all.columns, MOST)
  const hasArrays = [...rows, ...columns].some(isArray)
  const grouped = rows.some(({ lines }) => lines.length > 1)
  const blockOf = (output: Group, input: Group) => {
    const made = new Map<Mode, Block>()
    return (side: Mode): Block => {
      const progress = { pass: position[side], step: position.step }
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
                      {output.lines.length > 1 && `${output.name}, ${shapeLabel(output.shape)}`}
                    </th>
                  )}
                  <th scope="row">{row.name}</th>
                  {columns.flatMap((input, at) =>
                    input.lines.map((column) =>
                      row.entry === null || column.entry === null ? (
                        <ArrayBlock key={column.name} {...{ shown, output, row, input, column }} blockOf={blocks[at]} />
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
