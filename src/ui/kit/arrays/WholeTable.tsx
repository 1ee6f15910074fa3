import { useMemo, useState } from 'react'
import type { MathRole } from '../../../notation/latex.ts'
import { exact } from '../../../notation/numbers.ts'
import { useGrowing } from '../scroller/useGrowing.ts'
import { labelled, type Numbered, NumberTable } from './NumberTable.tsx'
import { slicesOf } from './slices.ts'
import './arrays.css'

/** Cells that are made at a time, and at all: more would not be read, and would make the page slow. */
const PORTION = 400
const MOST_CELLS = 5000
const MOST_COLUMNS = 100

/** All numbers of an array, with their indices; of a huge one those that come first. */
export function WholeTable(array: Numbered & { readonly kind: MathRole }) {
  const { name, tensor, kind } = array
  const [at, setAt] = useState<number | null>(null)
  const slices = useMemo(() => slicesOf(tensor.shape), [tensor])
  const [{ rows, columns }] = slices
  const shownColumns = Math.min(columns, MOST_COLUMNS)
  const mostRows = Math.min(rows * slices.length, Math.ceil(MOST_CELLS / shownColumns))
  const shownRows = useGrowing(Math.ceil(PORTION / shownColumns), mostRows)
  const cut = mostRows < rows * slices.length || shownColumns < columns
  return (
    <div className="heat" data-role={kind}>
      <p className="heat-caption" aria-hidden>
        {at === null
          ? 'Point at a number to read it in full.'
          : `${labelled(array, at)} = ${exact(tensor.entries[at])}`}
      </p>
      {slices.slice(0, Math.ceil(shownRows / rows)).map((slice, i) => (
        <div key={slice.place} className="heat-scroll">
          {slice.place && <p className="heat-caption">{name + slice.place}</p>}
          <NumberTable
            {...array}
            slice={slice}
            label={`${name}${slice.place}, ${rows}×${columns}`}
            mostRows={Math.min(rows, shownRows - i * rows)}
            mostColumns={shownColumns}
            indices
            onPoint={setAt}
          />
        </div>
      ))}
      {cut && (
        <p>
          These are the first {mostRows} of {rows * slices.length} rows and {shownColumns} of {columns} columns.
        </p>
      )}
    </div>
  )
}
