import type { Question } from '../../../../methods/question.ts'
import { type SwellPoint, swell } from '../../../../methods/swell.ts'
import { type SymbolicAnswer, symbolicOf } from '../../../../methods/symbolicOf.ts'
import { useSoon } from '../useSoon.ts'

/** The derivative as an expression; null while it is written. */
export const useSymbolic = (question: Question): SymbolicAnswer | null =>
  useSoon(question.primal, `symbolic ${question.from.name} ${question.to.name}`, () => symbolicOf(question))

/** How it grows when the program is composed with itself; empty where the program is too large. */
export const useSwell = ({ primal, view: { graph }, from, to }: Question): readonly SwellPoint[] | null =>
  useSoon(primal, `swell ${from.name} ${to.name}`, () => swell(graph, from.node, to.node))
