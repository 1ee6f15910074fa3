import { easeCubicInOut } from 'd3'
import { prefersReducedMotion } from '../../../state/clock.ts'

/** Milliseconds in which things move to their new places. */
const DURATION = 300

/** Calls `step` with an eased 0 to 1, once a frame; at once where motion is reduced. Returns what ends it early, arrived. */
export function tween(step: (eased: number) => void, duration = DURATION): () => void {
  if (prefersReducedMotion()) {
    step(1)
    return () => {}
  }
  let frame = 0
  let start: number | null = null
  const tick = (time: number) => {
    start ??= time
    const progress = Math.min(1, (time - start) / duration)
    step(easeCubicInOut(progress))
    frame = progress < 1 ? requestAnimationFrame(tick) : 0
  }
  frame = requestAnimationFrame(tick)
  return () => {
    if (frame === 0) return
    cancelAnimationFrame(frame)
    frame = 0
    step(1)
  }
}
