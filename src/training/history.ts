/** What is kept of an update: its number, the loss before it, the norm of each parameter’s gradient, and the parameters if they are few. */
export interface HistoryEntry {
  readonly update: number
  readonly loss: number
  readonly norms: Float64Array
  readonly parameters: Float64Array | null
}

/** The moments kept of a run, column by column. */
export interface HistoryColumns {
  readonly updates: Float64Array
  readonly losses: Float64Array
  /** By parameter. */
  readonly norms: readonly Float64Array[]
  /** By number of the parameters, where they are one or two: the path of gradient descent. Empty for more. */
  readonly path: readonly Float64Array[]
}

/** As many moments are kept at most. */
const MOST_ENTRIES = 2000

/** The moments of a run, evenly spaced: when there are too many, every second one goes. */
export class History {
  #moments: HistoryEntry[] = []
  #stride = 1

  get moments(): readonly HistoryEntry[] {
    return this.#moments
  }

  /** Whether this update is one that is kept. */
  takes = (update: number): boolean => update % this.#stride === 0

  add(moment: HistoryEntry): void {
    if (this.#moments.length === MOST_ENTRIES) {
      this.#stride *= 2
      this.#moments = this.#moments.filter(({ update }) => this.takes(update))
    }
    if (this.takes(moment.update)) this.#moments.push(moment)
  }

  columns(): HistoryColumns {
    const moments = this.#moments
    const column = (number: (moment: HistoryEntry) => number) => Float64Array.from(moments, number)
    const columns = (numbers: (moment: HistoryEntry) => Float64Array) =>
      Array.from({ length: moments.length > 0 ? numbers(moments[0]).length : 0 }, (_, i) =>
        column((moment) => numbers(moment)[i]),
      )
    return {
      updates: column(({ update }) => update),
      losses: column(({ loss }) => loss),
      norms: columns(({ norms }) => norms),
      path: columns(({ parameters }) => parameters ?? NONE),
    }
  }
}

const NONE = new Float64Array(0)
