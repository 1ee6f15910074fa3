import { MODES } from '../../../autodiff/pass.ts'
import { BOUND, passRatio, ratioOf } from '../../../costs/modeCounts.ts'
import { PASS_NAMES } from '../../../notation/modes.ts'
import type { Costs } from '../../../state/costs.ts'

const times = (ratio: number): string => (Number.isFinite(ratio) ? `${ratio.toPrecision(3)}×` : '–')

/** The work beside that of the primal pass, and beside the bounds of the theory. */
export function Ratios({ costs: { even } }: { readonly costs: Costs }) {
  return (
    <>
      <table className="cost-table" aria-label="Times the primal pass">
        <thead>
          <tr>
            <th scope="col">Times the primal pass</th>
            {MODES.map((mode) => (
              <th key={mode} scope="col" data-role={mode}>
                {PASS_NAMES[mode]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Primal and one pass</th>
            {MODES.map((mode) => (
              <td key={mode}>{times(passRatio(even[mode]))}</td>
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
        counts every operation as one and keeps partials. So sums stay far below the bounds, while a product of two
        moving operands (1 operation, 3 for its tangent) or a costly partial exceeds them.
      </p>
    </>
  )
}
