import { diamonds, diamondsIn } from '../../../../methods/linear/diamonds.ts'
import { open } from '../../../../state/openProgram.ts'
import { chooseEnds, endAt, fromAtHand, toAtHand } from '../../../../state/question.ts'
import { useGradual } from '../../../../state/store.ts'
import { betweenEntries } from '../../../../trace/betweenEntries.ts'
import { EndChooser } from '../../../kit/derivative/EndChooser.tsx'
import { Explanation } from '../../../kit/derivative/Explanation.tsx'
import { GlossaryTerm } from '../../../kit/glossary/GlossaryTerm.tsx'
import type { ViewProps } from '../view.ts'
import { ArrayPaths } from './ArrayPaths.tsx'
import { NumberPaths } from './NumberPaths.tsx'

/** The graphical chain rule: a derivative is the sum over paths of the products of local partials. */
export default function Paths({ session }: ViewProps) {
  const { graph, primal } = session
  const [from, to] = [useGradual(fromAtHand), useGradual(toAtHand)]
  const ends = { from: endAt(graph, 'forward', from), to: endAt(graph, 'reverse', to) }
  const between = betweenEntries(primal)
  return (
    <>
      <Explanation source="Bauer, Computational graphs and rounding error (1974)">
        The derivative is the sum, over all paths from input to output, of the products of{' '}
        <GlossaryTerm name="localPartial">local partials</GlossaryTerm>. Automatic differentiation takes out common
        factors: it multiplies along each edge once.
      </Explanation>
      {ends.from && ends.to ? (
        <>
          <div className="chain-row">
            <EndChooser graph={graph} mode="forward" end={ends.from} onChange={(name) => chooseEnds({ from: name })} />
            <EndChooser graph={graph} mode="reverse" end={ends.to} onChange={(name) => chooseEnds({ to: name })} />
          </div>
          {ends.from.isWhole || ends.to.isWhole ? (
            <ArrayPaths primal={primal} from={ends.from.seed} to={ends.to.seed} />
          ) : typeof between === 'string' ? (
            <p>{between}</p>
          ) : (
            <NumberPaths primal={primal} between={between} from={ends.from.seed} to={ends.to.seed} />
          )}
        </>
      ) : (
        <p>A derivative needs an input and an output. Write x = 2 and f = x*x, for example.</p>
      )}
      <Diamonds />
    </>
  )
}

/** A hundred diamonds have 2¹⁰⁰ paths. */
const MANY = 100

function Diamonds() {
  const count = useGradual((state) => diamondsIn(state.source))
  const show = (diamondCount: number) => {
    open(diamonds(diamondCount))
    chooseEnds({ from: null, to: null })
  }
  return (
    <section className="chain-try">
      <h3>Try: paths that double</h3>
      <div className="chain-buttons">
        <button type="button" className="button" onClick={() => show(count + 1)}>
          {count === 0 ? 'A chain of diamonds' : 'One more diamond'}
        </button>
        <button type="button" className="button" disabled={count === MANY} onClick={() => show(MANY)}>
          100 diamonds
        </button>
      </div>
    </section>
  )
}
