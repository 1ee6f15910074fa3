import { type Graph, type Primal, primal } from '../../../core.ts'
import { type NoScalarView, type ScalarView, scalarView } from '../../../methods/scalarView.ts'
import type { Point } from '../../../methods/typed.ts'
import { sessionOf } from '../../../state/sessionOf.ts'
import type { State } from '../../../state/store.ts'

/** The program as operations between numbers, at its point. */
export interface Scalars {
  readonly view: ScalarView
  readonly primal: Primal
  /** The text that the view was made of, and what its inputs have instead of the numbers in it. */
  readonly source: string
  readonly point: Point
}

const kept = new WeakMap<Graph, Scalars | NoScalarView>()

/** That of the graph on the screen; or why there is none, and what to do. While the text has mistakes, the last one stays. */
export function scalarsOf({ compilation, shareSubexpressions, point }: State): Scalars | NoScalarView | null {
  const { graph, inputs, source, outOfDate } = compilation
  if (!graph) return null
  const known = kept.get(graph)
  if (known) return known
  if (outOfDate) return WAITING
  const view = scalarView(source, { shown: { graph, inputs }, shareSubexpressions, at: point })
  const found = view.kind === 'scalars' ? { view, primal: primalOf(view.graph, graph), source, point } : view
  kept.set(graph, found)
  return found
}

const primalOf = (graph: Graph, shown: Graph): Primal => (graph === shown ? sessionOf(graph).primal : primal(graph))

const WAITING: NoScalarView = { kind: 'wrong', says: 'The program has mistakes: its problems say where.' }
