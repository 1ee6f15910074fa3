import { type Diagnostic, note } from '../../language/diagnostic.ts'
import { MAX_REMARKS } from '../../language/limits.ts'
import type { Span } from '../../language/syntax.ts'

interface Decision {
  readonly at: Span
  held: number
  failed: number
}

/** What there is to say about a run: once for each stretch of text. */
export class Remarks {
  readonly #said = new Map<string, Diagnostic>()
  readonly #decisions = new Map<string, Decision>()
  /** Values that conditions were decided by. */
  readonly deciding = new Set<number>()

  say(message: string, at: Span): void {
    const key = `${at.from}:${at.to}:${message}`
    if (!this.#said.has(key)) this.#said.set(key, note(at, message))
  }

  /** A condition that inputs act on was asked for. */
  decided(value: number, holds: boolean, at: Span): void {
    this.deciding.add(value)
    const key = `${at.from}:${at.to}`
    const decision = this.#decisions.get(key) ?? { at: { from: at.from, to: at.to }, held: 0, failed: 0 }
    this.#decisions.set(key, decision)
    if (holds) decision.held++
    else decision.failed++
  }

  notes(): Diagnostic[] {
    const decisions = [...this.#decisions.values()].map(({ at, held, failed }) => note(at, decisionText(held, failed)))
    return [...this.#said.values(), ...decisions].slice(0, MAX_REMARKS)
  }
}

function decisionText(held: number, failed: number): string {
  const what =
    held > 0 && failed > 0
      ? `At this point this condition holds ${times(held)} and fails ${times(failed)}`
      : held > 0
        ? 'At this point this condition holds'
        : 'At this point this condition does not hold'
  return `${what}: what runs is shown, and nothing is said about the other branch.`
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)
