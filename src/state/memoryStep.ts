import type { Mode } from '../autodiff/pass.ts'
import { frameOf, isPast, type Position, type Timeline } from '../trace/position.ts'
import type { MemorySummary } from './costQuestions.ts'
import { countWhile } from './countWhile.ts'

/** Forward mode's values are computed along with its tangents, so that its primal pass has no steps of its own there. */
const segmentOf = (mode: Mode, pass: number) => (mode === 'forward' ? pass - 1 : pass)
const passOf = (mode: Mode, segment: number) => (mode === 'forward' ? segment + 1 : segment)

/** The step of a mode's memory that a position stands at. */
export function memoryStepAt(
  { mode, covered, firstStep, node }: MemorySummary,
  timeline: Timeline,
  position: Position,
): number {
  const segment = segmentOf(mode, Math.min(position[mode], timeline[mode].count - 1))
  if (segment < 0) return 0
  if (segment > segmentOf(mode, covered)) return node.length - 1
  const { pass, step } = frameOf(timeline, position, mode)
  const [start, end] = [firstStep[segment], firstStep[segment + 1]]
  if (isPast(timeline, position, mode) || step >= pass.steps.length) return end - 1
  if (step === 0) return start
  const at = pass.steps[step - 1]
  // An adjoint is complete once all nodes after it have handed on their terms.
  return start + countWhile(node, start + 1, end, (other) => (pass.kind === 'adjoint' ? other > at : other <= at))
}

/** The position at a step of a mode's memory. */
export function positionAtMemoryStep(
  { mode, firstStep, node }: MemorySummary,
  timeline: Timeline,
  step: number,
): Position {
  const segment = countWhile(firstStep, 1, firstStep.length - 1, (first) => first <= step)
  const index = passOf(mode, segment)
  const { kind, steps } = timeline[mode].get(index)
  const isEnd = step === firstStep[segment + 1] - 1
  const at = node[step]
  const known = countWhile(steps, 0, steps.length, (other) => (kind === 'adjoint' ? other >= at : other <= at))
  const handed = kind === 'adjoint' ? known + 1 : known
  const done = isEnd ? steps.length : at < 0 ? 0 : Math.min(handed, steps.length)
  return { forward: index, reverse: index, step: done, term: 0 }
}
