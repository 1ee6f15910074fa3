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

const MOST_TILES = 8

/** An array in a cell of a table: a thumbnail and its shape; the numbers open. */
export function ArrayCell({ name, value, kind, present }: Props) {
  const tensor = useTensor(value)
  // Its picture says how long a short vector is.
  const isPlain = tensor.shape.length === 1 && tensor.entries.length <= MOST_TILES
  return (
    <data className="array-cell" value={exact(value)} data-role={kind}>
      <ShowNumbers {...{ name, tensor, kind, present }}>
        <HeatMap tensor={tensor} most={MOST_TILES} tile={0.5} longest={{ width: isPlain ? 4 : 1.6, height: 1.5 }} />
        {!isPlain && <span>{shapeLabel(tensor.shape)}</span>}
      </ShowNumbers>
    </data>
  )
}
