import type { Mode } from '../../autodiff/pass.ts'
import { passesDone } from '../../state/position.ts'
import type { Session } from '../../state/session.ts'
import { useGradual } from '../../state/store.ts'
import { late } from '../late/late.tsx'
import { SeedChips } from './chips.tsx'

const SeedPicker = late('The list of seeds', () => import('./picker.tsx'))
const RaceLine = late('The line of the race', () => import('../tally/RaceLine.tsx'))
const OwnSeed = late('The seed of your own', () => import('../jacobian/seeds/OwnSeed.tsx'))
const SecondPasses = late('The list of passes', () => import('../second/SecondPasses.tsx'))

/** So many seeds can be told apart at a glance; more are picked from a list. */
const MOST_CHIPS = 8

/** What the pane shows: the mode, how many passes it takes, which are done and which seed is at hand. */
export function PaneHeader({ side, session }: { readonly side: Mode; readonly session: Session }) {
  const position = useGradual((state) => state.position)
  const compares = useGradual((state) => state.shown === 'compare')
  const { timeline } = session
  const needed = timeline[side].count - 1
  const done = passesDone(timeline, position, side)
  const other = side === 'forward' ? 'reverse' : 'forward'
  const waits =
    compares &&
    done === needed &&
    position[side] > 0 &&
    passesDone(timeline, position, other) < timeline[other].count - 1
  return (
    <header className="pane-header">
      <h2>
        <span className="pane-count">{needed}</span>{' '}
        {timeline[side].of !== 'second' && (
          <>
            {side}
            <span className="pane-mode">-mode</span>{' '}
          </>
        )}
        {needed === 1 ? 'pass' : 'passes'}
        {timeline[side].of === 'second' && ' to H·v'}
      </h2>
      {position.race ? <RaceLine side={side} /> : waits && <p className="pane-waits">done, waits</p>}
      {timeline[side].of !== 'units' ? (
        timeline[side].of === 'second' ? (
          <SecondPasses session={session} />
        ) : (
          <OwnSeed side={side} session={session} />
        )
      ) : needed > MOST_CHIPS ? (
        <SeedPicker side={side} session={session} />
      ) : (
        <SeedChips side={side} session={session} />
      )}
    </header>
  )
}
