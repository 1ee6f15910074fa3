import { twoMoons } from '../../../examples/networks.ts'
import { exact, short } from '../../../notation/numbers.ts'
import { tellingName } from '../../../notation/symbols.ts'
import { dataFile } from '../../../state/dataFiles.ts'
import { changeText } from '../../../state/document.ts'
import { isProgramLocked } from '../../../state/locked.ts'
import { openExample } from '../../../state/openExample.ts'
import { asParameters } from '../../../state/parameters.ts'
import { change, useGradual } from '../../../state/store.ts'
import { continueSlower, restartTraining, useTraining } from '../../../state/training.ts'
import type { TrainingProgress } from '../../../training/messages.ts'
import { useIsMissing } from '../../kit/late/late.tsx'
import { MissingPart } from '../../kit/late/MissingPart.tsx'
import { Rested } from './Rested.tsx'

/** Turns the program’s own numbers into what is learnt. */
function MakeParameters() {
  const compilation = useGradual((state) => state.compilation)
  const { names, changes } = asParameters(compilation)
  if (names.length === 0 || compilation.outOfDate) return null
  return (
    <button type="button" className="button" onClick={() => isProgramLocked() || changeText(changes)}>
      Make {names.join(', ')} {names.length > 1 ? 'parameters' : 'a parameter'}
    </button>
  )
}

/** Why this program cannot be trained. */
function Problem({ problem }: { readonly problem: string }) {
  const hasParameters = useGradual(({ compilation }) => compilation.inputs.some(({ role }) => role === 'param'))
  return (
    <div className="train-trouble" role="alert">
      <p>{problem}</p>
      {!hasParameters && <MakeParameters />}
      {!hasParameters && (
        <button type="button" className="button" onClick={() => openExample(twoMoons.program, twoMoons.training)}>
          Open “{twoMoons.name}”
        </button>
      )}
    </div>
  )
}

/** A tenth, in few digits; no more than what usually works. */
const smaller = (rate: number) => Math.min(0.1, Number((rate / 10).toPrecision(2)))

/** Leads to the node where numbers were lost: as the graph has it, or the closed module that it is in. */
function MarkLost() {
  const places = useTraining((state) => state.lost)
  const graph = useGradual(({ compilation }) => compilation.graph)
  const node = graph ? (places.map((place) => graph.place.indexOf(place)).find((found) => found >= 0) ?? -1) : -1
  if (!graph || node < 0) return null
  return (
    <button type="button" className="button" onClick={() => change({ highlight: graph.id[node] })}>
      Mark {tellingName(graph, node)} in the graph
    </button>
  )
}

/** Where a run left the finite numbers, and the parameters from before. */
function Diverged({ divergence, parameters }: TrainingProgress) {
  const rate = useGradual((state) => state.trainingRate)
  return (
    <div className="train-trouble" role="alert">
      <p>{divergence?.message}</p>
      <MarkLost />
      <dl className="train-values" aria-label="Last good parameters">
        {Object.entries(parameters).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <data value={exact(value)}>{short(value)}</data>
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button" onClick={() => continueSlower(smaller(rate))}>
        Continue from the last good parameters with a smaller rate, {smaller(rate)}
      </button>
    </div>
  )
}

/** The worker is gone; the last report stands. */
function Failed({ failure }: { readonly failure: string }) {
  return (
    <div className="train-trouble" role="alert">
      <p>
        Training stopped by a mistake of this page ({failure}). What you see is the last report; its parameters can be
        written into the program.
      </p>
      <button type="button" className="button" onClick={restartTraining}>
        Start again
      </button>
    </div>
  )
}

/** The chosen data set is on its way, or did not load. */
function Awaited() {
  const chosen = useTraining((state) => state.chosen)
  const file = dataFile(chosen)
  const isMissing = useIsMissing(file)
  if (!file) return null
  return (
    <div className="train-rest">
      {isMissing ? <MissingPart part={file} /> : <p role="status">The data set “{chosen}” is loading.</p>}
    </div>
  )
}

export function Troubles() {
  const isAwaited = useTraining((state) => state.isAwaited)
  const problem = useTraining((state) => state.problem)
  const failure = useTraining((state) => state.failure)
  const progress = useTraining((state) => state.progress)
  if (failure) return <Failed failure={failure} />
  if (isAwaited) return <Awaited />
  if (problem) return <Problem problem={problem} />
  return progress?.divergence ? <Diverged {...progress} /> : <Rested />
}
