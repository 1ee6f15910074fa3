import { useMemo } from 'react'
import type { MathRole } from '../../../notation/latex.ts'
import { shapeLabel } from '../../../notation/shapes.ts'
import type { Value } from '../../../primitives/value.ts'
import { NumberTable } from './NumberTable.tsx'
import { slicesOf } from './slices.ts'
import { useTensor } from './useTensor.ts'
import './arrays.css'

interface Props {
  readonly name: string
  readonly value: Value
  readonly kind: MathRole
}

const nothing = () => {}

/** A vector, upright, or a matrix in numbers alone. */
export function SmallTable({ name, value, kind }: Props) {
  const tensor = useTensor(value)
  const [slice] = useMemo(() => slicesOf(tensor.shape, true), [tensor])
  return (
    <div className="heat" data-role={kind}>
      <NumberTable
        name={name}
        tensor={tensor}
        slice={slice}
        label={`${name}, ${shapeLabel(tensor.shape)}`}
        onPoint={nothing}
      />
    </div>
  )
}
