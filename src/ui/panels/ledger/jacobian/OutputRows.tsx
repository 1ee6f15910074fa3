import type { Session } from '../../../../state/session.ts'
import { useGradual } from '../../../../state/store.ts'
import type { Shown } from '../../../../trace/position.ts'
import { ProductCell } from '../seeds/ProductCell.tsx'
import type { SeedProducts } from '../seeds/products.ts'
import { SeedCell } from '../seeds/SeedCell.tsx'
import { ArrayBlock, JacobianCell } from './cells.tsx'
import { type BlockOf, blockAt, filledCell } from './filled.ts'
import { isGrouped, type JacobianLine, type LineGroup } from './lines.ts'

interface Props {
  readonly session: Session
  readonly output: LineGroup
  readonly columns: readonly LineGroup[]
  /** Columns of row headers: 2 where an output is an array. */
  readonly corner: number
  readonly products: SeedProducts | null
}

/** The rows of an output: one, or one for each entry; between the seed w and the product J·v where there are some. */
export function OutputRows({ session, output, columns, corner, products }: Props) {
  const shown = useGradual((state) => state.shown)
  const position = useGradual((state) => state.position)
  const blocks = columns.map((input) => blockAt(session, position, output.place, input.place))
  return output.lines.map((row, i) => (
    <tr key={row.name}>
      {corner > 1 && i === 0 && (
        <th scope="rowgroup" rowSpan={output.lines.length}>
          {isGrouped(output) && output.name}
        </th>
      )}
      <th scope="row">{row.name}</th>
      {products && (
        <td className="seed-beside">
          <SeedCell mode="reverse" weights={products.w} group={output} line={row} />
        </td>
      )}
      {columns.flatMap((input, at) => cellsAt({ session, shown, output, row, input, blockOf: blocks[at] }))}
      {products && (
        <ProductCell
          {...{ session, mode: 'forward', pass: products.along, line: row }}
          node={session.graph.outputs[output.place].node}
        />
      )}
    </tr>
  ))
}

interface Place extends Pick<Props, 'session' | 'output'> {
  readonly shown: Shown
  readonly row: JacobianLine
  readonly input: LineGroup
  readonly blockOf: BlockOf
}

/** The cells of a row below the lines of an input. */
function cellsAt({ session: { graph, timeline }, shown, output, row, input, blockOf }: Place) {
  const entryAt = (i: number, j: number) =>
    `${timeline.reverse.firstOf(output.place) - 1 + i},${timeline.forward.firstOf(input.place) - 1 + j}`
  return input.lines.map((column) =>
    row.entry === null || column.entry === null ? (
      <ArrayBlock
        key={column.name}
        {...{ shown, output, row, input, column, blockOf }}
        entries={graph.offset[graph.size]}
      />
    ) : (
      <JacobianCell
        key={column.name}
        filled={filledCell(shown, blockOf, row.entry, column.entry)}
        entry={entryAt(row.entry, column.entry)}
      />
    ),
  )
}
