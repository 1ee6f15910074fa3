import type { Layer } from '../../../../methods/linear/layers.ts'
import type { Factor } from '../../../../methods/linear/product.ts'
import type { Between } from '../../../../trace/betweenEntries.ts'
import { HeatTable } from '../../../kit/arrays/HeatTable.tsx'
import { shortenedList } from '../paths/shortenedList.ts'

interface Props {
  readonly between: Between
  readonly layers: readonly Layer[]
  readonly span: Factor
  readonly name: string
}

/** One factor with the names of its rows and columns. */
export function MatrixInFull({ between: { symbolOf }, layers, span: { first, last, matrix }, name }: Props) {
  const { from } = layers[first]
  const { to } = layers[last]
  const skipping = first === last ? to.filter((vertex) => !layers[first].computed.includes(vertex)) : []
  return (
    <div className="chain-full">
      <p className="chain-soft">
        Rows {shortenedList(to, ', ', symbolOf)}; columns {shortenedList(from, ', ', symbolOf)}.
        {skipping.length > 0 && ` Identity rows: ${shortenedList(skipping, ', ', symbolOf)} only pass through.`}
      </p>
      <HeatTable
        name={name}
        tensor={{ shape: [matrix.rows, matrix.columns], entries: matrix.numbers }}
        present={matrix.present}
        labelOf={(entry) =>
          `∂${symbolOf(to[Math.floor(entry / matrix.columns)])}/∂${symbolOf(from[entry % matrix.columns])}`
        }
        kind="partial"
      />
    </div>
  )
}
