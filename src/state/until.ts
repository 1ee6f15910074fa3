/** What a store is read and followed by. */
interface Store<State> {
  readonly getState: () => State
  readonly subscribe: (hear: (state: State) => void) => () => void
}

/** What is read of the store, once it is there; null says that it is not. */
export function until<State, T>({ getState, subscribe }: Store<State>, read: (state: State) => T | null): Promise<T> {
  const there = read(getState())
  if (there !== null) return Promise.resolve(there)
  return new Promise((resolve) => {
    const stop = subscribe((state) => {
      const come = read(state)
      if (come === null) return
      stop()
      resolve(come)
    })
  })
}
