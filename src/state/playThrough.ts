import { completed, type Position } from '../trace/position.ts'
import { prefersReducedMotion, run } from './clock.ts'
import { scrubTo } from './playback.ts'
import { currentSession } from './session.ts'
import { change, now } from './store.ts'

/** No step of a pass that is played through is shown for less. */
const SHORTEST_STEP = 60

/** Plays the pass at a position from there to its end, in so many milliseconds altogether; at once where nothing may move. */
export function playThrough(position: Position, milliseconds: number): void {
  const session = currentSession(now())
  if (!session) return
  const end = completed(session.timeline, now().shown, position)
  const left = end.step - position.step
  if (prefersReducedMotion() || left <= 0) {
    scrubTo(end)
    return
  }
  const stride = Math.max(1, Math.ceil((left * SHORTEST_STEP) / milliseconds))
  change({ position, playing: true })
  goOn()

  function goOn(): void {
    const at = now().position
    if (!now().playing) return
    if (at.step >= end.step) {
      change({ playing: false })
      return
    }
    change({ position: { ...at, step: Math.min(end.step, at.step + stride), term: 0 } })
    run(() => (milliseconds * stride) / left, goOn)
  }
}
