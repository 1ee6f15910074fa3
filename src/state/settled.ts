/** Runs when it was not called for so many milliseconds. */
export function settled(run: () => void, milliseconds: number) {
  let timer: ReturnType<typeof setTimeout>
  const stop = () => clearTimeout(timer)
  return {
    soon(): void {
      stop()
      timer = setTimeout(run, milliseconds)
    },
    stop,
  }
}
