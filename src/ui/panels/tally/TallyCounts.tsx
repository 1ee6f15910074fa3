import { useEffect } from 'react'
import type { Mode } from '../../../autodiff/pass.ts'
import { MODES } from '../../../autodiff/pass.ts'
import { total } from '../../../costs/counts.ts'
import { MODE_SIGNS, MODE_TITLES } from '../../../notation/modes.ts'
import { ledgerTabOf } from '../../../state/chapters.ts'
import { type Costs, costsNow, useCosts } from '../../../state/costs.ts'
import { hidesCounts, hidesResults } from '../../../state/hiding.ts'
import { leaveRace, race } from '../../../state/playback.ts'
import { aliveNow, operationsDone } from '../../../state/progress.ts'
import { raceLength } from '../../../state/race.ts'
import { currentSession } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { modesOf, passesDone } from '../../../trace/position.ts'
import { costVerdict, estimate } from '../../kit/costs/words.ts'
import { toggleDialog, useIsOpen } from '../../kit/dialog/opened.ts'
import { GlossaryTerm } from '../../kit/glossary/GlossaryTerm.tsx'
import { Another } from './Another.tsx'

/** What each mode has done and needs: operations, and numbers stored at once. A mode that is not shown has done nothing. */
export default function TallyCounts() {
  const racing = useGradual(({ position }) => position.race !== undefined)
  const isHidden = useGradual(hidesCounts)
  useAsked()
  return (
    <>
      {MODES.map((mode) =>
        isHidden ? (
          <p key={mode} className="tally-done" data-role={mode}>
            <span className="tally-passes">{MODE_SIGNS[mode]} ? done,</span> <span>? operations,</span>{' '}
            <span>? stored</span>
          </p>
        ) : (
          <p key={mode} className="tally-done" data-role={mode}>
            <Passes mode={mode} />
            <Shares mode={mode} />
          </p>
        ),
      )}
      {racing ? <Racing /> : <Actions />}
    </>
  )
}

/** While the counts were asked for, they are seen where the lowest windows scroll, and go with the chapter that has their button. */
function useAsked(): void {
  const isAskedFor = useIsOpen('tally')
  const hasButton = useGradual(({ tab }) => tab === 'graph' || ledgerTabOf(tab) !== null)
  useEffect(() => {
    if (isAskedFor && !hasButton) toggleDialog('tally')
    else if (isAskedFor) document.getElementById('tally')?.scrollIntoView({ block: 'nearest' })
  }, [isAskedFor, hasButton])
}

function Passes({ mode }: { readonly mode: Mode }) {
  const done = useGradual((state) => {
    const session = currentSession(state)
    if (!session || session.timeline[mode].of === 'second' || !modesOf(state.shown).includes(mode)) return null
    return passesDone(session.timeline, state.position, mode)
  })
  if (done === null) return null
  return (
    <span className="tally-passes">
      <span aria-hidden>{MODE_SIGNS[mode]}</span> <span className="visually-hidden">{MODE_TITLES[mode]}, done: </span>
      <data value={done}>{done}</data> done
    </span>
  )
}

function Shares({ mode }: { readonly mode: Mode }) {
  const known = useCosts((state) => state.costs)
  const current = useCosts(costsNow)
  const costs = current ?? known
  if (!costs) return null
  return (
    <span data-state={current ? 'counted' : 'counting'} title={current ? undefined : 'Counting …'}>
      <Share
        mode={mode}
        costs={costs}
        needed={total(costs.even[mode].all)}
        done={operationsDone}
        isExact={costs.even[mode].isExact}
        what="operations"
      />
      <Share
        mode={mode}
        costs={costs}
        needed={costs.memory?.[mode].peak ?? null}
        done={aliveNow}
        isExact
        what="stored"
      />
    </span>
  )
}

interface ShareProps {
  readonly mode: Mode
  readonly costs: Costs
  readonly needed: number | null
  readonly done: (costs: Costs, position: Parameters<typeof operationsDone>[1], mode: Mode) => number | null
  readonly isExact: boolean
  readonly what: 'operations' | 'stored'
}

/** “12/24 operations”: how many there are by now, and how many in all or at most. */
function Share({ mode, costs, needed, done, isExact, what }: ShareProps) {
  const now = useGradual((state) =>
    modesOf(state.shown).includes(mode) && currentSession(state) === costs.session
      ? done(costs, state.position, mode)
      : null,
  )
  // The first line explains its words; the other has the same ones.
  const isFirst = useGradual(({ shown }) => modesOf(shown)[0] === mode)
  if (needed === null) return null
  return (
    <span className="tally-share" data-count={what}>
      {now !== null && (
        <>
          <data className="tally-now" value={Math.round(now)}>
            {estimate(now)}
          </data>
          <span aria-hidden>/</span>
          <span className="visually-hidden"> of </span>
        </>
      )}
      {isExact ? '' : '≈'}
      <data value={needed}>{estimate(needed)}</data> {isFirst ? <GlossaryTerm name={what}>{what}</GlossaryTerm> : what}
    </span>
  )
}

function Actions() {
  const canRace = useCosts((state) => {
    const even = costsNow(state)?.even
    return even !== undefined && even.point.d > 0 && even.point.c > 0
  })
  return (
    <div className="tally-actions">
      <Another end="input" />
      <Another end="output" />
      <button
        type="button"
        className="button-quiet"
        disabled={!canRace}
        onClick={() => race()}
        title="Both modes do their operations at the same pace"
      >
        Race
      </button>
    </div>
  )
}

/** How the race goes, and in the end the verdict. */
function Racing() {
  const costs = useCosts(costsNow)
  const operations = useGradual(({ position }) => position.race?.operations ?? 0)
  const isHidden = useGradual((state) => hidesCounts(state) || hidesResults(state))
  if (!costs) return null
  const isOver = operations >= raceLength(costs)
  return (
    <div className="tally-actions" data-racing>
      <p aria-live="polite" data-over={isOver || undefined}>
        {isOver
          ? isHidden
            ? 'The race is over'
            : costVerdict(costs.even)
          : 'Both modes at the same pace, operation by operation'}
      </p>
      <button type="button" className="button-quiet" onClick={leaveRace}>
        Leave the race
      </button>
    </div>
  )
}
