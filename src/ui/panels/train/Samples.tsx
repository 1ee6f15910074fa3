import { memo } from 'react'
import { hueOf, marks } from './marks.ts'
import type { ChartPoint } from './thinned.ts'

/** Samples that are drawn; more would hide each other. */
const MOST_SAMPLES = 500

interface Props {
  readonly samples: readonly { readonly place: ChartPoint; readonly mark: number }[]
  readonly radius: number
}

/** The samples, each class with a shape and a hue of its own. */
export const Samples = memo(
  ({ samples, radius }: Props) => {
    const stride = Math.ceil(samples.length / MOST_SAMPLES)
    const shown = samples.filter((_, i) => i % stride === 0)
    const kinds = [...new Set(shown.map(({ mark }) => mark))].sort((a, b) => a - b)
    return kinds.map((kind) => (
      <path
        key={kind}
        className="train-sample"
        data-hue={hueOf(kind)}
        d={marks(
          kind,
          radius,
          shown.flatMap(({ mark, place }) => (mark === kind ? [place] : [])),
        )}
      />
    ))
  },
  (before, after) => before.samples === after.samples && before.radius === after.radius,
)
