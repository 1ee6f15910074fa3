import { useMemo } from 'react'
import { type FactoredLine, factoredSum } from '../../../../methods/linear/factoredSum.ts'
import { displayAdjoint } from '../../../../notation/names.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import type { Between } from '../../../../trace/betweenEntries.ts'
import { Fold } from '../../../kit/fold/Fold.tsx'

interface Props {
  readonly between: Between
  readonly from: number
  readonly to: number
}

/** Lines that are shown; terms of each. */
const MOST_LINES = 12
const MOST_TERMS = 4

/** The same sum with common factors taken out: what reverse mode computes. */
export function Factored({ between, from, to }: Props) {
  const lines = useMemo(() => factoredSum(between.linear, from, to), [between, from, to])
  const left = lines.length - MOST_LINES
  const shown = left > 1 ? [...lines.slice(0, MOST_LINES - 2), ...lines.slice(-2)] : lines
  return (
    <Fold name="factored" className="chain-more" summary="Factored, as reverse mode adds it up">
      <ol className="chain-lines">
        {shown.map((line, i) => (
          <li key={line.vertex}>
            {left > 1 && i === MOST_LINES - 2 && <span className="chain-soft">… {left} more lines …</span>}
            <span>
              {adjointOf(between, line.vertex)} = {termsOf(between, line)}
              <data value={exact(line.number)}>{short(line.number)}</data>
            </span>
          </li>
        ))}
      </ol>
    </Fold>
  )
}

const adjointOf = ({ nameOf }: Between, vertex: number): string => displayAdjoint(nameOf(vertex))

function termsOf(between: Between, { links }: FactoredLine): string {
  if (links.length === 0) return ''
  const terms = links
    .slice(0, MOST_TERMS)
    .map(
      ({ consumer, partial }) =>
        `${adjointOf(between, consumer)}·${partial < 0 ? `(${short(partial)})` : short(partial)}`,
    )
  return `${[...terms, ...(links.length > MOST_TERMS ? ['…'] : [])].join(' + ')} = `
}
