import type { Mode } from '../autodiff/pass.ts'
import { sumOf, total } from '../costs/counts.ts'
import type { ModeCounts } from '../costs/modeCounts.ts'
import type { Model } from '../costs/model.ts'
import { countsOfPrimalStep } from '../costs/primalCounts.ts'
import { stepCounts, sweepCounts, sweepFrom } from '../costs/sweepCounts.ts'
import type { PassList } from '../trace/passes.ts'
import { countWhile } from './countWhile.ts'

/** The work of a mode as a way along which operations are done one by one. */
export interface RaceCourse {
  readonly mode: Mode
  /** By pass, the primal pass first: operations that are done when it ends. */
  readonly ends: Float64Array
  /** By step of a pass: operations that are done when it ends. */
  readonly stepEnds: (pass: number) => Float64Array
}

/** Where a mode stands: a pass, which is beyond the last where it is done, and the steps of it that are complete. */
export interface PassPlace {
  readonly pass: number
  readonly step: number
}

/** Terms that are looked at, in a few tens of ms, to give each pass its own length; beyond them all are as long. */
const MOST_TERMS = 100_000
/** Passes whose steps are kept. */
const KEPT = 4

/** The course of a mode whose counts are known: it ends with all of them. */
export function courseOf(passes: PassList, counts: ModeCounts, model: Model): RaceCourse {
  const ends = passEnds(passes, counts, model)
  const kept = new Map<number, Float64Array>()
  const stepEnds = (pass: number): Float64Array => {
    const found = kept.get(pass)
    if (found) return found
    const made = fitted(stepLengths(passes, pass, model), pass > 0 ? ends[pass - 1] : 0, ends[pass])
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value as number)
    kept.set(pass, made)
    return made
  }
  return { mode: counts.mode, ends, stepEnds }
}

function passEnds(
  passes: PassList,
  { values, partials, sweeps, all, isExact }: ModeCounts,
  model: Model,
): Float64Array {
  const first = total(sumOf(values, partials))
  const mean = (total(all) - first) / Math.max(1, passes.count - 1)
  // One pass alone has all that the primal pass has not.
  const isOwn = isExact && passes.count > 2 && sweeps.terms + sweeps.saved <= MOST_TERMS
  const ends = new Float64Array(passes.count)
  ends[0] = first
  for (let pass = 1; pass < passes.count; pass++)
    ends[pass] = isOwn ? ends[pass - 1] + total(sweepCounts(sweepAt(passes, pass, model))) : first + mean * pass
  return ends
}

function sweepAt({ primal, mode, seedOf }: PassList, pass: number, model: Model) {
  const seed = seedOf(pass)
  return sweepFrom(primal, mode, model, seed ? [primal.graph.offset[seed.node] + seed.entry] : [])
}

/** Operations of each step. */
function stepLengths(passes: PassList, index: number, model: Model): number[] {
  const { primal } = passes
  const steps = Array.from(passes.get(index).steps)
  if (index > 0) {
    const sweep = sweepAt(passes, index, model)
    return steps.map((node) => total(stepCounts(sweep, node)))
  }
  const keepsPartials = model.partials !== 'each pass'
  return steps.map((node) => {
    const { values, partials } = countsOfPrimalStep(primal, node)
    return total(values) + (keepsPartials ? total(partials) : 0)
  })
}

/** Step after step from one count of operations to the other. */
function fitted(lengths: readonly number[], from: number, to: number): Float64Array {
  const sum = lengths.reduce((all, length) => all + length, 0)
  const scale = sum > 0 ? (to - from) / sum : 0
  let done = 0
  return Float64Array.from(lengths, (length, step) => {
    done += length
    return step === lengths.length - 1 ? to : from + done * scale
  })
}

export const lengthOf = ({ ends }: RaceCourse): number => ends[ends.length - 1]

/** How many of some ascending numbers are at most the limit, and how many are less. */
const countUpTo = (numbers: Float64Array, limit: number) => countWhile(numbers, 0, numbers.length, (x) => x <= limit)
const countBelow = (numbers: Float64Array, limit: number) => countWhile(numbers, 0, numbers.length, (x) => x < limit)

/** How far operations lead: steps that cost nothing are complete at once. */
export function coursePlace(course: RaceCourse, operations: number): PassPlace {
  const pass = countUpTo(course.ends, operations)
  return { pass, step: pass < course.ends.length ? countUpTo(course.stepEnds(pass), operations) : 0 }
}

/** The step that is under way, and which part of it is done. */
export interface Underway extends PassPlace {
  readonly part: number
}

/**
 * What operations lead into. A step that costs nothing shares the time of the step before it; those at the beginning of a
 * pass share that of the first one after them.
 */
export function underwayAt(course: RaceCourse, operations: number): Underway {
  const pass = countBelow(course.ends, operations)
  const stepEnds = course.stepEnds(pass)
  const start = pass > 0 ? course.ends[pass - 1] : 0
  const at = countBelow(stepEnds, operations)
  const from = at > 0 ? stepEnds[at - 1] : start
  const first = from === start ? 0 : at
  const count = countUpTo(stepEnds, stepEnds[at]) - first
  const done = (count * (operations - from)) / (stepEnds[at] - from)
  const step = Math.min(count - 1, Math.floor(done))
  return { pass, step: first + step, part: done - step }
}

/** Operations that are done at a place. */
export function operationsAt(course: RaceCourse, { pass, step }: PassPlace): number {
  if (pass >= course.ends.length) return lengthOf(course)
  const stepEnds = course.stepEnds(pass)
  if (step > 0 && stepEnds.length > 0) return stepEnds[Math.min(step, stepEnds.length) - 1]
  return pass > 0 ? course.ends[pass - 1] : 0
}

/** Where the next step is complete; Infinity at the end. */
export function nextStepEnd(course: RaceCourse, operations: number): number {
  const { pass, step } = coursePlace(course, operations)
  return pass < course.ends.length ? course.stepEnds(pass)[step] : Number.POSITIVE_INFINITY
}

/** Where the step before was complete; 0 at the start. */
export function previousStepEnd(course: RaceCourse, operations: number): number {
  const pass = countBelow(course.ends, operations)
  const before = pass > 0 ? course.ends[pass - 1] : 0
  if (pass >= course.ends.length) return before
  const stepEnds = course.stepEnds(pass)
  const step = countBelow(stepEnds, operations)
  return step > 0 ? stepEnds[step - 1] : before
}

export const nextPassEnd = ({ ends }: RaceCourse, operations: number): number =>
  ends[countUpTo(ends, operations)] ?? Number.POSITIVE_INFINITY

export const previousPassEnd = ({ ends }: RaceCourse, operations: number): number =>
  ends[countBelow(ends, operations) - 1] ?? 0
