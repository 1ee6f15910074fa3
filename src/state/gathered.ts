/** Runs once for several calls, when what was scheduled at the first of them comes. */
export function gathered(run: () => void, schedule: (end: () => void) => unknown): () => void {
  let waits = false
  const end = () => {
    waits = false
    run()
  }
  return () => {
    if (!waits) schedule(end)
    waits = true
  }
}
