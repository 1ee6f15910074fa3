import type { Mode } from '../../../autodiff/pass.ts'
import { entryCount } from '../../../graph/nodes.ts'
import type { Session } from '../../../state/session.ts'
import type { PassList } from '../../../trace/passes.ts'
import { modesOf, type Shown, scrubberPasses } from '../../../trace/position.ts'
import { doneOf, stretchesOf } from './stretches.ts'

/** More passes than this are drawn by the array. */
const MOST_SEGMENTS = 48

interface Course {
  readonly session: Session
  readonly shown: Shown
  /** The pass at hand, and which part of it is done. */
  readonly pass: number
  readonly share: number
}

/** A segment for each pass, with a lane for each mode that needs it. */
function Passes({ session: { timeline }, shown, pass, share }: Course) {
  const needs = (mode: Mode, index: number) => index === 0 || index < timeline[mode].count
  const filled = (index: number) => (index < pass ? 1 : index > pass ? 0 : share)
  return Array.from({ length: scrubberPasses(timeline, shown) }, (_, index) => index).map((index) => (
    <div key={index} className="scrubber-segment">
      {modesOf(shown)
        .filter((mode) => needs(mode, index))
        .slice(0, index === 0 ? 1 : 2)
        .map((mode) => (
          <Lane key={mode} of={roleOf(timeline[mode], index)} filled={filled(index)} />
        ))}
    </div>
  ))
}

type Role = Mode | 'primal' | 'second'

const SECOND: readonly Role[] = ['primal', 'forward', 'reverse', 'second']

const roleOf = ({ mode, of }: PassList, index: number): Role =>
  of === 'second' ? SECOND[index] : index === 0 ? 'primal' : mode

/** Where there are hundreds of passes: a stretch for each input or output, as long as it has entries. */
function Stretches({ session: { graph, timeline }, shown, pass, share }: Course) {
  const count = scrubberPasses(timeline, shown)
  const sizes = (mode: Mode) =>
    (mode === 'forward' ? graph.inputs : graph.outputs).map(({ node }) => entryCount(graph, node))
  return (
    <>
      <div className="scrubber-segment">
        <Lane of="primal" filled={pass > 0 ? 1 : share} />
      </div>
      <div className="scrubber-segment" style={{ flexGrow: count - 1 }}>
        {modesOf(shown).map((mode) => (
          <div key={mode} className="scrubber-stretches">
            {stretchesOf(sizes(mode), MOST_SEGMENTS, timeline[mode].count - 1).map((stretch) => (
              <Lane key={stretch.before} of={mode} filled={doneOf(stretch, pass - 1 + share)} grow={stretch.passes} />
            ))}
            <div style={{ flexGrow: count - timeline[mode].count }} />
          </div>
        ))}
      </div>
    </>
  )
}

interface LaneProps {
  readonly of: Role
  readonly filled: number
  readonly grow?: number
}

const Lane = ({ of, filled, grow }: LaneProps) => (
  <div className="scrubber-lane" data-role={of} style={{ flexGrow: grow }}>
    <div style={{ width: `${100 * filled}%` }} />
  </div>
)

/** All passes of the modes shown, and how far they are done. */
export const Segments = (course: Course) =>
  scrubberPasses(course.session.timeline, course.shown) <= MOST_SEGMENTS ? (
    <Passes {...course} />
  ) : (
    <Stretches {...course} />
  )
