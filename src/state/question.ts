import { primal } from '../autodiff/primal.ts'
import type { Graph, Input, Mode, Primal, Seed } from '../core.ts'
import { entryCount } from '../graph/nodes.ts'
import { type Scalars, seedNamed } from '../methods/question.ts'
import { isScalarGraph, type NoScalarView, type ScalarView, scalarsIn, scalarView } from '../methods/scalarView.ts'
import { sessionOf } from '../trace/sessionOf.ts'
import { later } from './later.ts'
import { change, now, type State } from './store.ts'
import { written } from './written.ts'

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
  const shown = { graph, inputs }
  const isRun = compilation.language === 'python' && !isScalarGraph(graph)
  if (isRun) void openedInPython(now()).then((view) => keep(graph, found(view)))
  return keep(graph, isRun ? RUNNING : found(scalarView(source, { shown, shareSubexpressions, at: point })))

  function found(view: ScalarView | NoScalarView): Scalars | NoScalarView {
    if (view.kind !== 'scalars') return view
    // What is typed beside a program in Python is a formula of its inputs.
    const names = compilation.language === 'python' ? linesOf(inputs) : source
    return { view, primal: primalOf(view.graph, shown.graph), source: names, point }
  }
}

/** Who has asked before it was known looks again. */
function keep(graph: Graph, found: Scalars | NoScalarView): Scalars | NoScalarView {
  const isLate = kept.has(graph)
  kept.set(graph, found)
  if (isLate) change({})
  return found
}

const compilingAway = later('What opens programs in Python', () => import('./compiler.ts'))

/** All calls of a program in Python opened, by the worker that runs it. */
async function openedInPython(state: State): Promise<ScalarView | NoScalarView> {
  const { compilation, source, shareSubexpressions, point } = state
  const { besides } = await compilingAway.get()
  const options = { open: 'all', shareSubexpressions, at: point, language: 'python' } as const
  const { graph } = await besides.ask({ source, options }, { about: compilation.graph })
  return graph ? scalarsIn(graph, compilation.graph ?? undefined) : WAITING
}

/** The inputs as the language of formulas writes them, as far as their names are names there. */
const linesOf = (inputs: readonly Input[]): string =>
  inputs
    .filter(({ name }) => IS_NAME.test(name))
    .map(({ name, value }) => `${name} = ${written(value)}`)
    .join('\n')

const IS_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u

const primalOf = (graph: Graph, shown: Graph): Primal => (graph === shown ? sessionOf(graph).primal : primal(graph))

const RUNNING: NoScalarView = { kind: 'wrong', says: 'The program is being run once more, with all its calls open.' }

const WAITING: NoScalarView = { kind: 'wrong', says: 'The program has mistakes: its problems say where.' }
