import { displayName } from '../../../../notation/names.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { open } from '../../../../state/openProgram.ts'
import { chooseEnds, endAt, toAtHand } from '../../../../state/question.ts'
import { useGradual } from '../../../../state/store.ts'
import { Agreement } from '../../../kit/derivative/Agreement.tsx'
import { EndChooser } from '../../../kit/derivative/EndChooser.tsx'
import { Explanation } from '../../../kit/derivative/Explanation.tsx'
import { GlossaryTerm } from '../../../kit/glossary/GlossaryTerm.tsx'
import { useNarrow } from '../../../kit/theme/useNarrow.ts'
import Stage from '../linearised/Stage.tsx'
import type { ViewProps } from '../view.ts'
import type { Pair } from './pair.ts'
import { usePair } from './usePair.ts'

/** Reverse mode as the linearised graph turned round. */
export default function Duality({ session }: ViewProps) {
  const pair = usePair(session)
  const to = useGradual(toAtHand)
  const narrow = useNarrow()
  const end = endAt(session.graph, 'reverse', to)
  return (
    <>
      <Explanation source="Bauer, Computational graphs and rounding error (1974)">
        Turn every edge of the <GlossaryTerm name="linearised">linearised</GlossaryTerm> graph round and keep its local
        partial: a vertex that copied its tangent to several now adds what comes back, and one that added now copies.
        What is left is the adjoint graph.
      </Explanation>
      {end && (
        <div className="chain-row">
          <EndChooser
            graph={session.graph}
            mode="reverse"
            end={end}
            whole={false}
            onChange={(name) => chooseEnds({ to: name })}
          />
        </div>
      )}
      {narrow && <Stage />}
      {typeof pair === 'string' ? <p>{pair}</p> : <AsProgram pair={pair} />}
    </>
  )
}

/** Lines that are shown at once. */
const MOST_LINES = 12

function AsProgram({ pair: { program, gradient, comparison } }: { readonly pair: Pair }) {
  return (
    <>
      <h3>The adjoint graph as a program</h3>
      <textarea
        className="chain-program"
        aria-label="The adjoint graph as text"
        readOnly
        spellCheck={false}
        rows={Math.min(MOST_LINES, program.source.split('\n').length)}
        value={program.source}
      />
      <div className="chain-buttons">
        <button type="button" className="button" onClick={() => open(program.source)}>
          Open as a program
        </button>
      </div>
      <p>Its primal pass gives the gradient:</p>
      <ul className="chain-lines">
        {gradient.map(({ name, found }) => (
          <li key={name}>
            <span>
              {displayName(name)} = <data value={exact(found)}>{short(found)}</data>
            </span>
          </li>
        ))}
      </ul>
      <Agreement {...comparison}>the gradient by an adjoint pass</Agreement>
    </>
  )
}
