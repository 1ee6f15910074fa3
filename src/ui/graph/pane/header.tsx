import type { Mode } from '../../../autodiff/pass.ts'
import { otherMode } from '../../../autodiff/pass.ts'
import { noun } from '../../../language/words.ts'
import { hidesCounts } from '../../../state/hiding.ts'
import type { Session } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { passesDone } from '../../../trace/position.ts'
import { GlossaryTerm } from '../../kit/glossary/GlossaryTerm.tsx'
import { late } from '../../kit/late/late.tsx'
import { SeedChips } from '../svg/chips.tsx'
import { seededPasses, seedName } from './seeds.ts'

const SeedPicker = late('The list of seeds', () => import('./picker.tsx'))
const RaceLine = late('The line of the race', () => import('./raceLine.tsx'))
const OwnSeed = late('The seed of your own', () => import('./ownSeed.tsx'))
const SecondPasses = late('The list of passes', () => import('./secondPasses.tsx'))

/** Letters of seeds that have room in a row, alone and beside the other mode's, each with its frame; more are picked from a list. */
const ROOM = { alone: 34, beside: 24 }
const FRAME = 4

function fitsInRow(session: Session, mode: Mode, room: number): boolean {
  let letters = 0
  for (let index = 0; index < seededPasses(session, mode); index++) {
    letters += FRAME + seedName(session, mode, index).length
    if (letters > room) return false
  }
  return true
}

const MODE_WORDS = { forward: 'forwardMode', reverse: 'reverseMode' } as const

/** What the pane shows: the mode, how many passes it takes, which are done and which seed is at hand. */
export function PaneHeader({ mode, session }: { readonly mode: Mode; readonly session: Session }) {
  const position = useGradual((state) => state.position)
  const compares = useGradual((state) => state.shown === 'compare')
  const isHidden = useGradual(hidesCounts)
  const { timeline } = session
  const needed = timeline[mode].count - 1
  const done = passesDone(timeline, position, mode)
  const other = otherMode(mode)
  const waits =
    compares &&
    done === needed &&
    position[mode] > 0 &&
    passesDone(timeline, position, other) < timeline[other].count - 1
  return (
    <header className="pane-header" data-mode={mode}>
      <h2>
        <span className="pane-count">{isHidden ? '?' : needed}</span>{' '}
        <span className="pane-title">
          {timeline[mode].of !== 'second' && (
            <>
              <GlossaryTerm name={MODE_WORDS[mode]}>
                {mode}
                <span className="pane-mode">-mode</span>
              </GlossaryTerm>{' '}
            </>
          )}
          {noun(isHidden ? 2 : needed, 'pass', 'passes')}
          {timeline[mode].of === 'second' && ' to H·v'}
        </span>
      </h2>
      {position.race ? !isHidden && <RaceLine mode={mode} /> : waits && <p className="pane-waits">done, waits</p>}
      {/* Seeds in a row could be counted. */}
      {isHidden ? null : timeline[mode].of !== 'units' ? (
        timeline[mode].of === 'second' ? (
          <SecondPasses session={session} />
        ) : (
          <OwnSeed mode={mode} session={session} />
        )
      ) : fitsInRow(session, mode, compares ? ROOM.beside : ROOM.alone) ? (
        <SeedChips mode={mode} session={session} />
      ) : (
        <SeedPicker mode={mode} session={session} />
      )}
    </header>
  )
}
