import type { Span } from '../../language/syntax.ts'
import { grouped } from '../../language/words.ts'
import type { RunTrace } from '../trace/trace.ts'
import { Refusal } from '../values/refusal.ts'
import type { Class, PyValue } from '../values/values.ts'
import type { Flow } from './interpreting.ts'
import { MAX_CALLS, MAX_STEPS } from './limits.ts'

/** The last round of a loop is over, and with it the run: what stands behind is not read. */
export class Ended extends Error {}

/** The method that runs, and the object that it got. */
interface RunningMethod {
  readonly owner: Class | null
  readonly self: PyValue | undefined
}

/** A function that runs: its loops are its own. */
interface Activation {
  readonly method: RunningMethod | null
  readonly loops: { ending: boolean }[]
}

/** The functions and loops that run, each in the one before, and the steps that they take; all have limits. */
export class Activations {
  position: Span = { from: 0, to: 0 }
  readonly #trace: RunTrace
  readonly #running: Activation[] = [{ method: null, loops: [] }]
  #steps = 0

  constructor(trace: RunTrace) {
    this.#trace = trace
  }

  get method(): RunningMethod | null {
    return this.#innermost.method
  }

  get isInLoop(): boolean {
    return this.#innermost.loops.length > 0
  }

  /** No function runs. */
  get isAtTop(): boolean {
    return this.#running.length === 1
  }

  get #innermost(): Activation {
    return this.#running[this.#running.length - 1]
  }

  step(at: Span): void {
    this.position = { from: at.from, to: at.to }
    if (++this.#steps > MAX_STEPS)
      throw new Refusal(`The program takes more than ${grouped(MAX_STEPS)} steps; it is run so far at most.`, at)
  }

  /** Runs the body of a function. */
  activate(method: RunningMethod, at: Span, body: () => PyValue): PyValue {
    if (this.#running.length > MAX_CALLS)
      throw new Refusal(`Calls stand in each other more than ${MAX_CALLS} deep here; it is run so far at most.`, at)
    this.step(at)
    this.#running.push({ method, loops: [] })
    try {
      return body()
    } finally {
      this.#running.pop()
    }
  }

  rounds(name: string, at: Span, round: (count: number) => Flow | 'over'): Flow | 'over' {
    const loop = { ending: false }
    this.#innermost.loops.push(loop)
    this.#trace.open(name, at, 'loop')
    try {
      for (let count = 0; ; count++) {
        const flow = this.#round(count, at, round)
        if (loop.ending) throw new Ended()
        if (flow !== 'end' && flow !== 'continue') return flow
      }
    } finally {
      this.#trace.close()
      this.#innermost.loops.pop()
    }
  }

  #round(count: number, at: Span, round: (count: number) => Flow | 'over'): Flow | 'over' {
    this.step(at)
    this.#trace.open(`round ${count + 1}`, at, 'round')
    try {
      return round(count)
    } finally {
      this.#trace.close()
    }
  }

  /** The round that runs is the last of its loop; says whether that is new. */
  endLoop(): boolean {
    const loop = this.#running.flatMap(({ loops }) => loops).at(-1)
    if (!loop || loop.ending) return false
    loop.ending = true
    return true
  }
}
