import { Fragment } from 'react'
import { count } from '../../../../language/words.ts'
import type { Matrix } from '../../../../methods/linear/matrix.ts'
import type { Factor } from '../../../../methods/linear/product.ts'
import { HeatMap } from '../../../kit/arrays/HeatMap.tsx'
import { SmallMatrix } from './SmallMatrix.tsx'

interface Props {
  /** From left to right. */
  readonly factors: readonly Factor[]
  readonly chosen: number | null
  readonly choose: (factor: number | null) => void
  readonly costAt: (factor: number) => number
  readonly onMultiply: (factor: number) => void
}

/** Larger matrices are pictures. */
const MOST_NUMBERS = 9
const MOST_COLUMNS = 3

/** J₃, or J₃J₂ of a product; of a long one its ends. */
export function factorName({ first, last }: Factor): string {
  const names = Array.from({ length: last - first + 1 }, (_, i) => `J${subscript(last + 1 - i)}`)
  return names.length > 3 ? `${names[0]}⋯${names[names.length - 1]}` : names.join('')
}

const subscript = (x: number): string => String(x).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)])

/** The factors side by side; a press on the dot between two of them multiplies them. */
export const MatrixRow = ({ factors, chosen, choose, costAt, onMultiply }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; this groups the factors of a product
  <div className="chain-product-row" role="group" aria-label="Product of Jacobians">
    {factors.map((factor, at) => (
      <Fragment key={`${factor.first}-${factor.last}`}>
        {at > 0 && (
          <button
            type="button"
            className="chain-dot"
            aria-label={`Multiply ${factorName(factors[at - 1])} and ${factorName(factor)}: ${count(costAt(at - 1), 'multiplication')}`}
            title={count(costAt(at - 1), 'multiplication')}
            onClick={() => onMultiply(at - 1)}
          >
            ·
          </button>
        )}
        <button
          type="button"
          className="chain-matrix"
          aria-pressed={at === chosen}
          onClick={() => choose(at === chosen ? null : at)}
        >
          <Picture matrix={factor.matrix} />
          <span>
            {factorName(factor)} {factor.matrix.rows}×{factor.matrix.columns}
          </span>
        </button>
      </Fragment>
    ))}
  </div>
)

function Picture({ matrix }: { readonly matrix: Matrix }) {
  const { rows, columns, numbers } = matrix
  if (rows * columns <= MOST_NUMBERS && columns <= MOST_COLUMNS) return <SmallMatrix matrix={matrix} />
  return (
    <HeatMap
      tensor={{ shape: [rows, columns], entries: numbers }}
      most={32}
      tile={0.75}
      longest={{ width: 6, height: 6 }}
    />
  )
}
