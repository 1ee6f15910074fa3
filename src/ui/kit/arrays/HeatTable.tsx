import { useState } from 'react'
import type { MathRole } from '../../../notation/latex.ts'
import { exact } from '../../../notation/numbers.ts'
import { shapeLabel } from '../../../notation/shapes.ts'
import { HeatMap } from './HeatMap.tsx'
import { labelled, type Numbered, NumberTable } from './NumberTable.tsx'
import { ShowNumbers } from './ShowNumbers.tsx'
import { type ArraySlice, slicesOf } from './slices.ts'
import './arrays.css'

interface Props extends Numbered {
  readonly kind: MathRole
  /** A vector as a column. */
  readonly upright?: boolean
}

/** Larger arrays show their numbers on demand. */
const MOST_TABLE_NUMBERS = 400

/** An array as a heat-mapped table of its numbers; a large one as a picture that opens to them. */
export function HeatTable(props: Props) {
  const { name, tensor, kind, upright = false } = props
  const { shape, entries } = tensor
  if (entries.length > MOST_TABLE_NUMBERS)
    return (
      <div className="heat" data-role={kind}>
        <p className="heat-caption">
          {name}, {shapeLabel(shape)}
        </p>
        <HeatMap tensor={tensor} most={64} tile={0.5} longest={{ width: 20, height: 14 }} />
        <ShowNumbers {...props}>Show numbers</ShowNumbers>
      </div>
    )
  return (
    <div className="heat" data-role={kind}>
      {slicesOf(shape, upright).map((slice) => (
        <Matrix key={slice.place} {...props} slice={slice} />
      ))}
    </div>
  )
}

/** One matrix under its caption, where the entry at hand is read in full. */
function Matrix({ slice, ...array }: Props & { readonly slice: ArraySlice }) {
  const { name, tensor, present, labelOf } = array
  const [at, setAt] = useState<number | null>(null)
  const label = `${name}${slice.place}, ${slice.place ? `${slice.rows}×${slice.columns}` : shapeLabel(tensor.shape)}`
  return (
    <>
      <p className="heat-caption">
        {label}
        {at !== null && (
          <span className="heat-entry">
            {labelled(array, at)} = {exact(tensor.entries[at])}
          </span>
        )}
      </p>
      <div className="heat-scroll">
        <NumberTable {...{ name, tensor, present, labelOf, slice, label }} onPoint={setAt} />
      </div>
    </>
  )
}
