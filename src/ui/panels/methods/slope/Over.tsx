import { adjoint } from '../../../../autodiff/adjoint.ts'
import { seedAt, unitSeed } from '../../../../autodiff/seeds.ts'
import type { Seed } from '../../../../core.ts'
import type { Question } from '../../../../methods/question.ts'
import { displayName } from '../../../../notation/names.ts'
import { change, useGradual } from '../../../../state/store.ts'
import { FieldPicture } from './FieldPicture.tsx'
import { useField } from './useCurve.ts'

/** Inputs that are offered for the second axis. */
const MOST_OFFERED = 100

/** The output over this input and another. */
export function Over({ question }: { readonly question: Question }) {
  const chosen = useGradual((state) => state.slopeOver)
  const { from } = question
  const others = othersOf(question)
  const other = others.find(({ name }) => name === chosen) ?? nearest(question, others)
  if (!other) return <p>The program has one input only. With a second one, the contours over both stand here.</p>
  return (
    <>
      <div className="chain-row">
        <label>
          Over {displayName(from.name)} and
          <select
            aria-label="Second input"
            value={other.name}
            onChange={({ target }) => change({ slopeOver: target.value })}
          >
            {others.map(({ name }) => (
              <option key={name} value={name}>
                {displayName(name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <OverBoth question={question} other={other} />
    </>
  )
}

function OverBoth({ question, other }: { readonly question: Question; readonly other: Seed }) {
  const field = useField(question, other)
  const { from, to } = question
  return (
    field && (
      <FieldPicture
        field={field}
        inputs={[displayName(from.name), displayName(other.name)]}
        output={displayName(to.name)}
      />
    )
  )
}

const othersOf = ({ view: { graph }, from }: Question): Seed[] =>
  graph.inputs
    .slice(0, MOST_OFFERED + 1)
    .map((_, i) => seedAt(graph, 'forward', i))
    .filter(({ name }) => name !== from.name)

/** The next input that the output depends on, else the next one. */
function nearest({ primal, to }: Question, others: readonly Seed[]): Seed | undefined {
  const { present } = adjoint(primal, unitSeed(primal.graph, to))
  return others.find(({ node }) => present[node]) ?? others[0]
}
