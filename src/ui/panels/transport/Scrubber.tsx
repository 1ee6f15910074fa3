import type { KeyboardEvent } from 'react'
import { hidesCounts } from '../../../state/hiding.ts'
import { nextStep, previousStep, scrubTo } from '../../../state/playback.ts'
import { currentSession, type Session } from '../../../state/session.ts'
import { now, useGradual } from '../../../state/store.ts'
import { lengthAt, type Position, passesSoFar, passIndex, scrubberPasses } from '../../../trace/position.ts'
import { late } from '../../kit/late/late.tsx'
import { positionText } from './PositionLabel.tsx'
import { Segments } from './Segments.tsx'

/** Positions of the slider within one pass. */
const GRAIN = 1000

const at = (pass: number, step: number): Position => ({ forward: pass, reverse: pass, step, term: 0 })

function positionOf(session: Session, value: number): Position {
  const { shown } = now()
  const pass = Math.min(Math.floor(value / GRAIN), scrubberPasses(session.timeline, shown) - 1)
  const length = lengthAt(session.timeline, shown, at(pass, 0))
  return at(pass, Math.round(((value - pass * GRAIN) / GRAIN) * length))
}

/** The other keys of a slider are those of the page: a step, a pass, the ends. */
const KEYS: Record<string, () => void> = { ArrowUp: nextStep, ArrowDown: previousStep }

function onKeyDown(event: KeyboardEvent): void {
  const move = KEYS[event.key]
  if (!move) return
  event.preventDefault()
  event.stopPropagation()
  move()
}

const nothing = <div className="scrubber" />

const RaceScrubber = late('The race’s position', () => import('./RaceScrubber.tsx'), {
  meanwhile: () => nothing,
})

/** All passes of the modes shown, in the modes' colours, with a slider over them. */
export function Scrubber() {
  const session = useGradual(currentSession)
  const shown = useGradual((state) => state.shown)
  const position = useGradual((state) => state.position)
  const text = useGradual(positionText)
  const isHidden = useGradual(hidesCounts)
  if (!session) return nothing
  if (position.race) return isHidden ? nothing : <RaceScrubber />
  const timeline = isHidden ? passesSoFar(session.timeline, position) : session.timeline
  const count = scrubberPasses(timeline, shown)
  const pass = passIndex(timeline, shown, position)
  const share = Math.min(1, position.step / Math.max(1, lengthAt(timeline, shown, position)))
  return (
    <div className="scrubber">
      <div className="scrubber-segments" aria-hidden>
        <Segments session={{ ...session, timeline }} shown={shown} pass={pass} share={share} />
      </div>
      <input
        type="range"
        aria-label="Position"
        aria-valuetext={text}
        min={0}
        max={count * GRAIN}
        step={1}
        value={Math.round((pass + share) * GRAIN)}
        onChange={(event) => scrubTo(positionOf(session, event.target.valueAsNumber))}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
