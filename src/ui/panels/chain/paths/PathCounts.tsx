import type { PathCount } from '../../../../methods/linear/paths.ts'
import { countLarge } from '../../../kit/derivative/counts.ts'
import { Count, useShownCount } from '../../../kit/hidden/Count.tsx'

/** What the sum costs, path by path and factored. */
export function PathCounts(count: PathCount) {
  const shown = useShownCount()
  const rows = [
    ['Path by path', countLarge(shown(count.paths), 'path'), count.multiplications, count.additions],
    ['Factored, as AD does', 'each edge once', count.factoredMultiplications, count.factoredAdditions],
  ] as const
  return (
    <table className="chain-table" aria-label="What the sum costs">
      <thead>
        <tr>
          <td />
          <th scope="col">×</th>
          <th scope="col">+</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([title, what, multiplications, additions]) => (
          <tr key={title}>
            <th scope="row">
              {title}
              <small>{what}</small>
            </th>
            <td>
              <Count of={multiplications} />
            </td>
            <td>
              <Count of={additions} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
