import { memo } from 'react'
import type { Mode } from '../../../../autodiff/pass.ts'
import { grouped } from '../../../../language/words.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { shapeText, sizeOf } from '../../../../primitives/shape.ts'
import { nested } from '../../../../primitives/value.ts'
import { NO_PATH } from '../../../../trace/dependence.ts'
import type { JacobianBlock } from '../../../../trace/jacobianFill.ts'
import type { Shown } from '../../../../trace/position.ts'
import { ArrayCell } from '../../../kit/arrays/ArrayCell.tsx'
import { HeatMap } from '../../../kit/arrays/HeatMap.tsx'
import { cellShape, type Filled, filledArray } from './filled.ts'
import type { JacobianLine, LineGroup } from './lines.ts'

/** Numbers that one cell draws. */
const MOST_DRAWN = 20_000

interface CellProps {
  readonly filled: Filled | null
  /** Its row and column among all output and input entries: `3,0`. */
  readonly entry?: string
}

export const JacobianCell = memo(function JacobianCell({ filled, entry }: CellProps) {
  if (!filled) return <td className="jacobian-empty" data-entry={entry} />
  const { cell, by } = filled
  return (
    <td data-by={by.join(' ')} data-entry={entry} title={cell.absent ? NO_PATH : exact(cell.value)}>
      <data value={exact(cell.value)}>{cell.absent ? '–' : short(cell.value)}</data>
    </td>
  )
}, sameCell)

/** Cells are made anew for each step; only what they show counts. */
function sameCell(a: CellProps, b: CellProps): boolean {
  const [one, other] = [a.filled, b.filled]
  if (a.entry !== b.entry || !one || !other) return a.entry === b.entry && one === other
  return (
    Object.is(one.cell.value, other.cell.value) &&
    one.cell.absent === other.cell.absent &&
    one.by.join() === other.by.join()
  )
}

interface Place {
  readonly shown: Shown
  readonly blockOf: (mode: Mode) => JacobianBlock
  readonly output: LineGroup
  readonly row: JacobianLine
  readonly input: LineGroup
  readonly column: JacobianLine
  /** Of the whole graph. */
  readonly entries: number
}

/** Derivatives of or by a whole array, as a picture. */
export function ArrayBlock({ shown, blockOf, output, row, input, column, entries }: Place) {
  const shape = cellShape(output, row, input, column)
  const size = sizeOf(shape)
  if (size > MOST_DRAWN) return <td className="jacobian-empty">{`${shapeText(shape)}: ${grouped(size)} numbers`}</td>
  const filled = filledArray(shown, blockOf, shape, { row, column }, entries)
  if (!filled || filled.known === 0) return <td className="jacobian-empty" />
  const { tensor, present, known, by } = filled
  if (known < size)
    return (
      <td className="jacobian-empty">
        <div className="heat jacobian-partly" data-role="partial">
          <HeatMap tensor={tensor} most={8} tile={0.5} longest={{ width: 1.6, height: 1.5 }} />
          {known} of {size}
        </div>
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
