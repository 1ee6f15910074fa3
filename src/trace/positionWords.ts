import type { Mode } from '../autodiff/pass.ts'
import { type Frame, passName, secondPassName } from './pass.ts'
import { frameOf, leadingMode, type Position, type Shown, type Timeline } from './position.ts'
import { termsOf } from './terms.ts'

/** While the terms of the next step arrive one by one. */
const termText = ({ pass, step, term }: Frame) => (term > 0 ? `, term ${term} of ${termsOf(pass, step).length}` : '')

/** Where a pass stands: “Reverse mode, f1, step 4 of 7”; a length that is hidden is not told. */
export function frameWords(frame: Frame, mode: Mode, { isSecond = false, isHidden = false } = {}): string {
  const { pass, step } = frame
  const steps = `step ${step} of ${isHidden ? '?' : pass.steps.length}${termText(frame)}`
  if (pass.kind === 'primal') return `Primal pass, ${steps}`
  if (isSecond) return `H·v, ${secondPassName(pass)}, ${steps}`
  return `${mode === 'forward' ? 'Forward' : 'Reverse'} mode, ${passName(pass)}, ${steps}`
}

/** The same of the pass that is spoken of at a position. */
export function positionWords(timeline: Timeline, shown: Shown, position: Position, preferred: Mode): string {
  const mode = leadingMode(timeline, shown, position, preferred)
  return frameWords(frameOf(timeline, position, mode), mode, { isSecond: timeline.reverse.of === 'second' })
}
