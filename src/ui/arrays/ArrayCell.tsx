import { useMemo } from 'react'
import type { MathRole } from '../../notation/latex.ts'
import { exact } from '../../notation/numbers.ts'
import { shapeText } from '../../primitives/shape.ts'
import { type Tensor, tensorOf, type Value } from '../../primitives/value.ts'
import { HeatMap } from './HeatMap.tsx'
import { ShowNumbers } from './ShowNumbers.tsx'

interface Props {
  readonly name: string
  readonly value: Value
  readonly role: MathRole
  readonly present?: ArrayLike<number>
}

/** The tensor of a value, the same while the value is. */
export const useTensor = (value: Value): Tensor => useMemo(() => tensorOf(value) as Tensor, [value])

/** An array in a cell of a table: a thumbnail and its shape; the numbers open. */
export function ArrayCell({ name, value, role, present }: Props) {
  const tensor = useTensor(value)
  return (
    <data className="array-cell" value={exact(value)} data-role={role}>
      <ShowNumbers {...{ name, tensor, role, present }}>
        <HeatMap tensor={tensor} most={16} tile={0.45} longest={{ width: 3.6, height: 1.5 }} />
        {shapeText(tensor.shape)}
      </ShowNumbers>
    </data>
  )
}
