import { whereTold } from '../../../notation/asked.ts'
import type { MathRole } from '../../../notation/latex.ts'
import { exact, shortWithin } from '../../../notation/numbers.ts'
import { shapeOf } from '../../../notation/shapes.ts'
import { NO_PATH } from '../../../trace/dependence.ts'
import type { TableCell } from '../../../trace/table.ts'
import { ArrayCell } from '../../kit/arrays/ArrayCell.tsx'
import type { TraceRoom } from './room.ts'
import { SmallArray } from './SmallArray.tsx'
import { columnsOfArray } from './written.ts'

interface Props {
  /** What the number is called, where it is an array. */
  readonly name: string
  readonly cell: TableCell | null
  readonly kind: MathRole
  readonly room: TraceRoom
}

/** What a pass gives a node; empty where it has not come so far. */
export function NumberCell({ name, cell, kind, room }: Props) {
  if (!cell) return <td data-role={kind} />
  const { value, absent } = cell
  if (typeof value === 'object' && !absent)
    return (
      <td data-role={kind}>
        <ArrayNumbers {...{ name, cell, kind, room }} />
      </td>
    )
  return whereTold(cell.isTold, () => (
    <td data-role={kind} title={absent ? NO_PATH : exact(value)}>
      <data value={exact(value)}>{absent ? '–' : typeof value === 'number' && shortWithin(value, room.places)}</data>
    </td>
  ))
}

function ArrayNumbers({ name, cell, kind, room }: Props & { readonly cell: TableCell }) {
  const columns = columnsOfArray(shapeOf(cell.value))
  return columns !== null && columns <= room.written ? (
    <SmallArray {...{ name, cell, kind, columns }} />
  ) : (
    <ArrayCell {...{ name, kind }} value={cell.value} present={cell.present} tabIndex={-1} />
  )
}
