import type { Mode } from '../autodiff/pass.ts'
import { type Position, stepOf } from '../trace/position.ts'
import type { Costs } from './costs.ts'
import { memoryStepAt } from './memoryStep.ts'
import { lengthOf, operationsAt } from './raceCourse.ts'

/** Operations that the mode has done. */
export function operationsDone({ course }: Costs, position: Position, mode: Mode): number {
  const { race } = position
  if (race) return Math.min(race.operations, lengthOf(course[mode]))
  return operationsAt(course[mode], { pass: position[mode], step: stepOf(position, mode) })
}

/** Numbers that are alive in the mode; null until that is known, and where the mode has no pass. */
export function aliveNow({ memory, session }: Costs, position: Position, mode: Mode): number | null {
  return memory?.[mode].alive[memoryStepAt(memory[mode], session.timeline, position)] ?? null
}
