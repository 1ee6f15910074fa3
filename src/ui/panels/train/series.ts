import type { TrainingProgress } from '../../../training/messages.ts'

/** Numbers over updates. */
export interface Series {
  readonly xs: Float64Array
  readonly ys: Float64Array
}

/** The history of a number, with the one at hand where that is newer and finite. */
export function upToNow({ history, phase, updates }: TrainingProgress, ys: Float64Array, now: number | null): Series {
  const xs = history.updates
  // After an update the numbers at hand are those from before it.
  const at = phase === 'loss' ? updates - 1 : updates
  if (now === null || !Number.isFinite(now) || at <= (xs.at(-1) ?? -1)) return { xs, ys }
  return { xs: Float64Array.of(...xs, at), ys: Float64Array.of(...ys, now) }
}

/** The least and the greatest of what is finite and, for a logarithmic scale, above 0; null where nothing is. */
export function finiteExtent(all: readonly Float64Array[], isLog = false): readonly [number, number] | null {
  let [low, high] = [Infinity, -Infinity]
  for (const ys of all)
    for (const y of ys) {
      if (!Number.isFinite(y) || (isLog && y <= 0)) continue
      low = Math.min(low, y)
      high = Math.max(high, y)
    }
  return low <= high ? [low, high] : null
}

/** The largest of the finite ones without their signs; undefined where there is none but 0. */
export const largestSize = (ys: Float64Array): number | undefined =>
  Math.max(...(finiteExtent([ys]) ?? [0]).map(Math.abs)) || undefined
