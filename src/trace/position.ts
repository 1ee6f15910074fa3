import type { Mode } from '../autodiff/pass.ts'
import { otherMode } from '../autodiff/pass.ts'
import type { Frame } from './pass.ts'
import type { PassList } from './passes.ts'
import { termsOf } from './terms.ts'

/** Which modes are on the screen. */
export type Shown = Mode | 'compare'

/** How both modes share the stage: on one graph, side by side, or one above the other. */
export const PANES = ['over', 'side', 'stack'] as const
export type Panes = (typeof PANES)[number]

/** What one press of "Next step" completes. */
export type Granularity = 'pass' | 'node' | 'term'

/**
 * Where playback stands. `forward` and `reverse` count passes: 0 is the primal pass, which both modes share, k is the pass
 * of the k-th input or output. Both modes step together; a count beyond a mode's last pass means that it is done and waits.
 */
export interface Position {
  readonly forward: number
  readonly reverse: number
  /** Completed steps of the pass; in compare mode the longer pass sets the end. */
  readonly step: number
  /** Terms of the next step that have arrived. */
  readonly term: number
  /** In a race the modes step apart. */
  readonly race?: Race
}

/** Where so many operations have brought each mode: the steps of its pass that are complete. */
interface Race extends Readonly<Record<Mode, number>> {
  /** Done by each mode, unless it needs fewer. */
  readonly operations: number
  /** Where the step began that leads there; left out where one came by no step. */
  readonly from?: number | undefined
}

export type Timeline = Readonly<Record<Mode, PassList>>

export const START: Position = { forward: 0, reverse: 0, step: 0, term: 0 }

export const modesOf = (shown: Shown): readonly Mode[] => (shown === 'compare' ? ['forward', 'reverse'] : [shown])

/** Completed steps of the mode's pass at hand. */
export const stepOf = ({ step, race }: Position, mode: Mode) => race?.[mode] ?? step

/** The same place outside the race. */
export const outsideRace = ({ forward, reverse, step, term }: Position): Position => ({ forward, reverse, step, term })

/** Whether the mode has finished all its passes and waits for the other. */
export const isPast = (timeline: Timeline, position: Position, mode: Mode) => position[mode] >= timeline[mode].count

const lengthOn = (timeline: Timeline, mode: Mode, index: number) =>
  index < timeline[mode].count ? timeline[mode].get(index).steps.length : 0

/** Steps of the pass at hand: of the longer one where both modes are shown. */
export const lengthAt = (timeline: Timeline, shown: Shown, position: Position) =>
  Math.max(0, ...modesOf(shown).map((mode) => lengthOn(timeline, mode, position[mode])))

/** What a mode shows: its pass at hand, or its last one, complete, when it is done. */
export function frameOf(timeline: Timeline, position: Position, mode: Mode): Frame {
  const passes = timeline[mode]
  const pass = passes.get(Math.min(position[mode], passes.count - 1))
  const length = pass.steps.length
  const step = stepOf(position, mode)
  if (isPast(timeline, position, mode) || step >= length) return { pass, step: length, term: 0 }
  return { pass, step, term: position.term && Math.min(position.term, termsOf(pass, step).length) }
}

/** The mode whose pass the panels speak of: the preferred one unless it waits while the other works. */
export function leadingMode(timeline: Timeline, shown: Shown, position: Position, preferred: Mode): Mode {
  if (shown !== 'compare') return shown
  const other = otherMode(preferred)
  return stepOf(position, preferred) > lengthOn(timeline, preferred, position[preferred]) ||
    (isPast(timeline, position, preferred) && !isPast(timeline, position, other))
    ? other
    : preferred
}

/** The passes up to those at hand, as if there were no more: what may be counted while counts are hidden. */
export const passesSoFar = (timeline: Timeline, position: Position): Timeline => ({
  forward: upTo(timeline.forward, position.forward),
  reverse: upTo(timeline.reverse, position.reverse),
})

const upTo = (list: PassList, index: number): PassList => ({ ...list, count: Math.min(list.count, index + 1) })

/** How many passes the scrubber shows: the primal pass and those of the mode that needs most. */
export const scrubberPasses = (timeline: Timeline, shown: Shown) =>
  Math.max(...modesOf(shown).map((mode) => timeline[mode].count))

/** The pass count of the shown modes that is furthest from done. */
export const passIndex = (timeline: Timeline, shown: Shown, position: Position) =>
  Math.min(
    scrubberPasses(timeline, shown) - 1,
    Math.max(...modesOf(shown).map((mode) => Math.min(position[mode], timeline[mode].count - 1))),
  )

const hasNextPass = (timeline: Timeline, shown: Shown, position: Position) =>
  modesOf(shown).some((mode) => position[mode] + 1 < timeline[mode].count)

const startNextPass = ({ forward, reverse }: Position): Position => ({
  forward: forward + 1,
  reverse: reverse + 1,
  step: 0,
  term: 0,
})

/** The pass before, at its start; where one mode cannot go back further it starts its first pass again. */
function startPreviousPass({ forward, reverse }: Position): Position {
  if (forward <= 1 && reverse <= 1) return START
  return { forward: Math.max(1, forward - 1), reverse: Math.max(1, reverse - 1), step: 0, term: 0 }
}

/** The same pass, complete. */
export const completed = (timeline: Timeline, shown: Shown, position: Position): Position => ({
  ...position,
  step: lengthAt(timeline, shown, position),
  term: 0,
})

const termCount = (timeline: Timeline, shown: Shown, position: Position) =>
  Math.max(
    ...modesOf(shown)
      .filter((mode) => position.step < lengthOn(timeline, mode, position[mode]))
      .map((mode) => termsOf(timeline[mode].get(position[mode]), position.step).length),
    0,
  )

/** One step on, or null at the end of everything shown. A finished pass is left by the first step of the next. */
export function stepForward(
  timeline: Timeline,
  shown: Shown,
  position: Position,
  granularity: Granularity,
): Position | null {
  if (position.step >= lengthAt(timeline, shown, position)) {
    if (!hasNextPass(timeline, shown, position)) return null
    return stepForward(timeline, shown, startNextPass(position), granularity)
  }
  if (granularity === 'pass') return completed(timeline, shown, position)
  if (granularity === 'term' && position.term + 1 < termCount(timeline, shown, position))
    return { ...position, term: position.term + 1 }
  return { ...position, step: position.step + 1, term: 0 }
}

/** One step back, or null at the start. */
export function stepBack(
  timeline: Timeline,
  shown: Shown,
  position: Position,
  granularity: Granularity,
): Position | null {
  if (position.term > 0) return { ...position, term: granularity === 'term' ? position.term - 1 : 0 }
  if (position.step > 1 || (position.step === 1 && position.forward === 0)) {
    if (granularity === 'pass') return backToPassEnd(timeline, shown, position)
    const before = { ...position, step: position.step - 1 }
    const terms = granularity === 'term' ? termCount(timeline, shown, before) : 0
    return { ...before, term: Math.max(0, terms - 1) }
  }
  if (position.forward === 0) return null
  const end = completed(timeline, shown, startPreviousPass(position))
  return position.step === 1 || granularity === 'pass' ? end : stepBack(timeline, shown, end, granularity)
}

const backToPassEnd = (timeline: Timeline, shown: Shown, position: Position): Position =>
  position.forward === 0 ? START : completed(timeline, shown, startPreviousPass(position))

/** The start of the next pass; the end of the last one. */
export const nextPass = (timeline: Timeline, shown: Shown, position: Position): Position =>
  hasNextPass(timeline, shown, position) ? startNextPass(position) : completed(timeline, shown, position)

/** The start of this pass, or of the one before if it stands at its start. */
export const previousPass = (position: Position): Position =>
  position.step > 0 || position.term > 0 ? { ...position, step: 0, term: 0 } : startPreviousPass(position)

/** All passes of the modes shown, complete. */
export function goToEnd(timeline: Timeline, shown: Shown): Position {
  const last = scrubberPasses(timeline, shown) - 1
  return completed(timeline, shown, { forward: last, reverse: last, step: 0, term: 0 })
}

/** Passes after the primal one that the mode has completed. */
export function passesDone(timeline: Timeline, position: Position, mode: Mode): number {
  if (isPast(timeline, position, mode)) return timeline[mode].count - 1
  const complete = stepOf(position, mode) >= lengthOn(timeline, mode, position[mode])
  return Math.max(0, position[mode] - (complete ? 0 : 1))
}

/** A position that exists: for a mode or a program that has just changed. */
export function clamped(timeline: Timeline, shown: Shown, position: Position): Position {
  if (modesOf(shown).every((mode) => isPast(timeline, position, mode))) return goToEnd(timeline, shown)
  if (position.step > lengthAt(timeline, shown, position)) return completed(timeline, shown, position)
  const last = Math.max(0, termCount(timeline, shown, position) - 1)
  return position.term > last ? { ...position, term: last } : position
}
