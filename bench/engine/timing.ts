const ROUNDS = 30
/** On a busy machine rounds end after so many milliseconds. */
const PATIENCE = 10_000
/** So many operations a round, that the clock is fine enough. */
const OPERATIONS = 100_000

/** The least nanoseconds an operation for each: rounds take turns, and the fastest counts, since the machine is not quiet. */
export function fastest(runs: readonly (() => unknown)[], operations: number): number[] {
  const calls = Math.max(1, Math.floor(OPERATIONS / operations))
  const best = runs.map(() => Number.POSITIVE_INFINITY)
  const end = performance.now() + PATIENCE
  for (let round = 0; round < ROUNDS && performance.now() < end; round++)
    for (const [i, run] of runs.entries()) {
      const start = performance.now()
      for (let call = 0; call < calls; call++) run()
      best[i] = Math.min(best[i], ((performance.now() - start) * 1e6) / calls / operations)
    }
  return best
}
