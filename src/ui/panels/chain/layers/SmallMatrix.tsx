import type { Matrix } from '../../../../methods/linear/matrix.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { largestOf, shadeOf } from '../../../../picture/heat/shading.ts'

/** So much of a cell is filled at most. */
const FILL = 40

/** A matrix in numbers, to be looked at; its table opens to be read. */
export function SmallMatrix({ matrix: { rows, columns, numbers, present } }: { readonly matrix: Matrix }) {
  const largest = largestOf(numbers)
  return (
    <span className="chain-numbers" aria-hidden style={{ gridTemplateColumns: `repeat(${columns}, auto)` }}>
      {Array.from({ length: rows * columns }, (_, place) => (
        <data
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place
          key={place}
          value={exact(numbers[place])}
          style={{
            background: `color-mix(in srgb, var(--heat) ${FILL * shadeOf(numbers[place], largest)}%, var(--canvas))`,
          }}
        >
          {present[place] ? short(numbers[place]) : '–'}
        </data>
      ))}
    </span>
  )
}
