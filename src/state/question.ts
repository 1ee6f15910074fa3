import { primal } from '../autodiff/primal.ts'
import type { Graph, Mode, Primal, Seed } from '../core.ts'
import { entryCount } from '../graph/nodes.ts'
import { type Scalars, seedNamed } from '../methods/question.ts'
import { type NoScalarView, scalarView } from '../methods/scalarView.ts'
import { sessionOf } from './sessionOf.ts'
import { change, now, type State } from './store.ts'

/** The derivative at hand, of the tabs on the chain rule and on methods alike: its ends by name; null is the first one. */
export interface Asked {
  readonly from: string | null
  readonly to: string | null
}

export const fromAtHand = ({ questionInput }: State): string | null => questionInput
export const toAtHand = ({ questionOutput }: State): string | null => questionOutput

/** The path that stands out between the ends, by its place in the list; null where none does. */
export const pathAtHand = ({ chainPath }: State): number | null => chainPath

/** The node between them that is looked at, by name; null is that of the step. */
export const nodeChosen = ({ dualNumbersNode }: State): string | null => dualNumbersNode

/** The state in which these ends are at hand: a path between others means nothing there. */
export function withEnds({ from, to }: Partial<Asked>): Partial<State> {
  const { questionInput, questionOutput, chainPath } = now()
  const ends = {
    questionInput: from === undefined ? questionInput : from,
    questionOutput: to === undefined ? questionOutput : to,
  }
  const isSame = ends.questionInput === questionInput && ends.questionOutput === questionOutput
  return { ...ends, chainPath: isSame ? chainPath : null }
}

export const chooseEnds = (ends: Partial<Asked>): void => change(withEnds(ends))
export const choosePath = (path: number | null): void => change({ chainPath: path })
export const chooseNode = (node: string | null): void => change({ dualNumbersNode: node })

/** One end of a derivative: an input or an output, or an entry of it. */
export interface End {
  readonly seed: Seed
  /** All entries at once. */
  readonly isWhole: boolean
}

/** The end that is chosen by name, else the first one; null where there is none. An array’s own name means all its entries. */
export function endAt(graph: Graph, mode: Mode, name: string | null): End | null {
  const seed = seedNamed(graph, mode, name)
  return seed && { seed, isWhole: entryCount(graph, seed.node) > 1 && (name === null || !name.includes('[')) }
}

export const nameOfEnd = ({ seed, isWhole }: End): string => (isWhole ? seed.of : seed.name)

const kept = new WeakMap<Graph, Scalars | NoScalarView>()

/**
 * The program on the screen as operations between numbers, all functions opened; or why there is none, and what to do. While
 * the text has mistakes, the last one stays.
 */
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
