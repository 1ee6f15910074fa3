import type { Mode } from '../../core.ts'
import { shapeLabel } from '../arrays/slices.ts'
import { type Group, isGrouped } from './lines.ts'

interface Props {
  readonly columns: readonly Group[]
  /** Columns of row headers. */
  readonly corner: number
  /** Whether w stands beside the row headers, and J·v at the end. */
  readonly seeded: boolean
}

/** The inputs; above the entries of an array stands its name. */
export function Headers({ columns, corner, seeded }: Props) {
  const grouped = columns.some(isGrouped)
  const rowSpan = grouped ? 2 : 1
  const first = <td colSpan={corner} rowSpan={rowSpan} />
  const header = (text: string, role: Mode) =>
    seeded && (
      <th scope="col" rowSpan={rowSpan} data-role={role}>
        {text}
      </th>
    )
  const [w, product] = [header('w', 'reverse'), header('J·v', 'forward')]
  return (
    <>
      {grouped && (
        <tr>
          {first}
          {w}
          {columns.map((group) =>
            isGrouped(group) ? (
              <th key={group.name} scope="colgroup" colSpan={group.lines.length}>
                <span>
                  {group.name}, {shapeLabel(group.shape)}
                </span>
              </th>
            ) : (
              <th key={group.name} scope="col" rowSpan={2}>
                {group.lines[0].name}
              </th>
            ),
          )}
          {product}
        </tr>
      )}
      <tr>
        {!grouped && first}
        {!grouped && w}
        {columns
          .filter((group) => !grouped || isGrouped(group))
          .flatMap(({ lines }) =>
            lines.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            )),
          )}
        {!grouped && product}
      </tr>
    </>
  )
}
