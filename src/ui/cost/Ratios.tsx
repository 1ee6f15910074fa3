import { total } from '../../costs/counts.ts'
import { ratioOf } from '../../costs/modeCounts.ts'
import type { Costs } from '../../state/costs.ts'
import { MODES, PASS } from './words.ts'

/** Griewank and Walther, Evaluating Derivatives, 2nd edition, 2008, section 4.6: one pass with its primal, in their model. */
const BOUND = { forward: 2.5, reverse: 4 } as const

const times = (ratio: number): string => (Number.isFinite(ratio) ? `${ratio.toPrecision(3)}×` : '–')

/** The work beside that of the primal pass, and beside the bounds of the theory. */
export function Ratios({ costs: { even } }: { readonly costs: Costs }) {
  const primal = total(even.forward.values)
  const one = { forward: (even.base + even.tangent) / primal, reverse: (even.base + even.adjoint) / primal }
  return (
    <>
      <table className="cost-table" aria-label="Times the primal pass">
        <thead>
          <tr>
            <th scope="col">Times the primal pass</th>
            {MODES.map((mode) => (
              <th key={mode} scope="col" data-role={mode}>
                {PASS[mode]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Primal and one pass</th>
            {MODES.map((mode) => (
              <td key={mode}>{times(one[mode])}</td>
            ))}
          </tr>
          <tr className="cost-bound">
            <th scope="row">Bound of the theory</th>
            {MODES.map((mode) => (
              <td key={mode}>{BOUND[mode]}×</td>
            ))}
          </tr>
          <tr>
            <th scope="row">Primal and all passes</th>
            {MODES.map((mode) => (
              <td key={mode}>{times(ratioOf(even[mode]))}</td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="cost-quiet">
        The bounds are Griewank and Walther’s. Their model weighs memory accesses and evaluates partials anew; this one
        counts every operation as one and keeps partials, so a costly partial beside a cheap primal can exceed them.
      </p>
    </>
  )
}
