import type { Pausing } from '../../../../exports/documents/documents.ts'

/** The page draws and hears its keys after so many ms of writing. */
const AT_A_TIME = 12

/** A rest whenever so long was worked. */
export function rests(): Pausing {
  let since = performance.now()
  const rest = async () => {
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
  return () => (performance.now() - since < AT_A_TIME ? null : rest())
}
