import { buildGraph } from '../graph/build.ts'
import { CLOSED, type Graph, type Input, PLAIN, type Value } from '../graph/graph.ts'
import { unroll } from '../graph/unroll/unroll.ts'
import { unrolledSize, unrollsWhole } from '../graph/unroll/unrolling.ts'
import { parse } from '../language/parse.ts'
import { grouped } from '../language/words.ts'

/** A program as operations between numbers, every function opened: what paths, elimination and expressions are about. */
export interface ScalarView {
  readonly kind: 'scalars'
  readonly graph: Graph
  /** As the program has them: arrays are whole. Those of the graph are their entries in the same order. */
  readonly inputs: readonly Input[]
  /** Whether arrays were written out. */
  readonly isUnrolled: boolean
}

/** Why there is no such view, and what to do. */
export interface NoScalarView {
  readonly kind: 'too large' | 'wrong'
  readonly says: string
}

export interface ScalarOptions {
  /** What is shown, as compiled: it is taken as it is if its graph is one of numbers, which gives its ids otherwise. */
  readonly shown?: { readonly graph: Graph; readonly inputs: readonly Input[] }
  readonly shareSubexpressions?: boolean
  /** Values, and with them shapes, that inputs have instead of those in the text. */
  readonly at?: Readonly<Record<string, Value>>
}

/** Nodes between numbers that paths, elimination and expressions are found for without making anyone wait. */
const MOST_SCALARS = 6000

/** Whether every node of a graph is a number that a primitive computes from numbers. */
export const isScalarGraph = ({ op, plan, offset, size }: Graph): boolean =>
  offset[size] === size && plan.every((each) => each === PLAIN) && op.every((each) => each < CLOSED)

/** The program as operations between numbers, whatever it is shown as; or why it cannot be. */
export function scalarView(
  source: string,
  { shown, shareSubexpressions, at }: ScalarOptions = {},
): ScalarView | NoScalarView {
  if (shown && isScalarGraph(shown.graph)) return viewOf(shown.graph, shown.inputs)
  const { program, diagnostics } = parse(source)
  if (diagnostics.some(({ severity }) => severity === 'error')) return WRONG
  const { graph } = buildGraph(program, { open: 'all', shareSubexpressions, at, previous: shown?.graph })
  return graph ? scalarsIn(graph, shown?.graph) : WRONG
}

/** A graph whose calls are all open, as operations between numbers, if there is room; with the ids of one before it. */
export function scalarsIn(graph: Graph, previous?: Graph): ScalarView | NoScalarView {
  if (isScalarGraph(graph)) return viewOf(graph, graph.inputs)
  return unrollsWhole(graph, MOST_SCALARS)
    ? viewOf(
        unroll(graph, () => true, previous),
        graph.inputs,
      )
    : tooLarge(graph)
}

const viewOf = (graph: Graph, inputs: readonly Input[]): ScalarView => ({
  ...{ kind: 'scalars', graph, inputs },
  isUnrolled: graph.inputs.length !== inputs.length || graph.inputs.some(({ name }, i) => name !== inputs[i].name),
})

const WRONG: NoScalarView = { kind: 'wrong', says: 'The program has mistakes: its problems say where.' }

function tooLarge(graph: Graph): NoScalarView {
  const nodes = Array.from(graph.op.keys(), (node) => unrolledSize(graph, node)).reduce((a, b) => a + b, 0)
  const [most, needed] = [MOST_SCALARS, nodes].map((count) => grouped(count))
  return {
    kind: 'too large',
    says: `Between numbers this program takes ${needed} nodes, and ${most} are shown at most. Make its arrays smaller to see it here.`,
  }
}
