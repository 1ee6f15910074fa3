import type { Mode } from '../../../autodiff/pass.ts'
import { frameOf, isPast, type Position } from '../../../state/position.ts'
import type { Session } from '../../../state/session.ts'

/** A pass of a mode: what it seeds, and how far it has come. */
export interface SeedState {
  readonly name: string
  readonly stage: 'done' | 'now' | 'waiting'
  readonly words: string
}

/** How many passes the mode takes, each with a seed of its own. */
export const seedCount = ({ timeline }: Session, side: Mode): number => timeline[side].count - 1

export const seedName = ({ timeline }: Session, side: Mode, index: number): string =>
  timeline[side].seedOf(index + 1)?.name ?? ''

/** How far the pass of the seed at `index` has come. */
export function seedState(session: Session, position: Position, side: Mode, index: number): SeedState {
  const name = seedName(session, side, index)
  const at = position[side] - 1
  if (index > at) return { name, stage: 'waiting', words: 'not yet' }
  if (index < at || isPast(session.timeline, position, side)) return { name, stage: 'done', words: 'done' }
  const { pass, step } = frameOf(session.timeline, position, side)
  const stage = step === pass.steps.length ? 'done' : 'now'
  return { name, stage, words: stage === 'done' ? 'done' : `step ${step} of ${pass.steps.length}` }
}

/** The seed whose pass is at hand; 0 before the first. */
export const seedAtHand = (session: Session, position: Position, side: Mode) =>
  Math.min(Math.max(1, position[side]), session.timeline[side].count - 1) - 1
