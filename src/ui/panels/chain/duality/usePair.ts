import { useMemo } from 'react'
import { isOfNumbers } from '../../../../methods/linear/effort.ts'
import { scalarsOf, toAtHand } from '../../../../state/question.ts'
import type { Session } from '../../../../state/session.ts'
import { type State, useGradual } from '../../../../state/store.ts'
import { type Pair, pairOf } from './pair.ts'

/** Of the graph on the screen if it is one of numbers, else of the program between numbers. */
export function usePair({ graph, primal }: Session): Pair | string {
  const pass = useGradual((state) => (isOfNumbers(graph) ? primal : betweenNumbers(state)))
  const to = useGradual(toAtHand)
  return useMemo(() => (typeof pass === 'string' ? pass : pairOf(pass, to)), [pass, to])
}

function betweenNumbers(state: State) {
  const scalars = scalarsOf(state)
  if (!scalars) return ''
  return 'says' in scalars ? scalars.says : scalars.primal
}
