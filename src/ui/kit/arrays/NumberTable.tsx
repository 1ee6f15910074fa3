import { type KeyboardEvent, memo } from 'react'
import { entryName } from '../../../graph/nodes.ts'
import { exact, short } from '../../../notation/numbers.ts'
import { largestOf, shadeOf } from '../../../picture/heat/shading.ts'
import type { Tensor } from '../../../primitives/value.ts'
import { NO_PATH } from '../../../trace/dependence.ts'
import type { ArraySlice } from './slices.ts'

export interface Numbered {
  readonly name: string
  readonly tensor: Tensor
  /** By entry: 0 is absent, shown as a dash. All are there if left out. */
  readonly present?: ArrayLike<number>
  /** What an entry is called; by its indices if left out. */
  readonly labelOf?: (entry: number) => string
}

export const labelled = ({ name, tensor, labelOf }: Numbered, entry: number): string =>
  labelOf?.(entry) ?? entryName(name, tensor.shape, entry)

interface Props extends Numbered {
  readonly slice: ArraySlice
  /** What the table is called: `W, 2×3`. */
  readonly label: string
  /** Rows and columns that are shown; all if left out. */
  readonly mostRows?: number
  readonly mostColumns?: number
  readonly indices?: boolean
  /** Told the entry under the pointer or with the focus; null when there is none. */
  readonly onPoint: (entry: number | null) => void
}

/** So much of a cell is filled at most: its number must stay readable on it. */
const FILL = 40

const counting = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

/** One matrix in numbers, shaded by size. Arrow keys walk from entry to entry. */
export const NumberTable = memo(function NumberTable(props: Props) {
  const { name, tensor, present, labelOf } = props
  const { slice, label, mostRows = slice.rows, mostColumns = slice.columns, indices = false, onPoint } = props
  const rows = counting(Math.min(slice.rows, mostRows))
  const columns = counting(Math.min(slice.columns, mostColumns))
  const largest = largestOf(tensor.entries)
  return (
    <table
      className="numbers"
      aria-label={label}
      onKeyDown={walk}
      onPointerOver={({ target }) => onPoint(entryAt(target))}
      onPointerLeave={() => onPoint(null)}
      onFocus={({ target }) => onPoint(entryAt(target))}
      onBlur={() => onPoint(null)}
    >
      {indices && (
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <Row
            key={row}
            {...{ name, tensor, present, labelOf, row, indices, largest }}
            columns={columns.length}
            first={slice.first + row * slice.columns}
          />
        ))}
      </tbody>
    </table>
  )
})

interface RowProps extends Numbered {
  readonly row: number
  readonly columns: number
  /** The entry that comes first. */
  readonly first: number
  readonly indices: boolean
  readonly largest: number
}

/** Kept while others come below it. */
const Row = memo(function Row(props: RowProps) {
  const { tensor, present, row, columns, first, indices, largest } = props
  const { entries } = tensor
  return (
    <tr>
      {indices && <th scope="row">{row}</th>}
      {counting(columns).map((column) => {
        const entry = first + column
        const absent = present !== undefined && !present[entry]
        const x = entries[entry]
        return (
          <td
            key={column}
            data-entry={entry}
            tabIndex={row === 0 && column === 0 ? 0 : -1}
            title={`${labelled(props, entry)} ${absent ? NO_PATH : `= ${exact(x)}`}`}
            style={{ background: `color-mix(in srgb, var(--heat) ${FILL * shadeOf(x, largest)}%, var(--canvas))` }}
          >
            <data value={exact(x)}>{absent ? '–' : short(x)}</data>
          </td>
        )
      })}
    </tr>
  )
})

const cellOf = (target: EventTarget): HTMLTableCellElement | null =>
  target instanceof Element ? target.closest('td[data-entry]') : null

function entryAt(target: EventTarget): number | null {
  const cell = cellOf(target)
  return cell && Number(cell.dataset.entry)
}

const BY: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = cellOf(event.target)
  const by = BY[event.key]
  if (!cell || !by || event.shiftKey) return
  event.preventDefault()
  const row = event.currentTarget.rows[(cell.parentElement as HTMLTableRowElement).rowIndex + by[0]]
  const next = row?.cells[cell.cellIndex + by[1]]
  if (next && cellOf(next) === next) next.focus()
}
