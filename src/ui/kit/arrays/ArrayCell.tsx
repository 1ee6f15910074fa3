import type { MathRole } from '../../../notation/latex.ts'
import { shapeLabel } from '../../../notation/shapes.ts'
import type { Value } from '../../../primitives/value.ts'
import { HeatMap } from './HeatMap.tsx'
import { ShowNumbers } from './ShowNumbers.tsx'
import { useTensor } from './useTensor.ts'
import { writtenOut } from './writtenOut.ts'

interface Props {
  readonly name: string
  readonly value: Value
  readonly kind: MathRole
  readonly present?: ArrayLike<number>
  /** Of the button that opens the numbers. */
  readonly tabIndex?: number
}

/** Tiles along an axis of a matrix, and of a vector, whose picture alone says how long it is. */
const MOST_TILES = 8
const MOST_IN_VECTOR = 16
/** In em. */
const VECTOR_WIDTH = 4

/** An array in a cell of a table: a thumbnail and its shape; the numbers open. */
export function ArrayCell({ name, value, kind, present, tabIndex }: Props) {
  const tensor = useTensor(value)
  const isVector = tensor.shape.length === 1
  return (
    <data className="array-cell" value={writtenOut(value, tensor)} data-role={kind}>
      <ShowNumbers {...{ name, tensor, kind, present, tabIndex }}>
        {isVector ? (
          <HeatMap
            tensor={tensor}
            most={MOST_IN_VECTOR}
            tile={Math.min(0.5, VECTOR_WIDTH / Math.min(MOST_IN_VECTOR, tensor.entries.length))}
            longest={{ width: VECTOR_WIDTH, height: 1 }}
          />
        ) : (
          <>
            <HeatMap tensor={tensor} most={MOST_TILES} tile={0.5} longest={{ width: 1.6, height: 1.5 }} />
            <span>{shapeLabel(tensor.shape)}</span>
          </>
        )}
      </ShowNumbers>
    </data>
  )
}
