import { checkByHand, type HandCheck } from './byHand.ts'
import type { Question } from './question.ts'
import { readTyped } from './typed.ts'

/** What a derivative by hand comes to. */
export interface Hand {
  readonly check: HandCheck
  /** What it gives at the point; null where it cannot be read. */
  readonly value: number | null
  /** Stable id of the node where the likely slip was made. */
  readonly slipId: number | null
}

export function handOf({ source, view, point, from, to }: Question, text: string): Hand {
  const check = checkByHand({ source, view, at: point, output: to.name, input: from.name, text })
  const slipNode = check.kind === 'wrong' ? (check.slip?.node ?? null) : null
  const slipId = slipNode === null ? null : view.graph.id[slipNode]
  if (check.kind === 'unreadable') return { check, value: null, slipId }
  const typed = readTyped(source, view.inputs, text)
  if (!('evaluate' in typed)) return { check, value: null, slipId }
  const here = Object.fromEntries(view.inputs.map(({ name, value }) => [name, point[name] ?? value]))
  return { check, value: typed.evaluate(here).value, slipId }
}
