import { checkByHand, type HandCheck } from './byHand.ts'
import type { Question } from './question.ts'
import { readTyped } from './typed.ts'

/** What a derivative by hand comes to. */
export interface Hand {
  readonly check: HandCheck
  /** What it gives at the point; null where it cannot be read. */
  readonly value: number | null
  /** Stable id of the node where the likely slip was made. */
  readonly mistakeId: number | null
}

export function handOf({ source, view, point, from, to }: Question, text: string): Hand {
  const check = checkByHand({ source, view, at: point, output: to.name, input: from.name, text })
  const mistakeNode = check.kind === 'wrong' ? (check.mistake?.node ?? null) : null
  const mistakeId = mistakeNode === null ? null : view.graph.id[mistakeNode]
  if (check.kind === 'unreadable') return { check, value: null, mistakeId }
  const typed = readTyped(source, view.inputs, text)
  if (!('evaluate' in typed)) return { check, value: null, mistakeId }
  const here = Object.fromEntries(view.inputs.map(({ name, value }) => [name, point[name] ?? value]))
  return { check, value: typed.evaluate(here).value, mistakeId }
}
