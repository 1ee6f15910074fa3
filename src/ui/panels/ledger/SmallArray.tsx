import { entryName } from '../../../graph/nodes.ts'
import { whereTold } from '../../../notation/asked.ts'
import type { MathRole } from '../../../notation/latex.ts'
import { exact, shortEntry } from '../../../notation/numbers.ts'
import { NO_PATH } from '../../../trace/dependence.ts'
import type { TableCell } from '../../../trace/table.ts'
import { useTensor } from '../../kit/arrays/useTensor.ts'

interface Props {
  readonly name: string
  readonly cell: TableCell
  readonly kind: MathRole
  readonly columns: number
}

/** An array of a few entries in numbers, a vector upright. */
export function SmallArray({ name, cell: { value, present, isTold }, kind, columns }: Props) {
  const { shape, entries } = useTensor(value)
  return whereTold(isTold, () => (
    <data
      className="small-array"
      value={exact(value)}
      data-role={kind}
      style={{ gridTemplateColumns: `repeat(${columns}, auto)` }}
    >
      {Array.from(entries, (x, entry) => {
        const called = entryName(name, shape, entry)
        const absent = present?.[entry] === 0
        return (
          <span key={called} title={`${called} ${absent ? NO_PATH : `= ${exact(x)}`}`}>
            {absent ? '–' : shortEntry(x)}
          </span>
        )
      })}
    </data>
  ))
}
