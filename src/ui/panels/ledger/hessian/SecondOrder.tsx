import { passCount, seedAt, seedIndex, unitSeed } from '../../../../autodiff/seeds.ts'
import type { Graph, Numbers } from '../../../../core.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { hidesCounts } from '../../../../state/hiding.ts'
import { seedOf } from '../../../../state/ownSeeds.ts'
import { show } from '../../../../state/playback.ts'
import type { SecondReport } from '../../../../state/secondReport.ts'
import { playHessian } from '../../../../state/seeding.ts'
import type { Session } from '../../../../state/session.ts'
import { change, useGradual } from '../../../../state/store.ts'
import { useAnswer } from '../../../kit/costs/useAnswer.ts'
import { Count } from '../../../kit/hidden/Count.tsx'
import { useDraft, weightsOf } from '../seeds/draft.ts'
import { HessianDirection } from './HessianDirection.tsx'
import { NodeTable } from './NodeTable.tsx'
import { WholeHessian } from './WholeHessian.tsx'
import './hessian.css'

/** Outputs that a list has room for. */
const MOST_OUTPUTS = 200

/** Second derivatives: a Hessian-vector product by forward over reverse, and for few inputs the whole Hessian. */
export default function SecondOrder({ session }: { readonly session: Session }) {
  const { graph } = session
  const name = useGradual((state) => state.hessianOutput)
  const chosen = name === null ? 0 : Math.max(0, seedIndex(graph, 'reverse', name))
  const played = useGradual(({ seeds }) => (seeds.hvp === null ? -1 : seedIndex(graph, 'reverse', seeds.hvp)))
  const count = Math.min(passCount(graph, 'reverse'), MOST_OUTPUTS)
  if (count === 0 || graph.inputs.length === 0) return <p>A second derivative needs an input and an output.</p>
  const shown = Math.min(played < 0 ? chosen : played, count - 1)
  const output = seedAt(graph, 'reverse', shown)
  return (
    <section className="second" aria-label="Second order">
      <p>
        Along v the gradient of {output.name} changes by H·v, with the Hessian H. A tangent pass gives v̇, an adjoint
        pass v̄, and a last pass over the same graph what the adjoints change by:{' '}
        <span className="second-rule">v̄̇ = Σ (v̄̇·p + v̄·ṗ)</span>.
      </p>
      {count > 1 && (
        <label className="second-output">
          Output{' '}
          <select
            value={shown}
            onChange={({ target }) => {
              change({ hessianOutput: seedAt(graph, 'reverse', Number(target.value)).name })
              if (played >= 0) show('compare')
            }}
          >
            {Array.from({ length: count }, (_, index) => seedAt(graph, 'reverse', index).name).map((name, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Products key={output.name} session={session} output={output.name} weights={unitSeed(graph, output)} />
    </section>
  )
}

interface ProductsProps {
  readonly session: Session
  readonly output: string
  readonly weights: Numbers
}

function Products({ session, output, weights }: ProductsProps) {
  const { graph, primal } = session
  const direction = useDirection(graph)
  const report = useAnswer(primal, 'second', { weights, direction: direction.seed })
  const isPlayed = session.timeline.reverse.of === 'second'
  return (
    <>
      <HessianDirection graph={graph} weights={direction.weights} product={report?.product ?? null} />
      <button
        type="button"
        className="button"
        aria-pressed={isPlayed}
        title="Tangents, adjoints and adjoint tangents, pass by pass over the graph"
        onClick={() => playHessian(output, direction.weights)}
      >
        Play H·v
      </button>
      {isPlayed && <NodeTable session={session} />}
      {report ? <Cost report={report} /> : <p>Computing …</p>}
      <WholeHessian session={session} output={output} weights={weights} />
    </>
  )
}

/** The direction is the seed v of the Jacobian. */
function useDirection(graph: Graph) {
  const seeds = useGradual((state) => state.seeds)
  const draft = useDraft(({ forward }) => forward)
  const weights = weightsOf(graph, 'forward', seeds, draft)
  return { weights, seed: seedOf(graph, 'forward', weights) }
}

/** Differences are no closer than this. */
const CLOSE = 1e-5

function Cost({ report: { operations, error } }: { readonly report: SecondReport }) {
  const { all, tangent, adjoint: gradient, adjointTangents } = operations
  const isClose = error < CLOSE
  const isHidden = useGradual(hidesCounts)
  return (
    <p>
      H·v takes <Count of={all} /> operations beside the primal pass: <Count of={tangent} /> for v̇,{' '}
      <Count of={gradient} /> for v̄, <Count of={adjointTangents} /> for v̄̇. A gradient takes <Count of={gradient} />
      {gradient > 0 && !isHidden && `; the product ${Number((all / gradient).toPrecision(2))} times as many`}.{' '}
      {Number.isNaN(error) ? (
        'Differences of gradients say nothing here: they are no numbers.'
      ) : (
        <>
          <span data-agrees={isClose}>
            <b>{isClose ? '✓ equals' : '✗ differs from'}</b> differences of gradients
          </span>
          , {isClose ? 'off' : 'here'} by <data value={exact(error)}>{short(error)}</data>
          {isClose ? '.' : ': they are poor where the function bends sharply, jumps or has a kink.'}
        </>
      )}
    </p>
  )
}
