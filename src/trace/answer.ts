import { differentiatedInputs } from '../autodiff/seeds.ts'
import type { Graph, Input, Output, Value } from '../graph/graph.ts'
import { shapeAt } from '../graph/nodes.ts'
import { LATEX } from '../notation/media.ts'
import { latexName } from '../notation/names.ts'
import { nested } from '../primitives/value.ts'
import { dependenceOf } from './dependence.ts'
import { among } from './equations.ts'
import { finalAt } from './frame.ts'
import { blockFill } from './jacobianFill.ts'
import { type Voice, type Words, words } from './narration/voice.ts'
import type { PassList } from './passes.ts'

/** A derivative that the passes have found, for a list at their end: “∂f/∂x₁ = 2.584”. */
interface FoundDerivative extends Words {
  /** Of what, and by what: names in the program; null for what a seed of the user’s own makes of them. */
  readonly output: string | null
  readonly input: string | null
  /** Between arrays it has the output's axes, then the input's. */
  readonly value: Value
  /** No path leads from the input to the output: the value is 0, and shown as a dash. */
  readonly absent: boolean
  readonly latex: string
}

export interface Answer {
  readonly derivatives: readonly FoundDerivative[]
  /** Derivatives that are left out. */
  readonly omitted: number
}

/** More derivatives than this are counted, not listed. */
const MOST_LISTED = 60
/** Numbers that the passes for the list may compute together. */
const MOST_WORK = 2 ** 22

/** What the passes of the modes shown find: every derivative, of each output by each input that is differentiated by. */
export function answerOf(lists: readonly PassList[]): Answer {
  const own = lists.find(({ of }) => of !== 'units')
  const list = own ?? lists.reduce((a, b) => (b.count < a.count ? b : a))
  const { graph } = list.primal
  const size = list.count * graph.offset[graph.size]
  const all = own ? productsOf(own) : pairsOf(graph)
  const shown = own || size <= MOST_WORK ? all.slice(0, MOST_LISTED) : []
  return { derivatives: shown.map((find) => find(list)), omitted: all.length - shown.length }
}

type Find = (list: PassList) => FoundDerivative

const pairsOf = (graph: Graph): Find[] =>
  graph.outputs.flatMap((output, row) =>
    differentiatedInputs(graph).map((input): Find => {
      const column = graph.inputs.indexOf(input)
      return (list) => partial(list, output, row, input, column)
    }),
  )

/** When all passes are done. */
const DONE = { pass: Number.POSITIVE_INFINITY, step: 0 }

function partial(list: PassList, output: Output, row: number, input: Input, column: number): FoundDerivative {
  const { graph } = list.primal
  const { rows, columns, at } = blockFill(list, DONE, row, column)
  const cells = Array.from({ length: rows * columns }, (_, i) => at(Math.floor(i / columns), i % columns))
  const shape = [...shapeAt(graph, output.node), ...shapeAt(graph, input.node)]
  const found = {
    ...{ output: output.name, input: input.name },
    value: nested(
      shape,
      cells.map((cell) => cell?.value ?? Number.NaN),
    ),
    absent: cells.every((cell) => cell?.absent),
  }
  return told(
    graph,
    found,
    ({ derivative, named }) => derivative(named(output.name), named(input.name)),
    `\\frac{\\partial ${latexName(output.name)}}{\\partial ${latexName(input.name)}}`,
  )
}

/** What the last pass of a seed of the user’s own makes: J·v at each output, wᵀ·J or H·v at each input. */
function productsOf({ primal: { graph }, mode }: PassList): Find[] {
  const ends = mode === 'forward' ? graph.outputs : graph.inputs
  return ends.map(
    ({ name, node }): Find =>
      (list) => {
        const pass = list.get(list.count - 1)
        const what = pass.second ? 'H·v' : mode === 'forward' ? 'J·v' : 'wᵀ·J'
        const found = {
          ...(mode === 'forward' ? { output: name, input: null } : { output: null, input: name }),
          ...{ value: finalAt(pass, node), absent: dependenceOf(pass, node) === 'none' },
        }
        return told(
          graph,
          found,
          ({ named }) => `${what} at ${named(name)}`,
          `(${LATEX_OF[what]})_{${latexName(name)}}`,
        )
      },
  )
}

const equation = (latex: string, value: Value): string =>
  LATEX.isInFull(value) ? latex + LATEX.equals + LATEX.number(value).text : among(latex, value, LATEX)

const LATEX_OF = { H·v: 'H v', J·v: 'J v', wᵀ·J: 'w^{\\top} J' } as const

function told(
  graph: Graph,
  found: Omit<FoundDerivative, 'latex' | keyof Words>,
  called: (voice: Voice) => string,
  latex: string,
): FoundDerivative {
  const said = words(graph, (voice) =>
    found.absent ? `${called(voice)}: no path` : voice.valued(called(voice), found.value),
  )
  return { ...found, ...said, latex: found.absent ? latex : equation(latex, found.value) }
}
