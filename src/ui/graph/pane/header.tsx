import type { Mode } from '../../../autodiff/pass.ts'
import { noun } from '../../../language/words.ts'
import { passesDone } from '../../../state/position.ts'
import type { Session } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { Term } from '../../kit/glossary/GlossaryTerm.tsx'
import { late } from '../../kit/late/late.tsx'
import { SeedChips } from '../svg/chips.tsx'
import { seedCount, seedName } from './seeds.ts'

const SeedPicker = late('The list of seeds', () => import('./picker.tsx'))
const RaceLine = late('The line of the race', () => import('./raceLine.tsx'))
const OwnSeed = late('The seed of your own', () => import('./ownSeed.tsx'))
const SecondPasses = late('The list of passes', () => import('./secondPasses.tsx'))

/** Letters of seeds that have room in a row, alone and beside the other mode's, each with its frame; more are picked from a list. */
const ROOM = { alone: 34, beside: 24 }
const FRAME = 4

function fitsInRow(session: Session, side: Mode, room: number): boolean {
  let letters = 0
  for (let index = 0; index < seedCount(session, side); index++) {
    letters += FRAME + seedName(session, side, index).length
    if (letters > room) return false
  }
  return true
}

const MODE_WORDS = { forward: 'forwardMode', reverse: 'reverseMode' } as const

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
    <header className="pane-header" data-side={side}>
      <h2>
        <span className="pane-count">{needed}</span>{' '}
        <span className="pane-title">
          {timeline[side].of !== 'second' && (
            <>
              <Term name={MODE_WORDS[side]}>
                {side}
                <span className="pane-mode">-mode</span>
              </Term>{' '}
            </>
          )}
          {noun(needed, 'pass', 'passes')}
          {timeline[side].of === 'second' && ' to H·v'}
        </span>
      </h2>
      {position.race ? <RaceLine side={side} /> : waits && <p className="pane-waits">done, waits</p>}
      {timeline[side].of !== 'units' ? (
        timeline[side].of === 'second' ? (
          <SecondPasses session={session} />
        ) : (
          <OwnSeed side={side} session={session} />
        )
      ) : fitsInRow(session, side, compares ? ROOM.beside : ROOM.alone) ? (
        <SeedChips side={side} session={session} />
      ) : (
        <SeedPicker side={side} session={session} />
      )}
    </header>
  )
}
