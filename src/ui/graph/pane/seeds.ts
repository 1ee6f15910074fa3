import type { Mode } from '../../../autodiff/pass.ts'
import type { Session } from '../../../state/session.ts'
import { frameOf, isPast, type Position } from '../../../trace/position.ts'

/** A pass of a mode: what it seeds, and how far it has come. */
export interface SeedState {
  readonly name: string
  readonly stage: 'done' | 'now' | 'waiting'
  readonly words: string
}

/** How many passes the mode takes, each with a seed of its own. */
export const seededPasses = ({ timeline }: Session, mode: Mode): number => timeline[mode].count - 1

export const seedName = ({ timeline }: Session, mode: Mode, index: number): string =>
  timeline[mode].seedOf(index + 1)?.name ?? ''

/** How far the pass of the seed at `index` has come. */
export function seedState(session: Session, position: Position, mode: Mode, index: number): SeedState {
  const name = seedName(session, mode, index)
  const at = position[mode] - 1
  if (index > at) return { name, stage: 'waiting', words: 'not yet' }
  if (index < at || isPast(session.timeline, position, mode)) return { name, stage: 'done', words: 'done' }
  const { pass, step } = frameOf(session.timeline, position, mode)
  const stage = step === pass.steps.length ? 'done' : 'now'
  return { name, stage, words: stage === 'done' ? 'done' : `step ${step} of ${pass.steps.length}` }
}

/** The seed whose pass is at hand; 0 before the first. */
export const seedAtHand = (session: Session, position: Position, mode: Mode) =>
  Math.min(Math.max(1, position[mode]), session.timeline[mode].count - 1) - 1
