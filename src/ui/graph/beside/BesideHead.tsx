import { ArrowLeftRight, X } from 'lucide-react'
import { count, noun } from '../../../language/words.ts'
import { nodeName } from '../../../notation/symbols.ts'
import { useComparison } from '../../../state/beside/comparison.ts'
import { putAway, swapBeside } from '../../../state/beside/kept.ts'
import { hidesCounts } from '../../../state/hiding.ts'
import { currentSession, type Session } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { modesOf } from '../../../trace/position.ts'
import { sessionOf } from '../../../trace/sessionOf.ts'
import { IconButton } from '../../kit/button/IconButton.tsx'

/** How many passes the program beside takes, what differs from it now, and what puts it away. */
export function BesideHead() {
  const graph = useComparison(({ compilation }) => compilation?.graph ?? null)
  const session = graph && sessionOf(graph)
  const shown = useGradual((state) => state.shown)
  const isHidden = useGradual(hidesCounts)
  const page = useGradual(currentSession)
  const differing = useGradual((state) => state.differing)
  const names = [...(differing ?? [])].map((id) => nameIn(page, id) ?? nameIn(session, id) ?? '')
  return (
    <header className="pane-header beside-head">
      <h2>Kept</h2>
      {session && (
        <p>
          {!isHidden &&
            modesOf(shown).map((mode) => {
              const passes = session.timeline[mode].count - 1
              return (
                <span key={mode} className="beside-passes" data-mode={mode}>
                  <span className="pane-count">{passes}</span>{' '}
                  <span className="beside-mode">
                    {mode} {noun(passes, 'pass', 'passes')}
                  </span>
                </span>
              )
            })}
          <span>
            {names.length === 0
              ? 'nothing differs'
              : `${count(names.length, 'node')} ${names.length > 1 ? 'differ' : 'differs'}`}
            {names.length > 0 && <span className="visually-hidden">: {listed(names)}</span>}
          </span>
        </p>
      )}
      <span className="beside-buttons">
        <IconButton name="Exchange with the program of the page" icon={ArrowLeftRight} onClick={swapBeside} />
        <IconButton name="Put away what is beside" icon={X} onClick={putAway} />
      </span>
    </header>
  )
}

const nameIn = (session: Session | null, id: number): string | null => {
  const node = session ? session.graph.id.indexOf(id) : -1
  return session && node >= 0 ? nodeName(session.graph, node) : null
}

/** More are not listed. */
const MOST_NAMES = 12

const listed = (names: readonly string[]): string =>
  names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES).join(', ')} and others` : names.join(', ')
