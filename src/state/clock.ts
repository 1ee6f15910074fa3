/**
 * The one mechanism for time. A step is complete in the state at once; the clock says how far its animation has come,
 * 0 to 1, so that pictures can draw the way there without React.
 */
type Listener = (progress: number) => void

const listeners = new Set<Listener>()
let frame = 0

export function onProgress(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const tell = (progress: number) => {
  for (const listener of listeners) listener(progress)
}

/** Runs from 0 to 1 in `duration()` milliseconds, read anew in each frame so that a change of speed counts at once. */
export function run(duration: () => number, done: () => void): void {
  cancelAnimationFrame(frame)
  let progress = 0
  let last = performance.now()
  tell(0)
  const tick = (time: number) => {
    progress = Math.min(1, progress + Math.max(0, time - last) / Math.max(1, duration()))
    last = time
    tell(progress)
    if (progress < 1) frame = requestAnimationFrame(tick)
    else done()
  }
  frame = requestAnimationFrame(tick)
}

/** Stops where the step ends: whatever was on its way has arrived. */
export function settle(): void {
  cancelAnimationFrame(frame)
  tell(1)
}

export const prefersReducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches
