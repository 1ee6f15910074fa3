import type { Mode } from '../autodiff/pass.ts'
import { frameOf, type Position, START } from '../trace/position.ts'
import { type Costs, costsState, countedCosts, onCosts } from './costs.ts'
import type { Moves } from './moves.ts'
import {
  coursePlace,
  lengthOf,
  nextPassEnd,
  nextStepEnd,
  previousPassEnd,
  previousStepEnd,
  type RaceCourse,
  underwayAt,
} from './raceCourse.ts'
import type { Session } from './session.ts'
import type { DrawnFrame } from './stepPace.ts'
import { change, now, type State } from './store.ts'

/** A race at normal speed: so many milliseconds for an operation, within bounds for the whole of it. */
const OPERATION = 400
const SHORTEST_RACE = 10_000
const LONGEST_RACE = 20_000
/** The screen follows in strides of at least so many milliseconds. */
const STRIDE = 50

/** Both modes where so many operations have brought them, by a step that began at `from`. */
export function positionInRace(
  { course: { forward, reverse } }: Pick<Costs, 'course'>,
  operations: number,
  from?: number,
): Position {
  const [f, r] = [coursePlace(forward, operations), coursePlace(reverse, operations)]
  return {
    ...{ forward: f.pass, reverse: r.pass, step: Math.max(f.step, r.step), term: 0 },
    race: { operations, from, forward: f.step, reverse: r.step },
  }
}

/** Operations of the mode that needs more: the race is over. */
export const raceLength = ({ course: { forward, reverse } }: Pick<Costs, 'course'>): number =>
  Math.max(lengthOf(forward), lengthOf(reverse))

/** The mode that is done first; null where both take equally many operations. */
export function winner({ course: { forward, reverse } }: Pick<Costs, 'course'>): Mode | null {
  const lead = lengthOf(reverse) - lengthOf(forward)
  return lead === 0 ? null : lead > 0 ? 'forward' : 'reverse'
}

/** Where so many operations lead, once they are counted. */
export async function placeInRace(operations: number): Promise<Position> {
  const costs = await countedCosts()
  return positionInRace(costs, Math.min(operations, raceLength(costs)))
}

type Seek = (course: RaceCourse, operations: number) => number

/** The first place ahead that either mode comes to. */
const ahead = ({ course }: Costs, at: number, seek: Seek): number =>
  Math.min(seek(course.forward, at), seek(course.reverse, at), raceLength({ course }))

/** The last place behind that either mode came by. */
const behind = ({ course }: Costs, at: number, seek: Seek): number =>
  Math.max(seek(course.forward, at), seek(course.reverse, at))

const operationsOf = ({ position }: State): number => position.race?.operations ?? 0

const costs = (): Costs => costsState().costs as Costs

function forward(_: unknown, state: State): Position | null {
  const at = operationsOf(state)
  const end = raceLength(costs())
  if (at >= end) return null
  const next = ahead(costs(), at, state.granularity === 'pass' ? nextPassEnd : nextStepEnd)
  const stride = state.playing ? Math.ceil(STRIDE / durationOf(1, state)) : 0
  return positionInRace(costs(), Math.min(end, Math.max(next, at + stride)), at)
}

function back(_: unknown, state: State): Position | null {
  const at = operationsOf(state)
  const seek = state.granularity === 'pass' ? previousPassEnd : previousStepEnd
  return at > 0 ? positionInRace(costs(), behind(costs(), at, seek)) : null
}

/** How long so many operations take at the speed chosen: the same time for each. */
function durationOf(operations: number, { speed }: State): number {
  const length = raceLength(costs())
  const whole = Math.min(LONGEST_RACE, Math.max(SHORTEST_RACE, length * OPERATION))
  return (operations * whole) / Math.max(1, length) / speed
}

/** Operations that were done when the step began. */
const fromOf = (state: State): number => state.position.race?.from ?? operationsOf(state)

/** Of each step the terms travel first, then its number appears. */
const PACE = { travel: 0.75, appear: 0.25 }

/** Each mode is in a step of its own, as far as its operations have brought it. */
function drawn({ timeline }: Session, state: State, mode: Mode, progress: number): DrawnFrame {
  const { position } = state
  const from = fromOf(state)
  const operations = from + (operationsOf(state) - from) * progress
  const course = costs().course[mode]
  const isDone = operations >= lengthOf(course)
  if (isDone || operations === 0)
    return { frame: frameOf(timeline, isDone ? position : START, mode), waits: isDone, progress: 1, pace: PACE }
  const { pass, step, part } = underwayAt(course, operations)
  return {
    frame: { pass: timeline[mode].get(pass), step: step + 1, term: 0 },
    waits: false,
    progress: part,
    pace: PACE,
  }
}

/** By operations, which both modes do at the same pace. */
export const raceMoves: Moves = {
  start: () => positionInRace(costs(), 0),
  end: () => positionInRace(costs(), raceLength(costs())),
  forward,
  back,
  nextPass: (_, state) => positionInRace(costs(), ahead(costs(), operationsOf(state), nextPassEnd)),
  previousPass: (_, state) => positionInRace(costs(), behind(costs(), operationsOf(state), previousPassEnd)),
  duration: (state) => durationOf(operationsOf(state) - fromOf(state), state),
  drawn,
}

/** Goes to a place of the race. */
export const scrubRace = (operations: number): void =>
  change({ position: positionInRace(costs(), operations), playing: false })

/** Where partials are evaluated in each pass the same operations lead elsewhere. */
export const raceByCosts = (): (() => void) =>
  onCosts(({ costs }, before) => {
    const { race } = now().position
    if (race && costs && costs.course !== before.costs?.course) scrubRace(Math.min(race.operations, raceLength(costs)))
  })
