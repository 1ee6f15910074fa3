import type { Position } from '../../trace/position.ts'
import { settle } from '../clock.ts'
import { stepThen } from '../playback.ts'
import { change, now } from '../store.ts'

/** Steps that one press has still to take, and where the last one has led: who has moved elsewhere since has ended them. */
const way: { left: number; at: Position | null } = { left: 0, at: null }

/** So many steps on, one after the other, each in its time. */
export function takeSteps(count: number): void {
  way.left = count
  goOn()
}

function goOn(): void {
  if (way.left === 0) return
  way.left -= 1
  if (!stepThen(goOn)) way.left = 0
  way.at = now().position
}

/** What is left of them is taken at once. */
export function finishSteps(): void {
  if (way.at !== now().position) way.left = 0
  while (way.left > 0) goOn()
  settle()
  change({ playing: false })
}
