import type { Mode } from '../../../autodiff/pass.ts'
import { passCount } from '../../../autodiff/seeds.ts'
import { noun } from '../../../language/words.ts'
import { showsPasses } from '../../../state/chapters.ts'
import { isEmbedded } from '../../../state/embedded.ts'
import { hidesCounts } from '../../../state/hiding.ts'
import { useGradual } from '../../../state/store.ts'
import { Overview } from '../../graph/index.ts'
import { useIsOpen } from '../../kit/dialog/opened.ts'
import { late } from '../../kit/late/late.tsx'
import './tally.css'

/** Where the counts will stand, so that nothing moves when they come. */
const places = (
  <>
    <p className="tally-done" data-role="forward" />
    <p className="tally-done" data-role="reverse" />
    <div className="tally-actions" />
  </>
)

/** Counting operations comes after the graph. */
const Counts = late('The count of operations', () => import('./TallyCounts.tsx'), { meanwhile: () => places })

function Needed({ mode, title }: { readonly mode: Mode; readonly title: string }) {
  const passes = useGradual(({ compilation: { graph } }) => graph && passCount(graph, mode)) ?? 0
  const isHidden = useGradual(hidesCounts)
  return (
    <span className="tally-needed" data-role={mode}>
      {title}: {isHidden ? '?' : <data value={passes}>{passes}</data>} {noun(isHidden ? 2 : passes, 'pass', 'passes')}.
    </span>
  )
}

/** Passes that the Jacobian needs after one primal pass: d tangent passes or c adjoint passes. What is done stands beside it. */
export function Tally() {
  const isPlayed = useGradual(showsPasses)
  const open = useIsOpen('tally')
  return (
    <section id="tally" className="tally" aria-label="Passes" data-open={open || undefined}>
      <p role="status" aria-live="off" aria-label="Tally">
        <Needed mode="forward" title="Forward mode" /> <Needed mode="reverse" title="Reverse mode" />
      </p>
      {!isEmbedded && <Counts />}
      {isPlayed && <Overview />}
    </section>
  )
}
