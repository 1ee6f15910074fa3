import { buildGraph } from '../../graph/build.ts'
import type { Graph } from '../../graph/graph.ts'
import { parse } from '../../language/parse.ts'
import type { Shape } from '../../primitives/shape.ts'
import type { Primal } from '../pass.ts'
import { primalFrom } from '../primal.ts'
import { noSums, pushAll, type Sums } from '../sweep.ts'

/** What a name of a formula stands for: numbers, and how they move. */
export interface Moving {
  /** Where it is not that of the formula. */
  readonly shape?: Shape
  readonly numbers: Float64Array
  readonly tangents: Float64Array
  readonly present: Uint8Array
}

/** What stands at some entries. */
export function movingAt({ values }: Primal, { numbers, present }: Sums, entries: readonly number[]): Moving {
  return {
    numbers: Float64Array.from(entries, (entry) => values[entry]),
    tangents: Float64Array.from(entries, (entry) => numbers[entry]),
    present: Uint8Array.from(entries, (entry) => present[entry]),
  }
}

/** A tangent pass over a formula, by entry: where its names move, and what moves by them. */
export interface FormulaPass {
  readonly primal: Primal
  readonly seeds: Uint8Array
  readonly present: Uint8Array
}

interface FormulaTangent {
  /** Of the formula's entries. */
  readonly tangents: Sums
  readonly pass: FormulaPass
}

/**
 * The tangent of a formula of the registry, where its names move: the formula is read as a program, and a tangent pass runs
 * over it. So second partials follow from the formulas of the first, and there are no rules for them. Arrays of the
 * shape stand for the names that have none of their own; null where nothing moves the formula.
 */
export function formulaTangent(
  formula: string,
  names: ReadonlyMap<string, Moving>,
  shape: Shape,
): FormulaTangent | null {
  if (![...names.values()].some(({ present }) => present.includes(1))) return null
  const graph = graphOf(
    formula,
    [...names].map(([name, own]) => [name, own.shape ?? shape]),
  )
  const { offset } = graph
  const start = graph.initial.slice()
  for (const { name, node } of graph.inputs) start.set((names.get(name) as Moving).numbers, offset[node])
  const primal = primalFrom(graph, start)
  const sums = noSums(primal)
  for (const { name, node } of graph.inputs) {
    const { tangents, present } = names.get(name) as Moving
    sums.numbers.set(tangents, offset[node])
    sums.present.set(present, offset[node])
  }
  const seeds = sums.present.slice()
  pushAll(primal, sums)
  const [{ node }] = graph.outputs
  const tangents = {
    numbers: sums.numbers.slice(offset[node], offset[node + 1]),
    present: sums.present.slice(offset[node], offset[node + 1]),
  }
  return { tangents, pass: { primal, seeds, present: sums.present } }
}

const known = new Map<string, Graph>()
const MOST_KNOWN = 500

/** The formula as a program, its names inputs of their shapes. */
function graphOf(formula: string, names: readonly (readonly [string, Shape])[]): Graph {
  const inputs = names.map(([name, shape]) => `${name} = ${shape.length === 0 ? '0' : `zeros([${shape.join(', ')}])`}`)
  const source = [...inputs, `output p = ${formula}`].join('\n')
  const key = source
  const found = known.get(key)
  if (found) return found
  const { graph, diagnostics } = buildGraph(parse(source).program)
  if (!graph) throw new Error(`${source}\n${diagnostics[0]?.message}`)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, graph)
  return graph
}
