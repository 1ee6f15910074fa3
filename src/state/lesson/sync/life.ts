/** Absent where the page came without encryption: then only a goodbye tells that a window is gone. */
const locks = (): LockManager | undefined => navigator.locks

/**
 * Begins once the window holds a lock of that name, which it does until the signal. The browser frees the lock of a window
 * that crashed, too.
 */
export function live(name: string, signal: AbortSignal, begin: () => void): void {
  const held = locks()?.request(name, () => {
    if (signal.aborted) return
    begin()
    return new Promise((end) => signal.addEventListener('abort', end))
  })
  if (!held) begin()
}

/** Calls when the window that holds the lock of that name is gone. */
export function onceGone(name: string, signal: AbortSignal, call: () => void): void {
  locks()
    ?.request(name, { signal }, call)
    .catch(() => {})
}
