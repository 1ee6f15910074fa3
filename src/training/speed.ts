/** Milliseconds over which updates are counted, and after which it is said anew, so that what is said can be read. */
const WINDOW = 1500
const EACH = 500
const SECOND = 1000

interface Mark {
  /** In milliseconds, by the clock of a run. */
  readonly time: number
  readonly updates: number
}

/** How fast a run goes: updates a second, over the last second or so. */
export class Speed {
  #marks: Mark[]
  #said: { readonly time: number; readonly speed: number } | null = null

  /** From where a run begins, or goes on. */
  constructor(start: Mark) {
    this.#marks = [start]
  }

  /** Updates a second; null until there is something to say. Between two updates nothing is known, so that a slow run is told as steady as a fast one. */
  at(mark: Mark): number | null {
    const { time, updates } = mark
    if (updates > (this.#marks.at(-1) as Mark).updates) this.#marks.push(mark)
    while (this.#marks.length > 2 && this.#marks[1].time <= time - WINDOW) this.#marks.shift()
    const [first, last] = [this.#marks[0], this.#marks.at(-1) as Mark]
    const isDue = this.#said === null || time - this.#said.time >= EACH
    if (isDue && last.time - first.time >= EACH)
      this.#said = { time, speed: (SECOND * (last.updates - first.updates)) / (last.time - first.time) }
    return this.#said?.speed ?? null
  }
}
