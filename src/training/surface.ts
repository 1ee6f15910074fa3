import { isProblem, type Problem } from './binding.ts'
import { learntRows, lossAt, type Objective, objectiveOf } from './objective.ts'
import { entryNames, parameterCount } from './parameters.ts'
import type { Task } from './task.ts'

/** The loss over one parameter, or over two: of all samples that are learnt from. */
export interface LossSurface {
  /** What the axes are called: `w`, `W[0,1]`. */
  readonly names: readonly string[]
  /** Along each axis. */
  readonly axes: readonly Float64Array[]
  /** At each point: the first axis runs fastest. */
  readonly losses: Float64Array
}

/** Whether the parameters are one number or two, so that there is a surface to draw. */
export const hasSurface = ({ parameters }: Objective): boolean => parameterCount(parameters) <= 2

/** The loss over these axes, one for each parameter’s number. */
export function lossSurface(task: Task, axes: readonly Float64Array[]): LossSurface | Problem {
  const rows = learntRows(task)
  const whole = objectiveOf(task, rows.length)
  if (isProblem(whole)) return whole
  const names = entryNames(whole.parameters)
  if (names.length !== axes.length)
    return { problem: `The loss over ${names.length} numbers cannot be drawn; it can over one or two.` }
  const [across, up = Float64Array.of(0)] = axes
  const losses = new Float64Array(across.length * up.length)
  for (const [j, y] of up.entries())
    for (const [i, x] of across.entries()) {
      const flat = Float64Array.of(x, y).subarray(0, axes.length)
      losses[j * across.length + i] = lossAt(whole, flat, rows)
    }
  return { names, axes, losses }
}
