import { shapeLabel } from '../arrays/slices.ts'
import { type Group, isGrouped } from './lines.ts'

interface Props {
  readonly columns: readonly Group[]
  /** Columns of row headers. */
  readonly corner: number
}

/** The inputs; above the entries of an array stands its name. */
export function Headers({ columns, corner }: Props) {
  const grouped = columns.some(isGrouped)
  return (
    <thead>
      {grouped && (
        <tr>
          <td colSpan={corner} rowSpan={2} />
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
        </tr>
      )}
      <tr>
        {!grouped && <td colSpan={corner} />}
        {columns
          .filter((group) => !grouped || isGrouped(group))
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
