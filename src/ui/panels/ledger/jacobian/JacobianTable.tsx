import { useState } from 'react'
import type { JacobianEntry } from '../../../../state/choices/ledger.ts'
import type { Session } from '../../../../state/session.ts'
import { useGradual } from '../../../../state/store.ts'
import { ProductCell } from '../seeds/ProductCell.tsx'
import type { SeedProducts } from '../seeds/products.ts'
import { SeedCell } from '../seeds/SeedCell.tsx'
import { useEntryLight } from '../sparsity/useEntryLight.ts'
import { Headers } from './Headers.tsx'
import { firstLines, isArray, isGrouped, isWide, type LineGroup, lineCount, lineGroups } from './lines.ts'
import { OutputRows } from './OutputRows.tsx'

/** Rows and columns that are drawn; more would not be read. */
const MOST_LINES = 50

interface Props {
  readonly session: Session
  /** With the seeds along its edges, and what they make of it. */
  readonly products: SeedProducts | null
}

/**
 * The Jacobian at the point: a tangent pass fills a column, an adjoint pass a row. Arrays have a line for each entry. With
 * more inputs than outputs it stands upright unless it is to be as on paper: its rows are drawn from top to bottom, side by side.
 */
export function JacobianTable({ session, products }: Props) {
  const { graph } = session
  const all = { rows: lineGroups(graph, graph.outputs), columns: lineGroups(graph, graph.inputs) }
  const rows = firstLines(all.rows, MOST_LINES)
  const columns = firstLines(all.columns, MOST_LINES)
  const corner = rows.some(isGrouped) ? 2 : 1
  const isOnPaper = useGradual((state) => state.jacobianOnPaper)
  const isUpright = !isOnPaper && isWide(graph)
  const [pointed, point] = useState<JacobianEntry | null>(null)
  useEntryLight(session.primal, pointed)
  return (
    <>
      <div className="jacobian-scroll" tabIndex={lineCount(columns) > 4 || lineCount(rows) > 12 ? 0 : undefined}>
        <table
          className="jacobian"
          aria-label="Jacobian"
          data-seeded={products !== null || undefined}
          data-upright={isUpright || undefined}
          style={{ gridTemplateRows: `repeat(${lineCount(columns) + corner + (products ? 2 : 0)}, auto)` }}
          onPointerOver={({ target }) => point(entryUnder(target))}
          onPointerLeave={() => point(null)}
        >
          <thead>
            <Headers columns={columns} corner={corner} seeded={products !== null} />
            {products && <SeedRow columns={columns} corner={corner} products={products} />}
          </thead>
          <tbody>
            {rows.map((output) => (
              <OutputRows key={output.name} {...{ session, output, columns, corner, products }} />
            ))}
          </tbody>
          {products && <ProductRow {...{ session, columns, corner, products }} />}
        </table>
      </div>
      {(lineCount(all.columns) > MOST_LINES || lineCount(all.rows) > MOST_LINES) && (
        <p>
          Shown are the first {lineCount(rows)} of {lineCount(all.rows)} rows and {lineCount(columns)} of{' '}
          {lineCount(all.columns)} columns.
        </p>
      )}
      <Legend isUpright={isUpright} hasArrays={[...rows, ...columns].some(isArray)} />
    </>
  )
}

interface EdgeProps {
  readonly columns: readonly LineGroup[]
  /** Columns of row headers. */
  readonly corner: number
  readonly products: SeedProducts
}

/** v above the columns. */
const SeedRow = ({ columns, corner, products }: EdgeProps) => (
  <tr className="seed-row">
    <th scope="row" colSpan={corner + 1} data-role="forward">
      v
    </th>
    {columns.flatMap((group) =>
      group.lines.map((line) => (
        <td key={line.name}>
          <SeedCell mode="forward" weights={products.v} {...{ group, line }} />
        </td>
      )),
    )}
    <td />
  </tr>
)

/** wᵀ·J below them. */
const ProductRow = ({ session, columns, corner, products }: EdgeProps & { readonly session: Session }) => (
  <tfoot>
    <tr>
      <th scope="row" colSpan={corner + 1} data-role="reverse">
        wᵀ·J
      </th>
      {columns.flatMap((input) =>
        input.lines.map((line) => (
          <ProductCell
            key={line.name}
            {...{ session, mode: 'reverse', pass: products.across, line }}
            node={session.graph.inputs[input.place].node}
          />
        )),
      )}
      <td />
    </tr>
  </tfoot>
)

const Legend = ({ isUpright, hasArrays }: { readonly isUpright: boolean; readonly hasArrays: boolean }) => (
  <p className="jacobian-legend">
    {isUpright ? 'Line: an input. Column: an output. ' : 'Row: an output. Column: an input. '}
    <span data-role="forward">▸ A tangent pass fills a {isUpright ? 'line' : 'column'}</span>,{' '}
    <span data-role="reverse">◂ an adjoint pass fills a {isUpright ? 'column' : 'row'}</span>. A dash: no path leads
    from the input to the output.
    {hasArrays && ' Each entry of an array has a line; a large array is one cell, which opens to its numbers.'}
  </p>
)

function entryUnder(target: EventTarget): JacobianEntry | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-entry]') : null
  const [row, column] = cell?.dataset.entry?.split(',').map(Number) ?? []
  return row === undefined || column === undefined ? null : { row, column }
}
