import type { MathRole } from '../../notation/latex.ts'
import { exact } from '../../notation/numbers.ts'
import type { Value } from '../../primitives/value.ts'
import { HeatMap } from './HeatMap.tsx'
import { ShowNumbers } from './ShowNumbers.tsx'
import { shapeLabel } from './slices.ts'
import { useTensor } from './useTensor.ts'

interface Props {
  readonly name: string
  readonly value: Value
  readonly kind: MathRole
  readonly present?: ArrayLike<number>
}

/** An array in a cell of a table: a thumbnail and its shape; the numbers open. */
export function ArrayCell({ name, value, kind, present }: Props) {
  const tensor = useTensor(value)
  return (
    <data className="array-cell" value={exact(value)} data-role={kind}>
      <ShowNumbers {...{ name, tensor, kind, present }}>
        <HeatMap tensor={tensor} most={8} tile={0.5} longest={{ width: 1.6, height: 1.5 }} />
        <span>{shapeLabel(tensor.shape)}</span>
      </ShowNumbers>
    </data>
  )
}
