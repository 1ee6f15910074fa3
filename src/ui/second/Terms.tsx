import { exact, short } from '../../notation/numbers.ts'
import { nodeSymbol } from '../../notation/symbols.ts'
import { secondNumbers, secondSum, secondTerms } from '../../trace/secondOrder.ts'
import { type Course, nodeAt, type Place } from './course.ts'

/** Terms that are listed. */
const MOST_TERMS = 8

/** Of a step of the last pass: v̄̇·p + v̄·ṗ, edge by edge, with numbers. */
export function Terms({ course, place }: { readonly course: Course; readonly place: Place }) {
  const { primal, second } = course
  const node = nodeAt(course, place)
  if (place.kind !== 'second' || node === null) return null
  const terms = secondTerms(primal, second, node)
  if (!terms) return null
  return (
    <dl className="second-terms">
      {terms.slice(0, MOST_TERMS).map((term) => (
        <div key={term.edge}>
          <dt>
            from {nodeSymbol(primal.graph, term.consumer)}: {rule(term)}
          </dt>
          <dd>
            {secondNumbers(term)} = <data value={exact(secondSum(term))}>{short(secondSum(term))}</data>
          </dd>
        </div>
      ))}
      {terms.length > MOST_TERMS && <p>and {terms.length - MOST_TERMS} more</p>}
    </dl>
  )
}

const rule = ({ moved, bent }: { readonly moved: unknown; readonly bent: unknown }): string =>
  [...(moved ? ['v̄̇·p'] : []), ...(bent ? ['v̄·ṗ'] : [])].join(' + ')
