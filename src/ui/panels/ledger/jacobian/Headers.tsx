import type { Mode } from '../../../../core.ts'
import { shapeLabel } from '../../../../notation/shapes.ts'
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
  const header = (text: string, role: Mode, at: number) =>
    seeded && (
      <th scope="col" rowSpan={rowSpan} data-role={role} style={{ gridRow: at }}>
        {text}
      </th>
    )
  /** Where it stands when the table stands upright; without effect else. */
  let line = 1 + corner + (seeded ? 1 : 0)
  const lineOf = new Map<string, number>()
  for (const group of columns)
    for (const { name } of group.lines) {
      lineOf.set(name, line)
      line++
    }
  const standing = (name: string, span = 1) => ({ gridRow: `${lineOf.get(name)} / span ${span}` })
  const [w, product] = [header('w', 'reverse', 1 + corner), header('J·v', 'forward', line)]
  return (
    <>
      {grouped && (
        <tr>
          {first}
          {w}
          {columns.map((group) =>
            isGrouped(group) ? (
              <th
                key={group.name}
                scope="colgroup"
                colSpan={group.lines.length}
                style={standing(group.lines[0].name, group.lines.length)}
              >
                <span>
                  {group.name}, {shapeLabel(group.shape)}
                </span>
              </th>
            ) : (
              <th key={group.name} scope="col" rowSpan={2} style={standing(group.lines[0].name)}>
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
              <th key={name} scope="col" style={standing(name)}>
                {name}
              </th>
            )),
          )}
        {!grouped && product}
      </tr>
    </>
  )
}
