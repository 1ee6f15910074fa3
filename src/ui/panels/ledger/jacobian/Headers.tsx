import type { Mode } from '../../../../core.ts'
import { shapeLabel } from '../../../../notation/shapes.ts'
import { isGrouped, type LineGroup } from './lines.ts'

interface Props {
  readonly columns: readonly LineGroup[]
  /** Columns of row headers. */
  readonly corner: number
  /** Whether w stands beside the row headers, and J·v at the end. */
  readonly seeded: boolean
}

/** The inputs; above the entries of an array stands its name. */
export function Headers({ columns, corner, seeded }: Props) {
  const grouped = columns.some(isGrouped)
  const rowSpan = grouped ? 2 : 1
  const { standing, end } = standingOf(columns, 1 + corner + (seeded ? 1 : 0))
  const header = (text: string, role: Mode, at: number) =>
    seeded && (
      <th scope="col" rowSpan={rowSpan} data-role={role} style={{ gridRow: at }}>
        {text}
      </th>
    )
  const before = (
    <>
      <td colSpan={corner} rowSpan={rowSpan} />
      {header('w', 'reverse', 1 + corner)}
    </>
  )
  const after = header('J·v', 'forward', end)
  return (
    <>
      {grouped && (
        <tr>
          {before}
          {columns.map((group) => (
            <GroupHeader key={group.name} group={group} standing={standing} />
          ))}
          {after}
        </tr>
      )}
      <tr>
        {!grouped && before}
        {columns
          .filter((group) => !grouped || isGrouped(group))
          .flatMap(({ lines }) =>
            lines.map(({ name }) => (
              <th key={name} scope="col" style={standing(name)}>
                {name}
              </th>
            )),
          )}
        {!grouped && after}
      </tr>
    </>
  )
}

type Standing = (name: string, span?: number) => { readonly gridRow: string }

/** Where the columns' headers stand when the table stands upright, without effect else; and the line after them. */
function standingOf(
  columns: readonly LineGroup[],
  first: number,
): { readonly standing: Standing; readonly end: number } {
  const names = columns.flatMap(({ lines }) => lines.map(({ name }) => name))
  const lineOf = new Map(names.map((name, i) => [name, first + i]))
  return {
    standing: (name, span = 1) => ({ gridRow: `${lineOf.get(name)} / span ${span}` }),
    end: first + names.length,
  }
}

/** The name of an array above its entries, or of a number that has no other line. */
function GroupHeader({ group, standing }: { readonly group: LineGroup; readonly standing: Standing }) {
  const [{ name }] = group.lines
  const span = group.lines.length
  return isGrouped(group) ? (
    <th scope="colgroup" colSpan={span} style={standing(name, span)}>
      <span>
        {group.name}, {shapeLabel(group.shape)}
      </span>
    </th>
  ) : (
    <th scope="col" rowSpan={2} style={standing(name)}>
      {name}
    </th>
  )
}
