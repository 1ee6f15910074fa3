import { MODES } from '../../../autodiff/pass.ts'
import { count } from '../../../language/words.ts'
import { costsNow, useCosts } from '../../../state/costs.ts'
import { raceLength, scrubRace } from '../../../state/race.ts'
import { lengthOf } from '../../../state/raceCourse.ts'
import { useGradual } from '../../../state/store.ts'

/** The race as a way along operations: a lane for each mode, as long as its work. */
export default function RaceScrubber() {
  const costs = useCosts(costsNow)
  const operations = useGradual(({ position }) => position.race?.operations ?? 0)
  if (!costs) return <div className="scrubber" />
  const whole = raceLength(costs)
  const percent = (part: number) => `${(100 * part) / Math.max(1, whole)}%`
  return (
    <div className="scrubber">
      <div className="scrubber-segments" aria-hidden>
        <div className="scrubber-segment">
          {MODES.map((mode) => {
            const length = lengthOf(costs.course[mode])
            return (
              <div key={mode} className="scrubber-lane" data-role={mode} style={{ width: percent(length) }}>
                <div style={{ width: `${100 * Math.min(1, operations / Math.max(1, length))}%` }} />
              </div>
            )
          })}
        </div>
      </div>
      <input
        type="range"
        aria-label="Position"
        aria-valuetext={`Race, ${count(Math.round(operations), 'operation')} each`}
        min={0}
        max={Math.round(whole)}
        step={1}
        value={Math.round(operations)}
        onChange={(event) => scrubRace(Math.min(whole, event.target.valueAsNumber))}
      />
    </div>
  )
}
