import { passCount } from '../../../../autodiff/seeds.ts'
import type { Graph, Numbers, Seed } from '../../../../core.ts'
import { entryCount } from '../../../../graph/nodes.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { largestOf, shadeOf } from '../../../../picture/heat/shading.ts'
import type { HessianReport } from '../../../../state/secondReport.ts'
import { playHessian } from '../../../../state/seeding.ts'
import type { Weights } from '../../../../state/seedText.ts'
import type { Session } from '../../../../state/session.ts'
import { useAnswer } from '../../../kit/costs/useAnswer.ts'
import { Count } from '../../../kit/hidden/Count.tsx'
import { Scroller } from '../../../kit/scroller/Scroller.tsx'
import { useDraft } from '../seeds/draft.ts'

/** Input entries up to which the whole Hessian is shown. */
const MOST_INPUTS = 12
/** So much of a cell is filled at most: its number must stay readable on it. */
const FILL = 40
/** Rounding, relative to the largest entry. */
const CLOSE = 1e-9

interface Props {
  readonly session: Session
  readonly output: string
  readonly weights: Numbers
}

/** The whole Hessian of an output, for few inputs. */
export function WholeHessian({ session: { graph, primal }, output, weights }: Props) {
  const count = passCount(graph, 'forward')
  if (count > MOST_INPUTS)
    return (
      <p className="jacobian-legend">
        The whole Hessian takes {count} such products; it is shown for up to {MOST_INPUTS} numbers in the inputs.
      </p>
    )
  return <Shown primal={primal} output={output} weights={weights} />
}

function Shown({ primal, output, weights }: Pick<Session, 'primal'> & Omit<Props, 'session'>) {
  const report = useAnswer(primal, 'hessian', weights)
  if (!report) return null
  const { entries, rows, operations, asymmetry } = report
  const largest = largestOf(rows.flatMap((row) => [...row]))
  const isSymmetric = asymmetry <= CLOSE * Math.max(1, largest)
  return (
    <>
      <h3>Hessian of {output}</h3>
      <Scroller className="second-scroll">
        <HessianTable output={output} graph={primal.graph} entries={entries} rows={rows} largest={largest} />
      </Scroller>
      <p>
        {!Number.isNaN(asymmetry) && (
          <b data-agrees={isSymmetric}>
            {isSymmetric ? '✓ symmetric. ' : `✗ off by ${short(asymmetry)} from symmetric. `}
          </b>
        )}
        {entries.length > 1 ? `${entries.length} products, a column each` : 'One product'}: <Count of={operations} />{' '}
        operations.
      </p>
    </>
  )
}

interface TableProps extends Pick<HessianReport, 'entries' | 'rows'>, Pick<Props, 'output'> {
  readonly graph: Graph
  readonly largest: number
}

/** The direction of a column: 1 in its entry, 0 elsewhere. */
const unitOf = (graph: Graph, { of, node, entry }: Seed): Weights =>
  new Map([[of, Array.from({ length: entryCount(graph, node) }, (_, i) => Number(i === entry))]])

function playColumn(output: string, direction: Weights): void {
  useDraft.setState({ forward: direction })
  playHessian(output, direction)
}

const HessianTable = ({ output, graph, entries, rows, largest }: TableProps) => (
  <table className="second-hessian" aria-label="Hessian">
    <thead>
      <tr>
        <td />
        {entries.map((seed) => (
          <th key={seed.name} scope="col">
            <button
              type="button"
              className="button-quiet"
              title={`Play this column: H·v along ${seed.name}`}
              onClick={() => playColumn(output, unitOf(graph, seed))}
            >
              {seed.name}
            </button>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row, i) => (
        <tr key={entries[i].name}>
          <th scope="row">{entries[i].name}</th>
          {Array.from(row, (x, j) => (
            <td
              key={entries[j].name}
              title={exact(x)}
              style={{ background: `color-mix(in srgb, var(--ink) ${FILL * shadeOf(x, largest)}%, var(--canvas))` }}
            >
              <data value={exact(x)}>{short(x)}</data>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
