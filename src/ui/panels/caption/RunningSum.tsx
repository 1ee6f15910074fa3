import type { Value } from '../../../core.ts'
import { whereTold } from '../../../notation/asked.ts'
import { exact, short } from '../../../notation/numbers.ts'
import type { RunningLine } from '../../../trace/narration/index.ts'
import type { Pass } from '../../../trace/pass.ts'
import { ArrayCell } from '../../kit/arrays/ArrayCell.tsx'
import { SmallTable } from '../../kit/arrays/SmallTable.tsx'

interface Props {
  readonly lines: readonly RunningLine[]
  readonly omitted: number
  readonly kind: Pass['kind']
}

export function RunningSum({ lines, omitted, kind }: Props) {
  if (lines.length < 2) return null
  return (
    <div className="step-sum-scroll">
      <table className="step-sum" aria-label="Running sum">
        <thead>
          <tr>
            <th scope="col">Term</th>
            <th scope="col">+=</th>
            <th scope="col">Sum</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.edge ?? 'seed'} data-arrived={line.arrived}>
              <th scope="row">{line.text}</th>
              <td>
                {line.arrived && (
                  <Amount name={`term ${line.text}`} value={line.product} {...{ kind, isTold: line.isTold }} />
                )}
              </td>
              <td>
                {line.arrived && (
                  <Amount name={`sum after ${line.text}`} value={line.sum} {...{ kind, isTold: line.isTold }} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
        {omitted > 0 && <caption>and {omitted} more terms</caption>}
      </table>
    </div>
  )
}

/** Entries of an array that is written out among the terms. */
const MOST_WRITTEN = 9
const MOST_COLUMNS = 3

interface AmountProps extends Pick<RunningLine, 'isTold'> {
  readonly name: string
  readonly value: Value
  readonly kind: Pass['kind']
}

function Amount({ name, value, kind, isTold }: AmountProps) {
  if (typeof value === 'number') return whereTold(isTold, () => <data value={exact(value)}>{short(value)}</data>)
  const isSmall = isVector(value) ? value.length <= MOST_WRITTEN : fits(value)
  return isSmall ? (
    <SmallTable name={name} value={value} kind={kind} />
  ) : (
    <ArrayCell name={name} value={value} kind={kind} />
  )
}

const isVector = (value: readonly Value[]): boolean => typeof value[0] === 'number'

const fits = (value: readonly Value[]): boolean =>
  value.every((row) => typeof row === 'object' && isVector(row) && row.length <= MOST_COLUMNS) &&
  value.flat().length <= MOST_WRITTEN
