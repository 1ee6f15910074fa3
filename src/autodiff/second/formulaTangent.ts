import { type Counts, sumOf } from '../../costs/counts.ts'
import { valuesCost } from '../../costs/nodeCost.ts'
import { sweepCounts } from '../../costs/sweepCounts.ts'
import { buildGraph } from '../../graph/build.ts'
import type { Graph } from '../../graph/graph.ts'
import { parse } from '../../language/parse.ts'
import type { Shape } from '../../primitives/shape.ts'
import { primalFrom } from '../primal.ts'
import { noSums, pushAll } from '../sweep.ts'

/** What a name of a formula stands for: numbers, and how they move. */
export interface Moving {
  readonly numbers: Float64Array
  readonly tangents: Float64Array
  readonly present: Uint8Array
}

export interface FormulaTangent {
  readonly tangents: Float64Array
  readonly present: Uint8Array
  readonly counts: Counts
}

/**
 * The tangent of a formula of the registry, where its names move: the formula is read as a program, and a tangent pass runs
 * over it. So second partials follow from the formulas of the first, and there are no rules for them. Arrays of one shape
 * stand for the names; null where nothing moves the formula.
 */
export function formulaTangent(
  formula: string,
  names: ReadonlyMap<string, Moving>,
  shape: Shape,
): FormulaTangent | null {
  if (![...names.values()].some(({ present }) => present.includes(1))) return null
  const graph = graphOf(formula, [...names.keys()], shape)
  const { offset } = graph
  const start = graph.initial.slice()
  for (const { name, node } of graph.inputs) start.set((names.get(name) as Moving).numbers, offset[node])
  const pass = primalFrom(graph, start)
  const sums = noSums(pass)
  for (const { name, node } of graph.inputs) {
    const { tangents, present } = names.get(name) as Moving
    sums.numbers.set(tangents, offset[node])
    sums.present.set(present, offset[node])
  }
  const seeds = sums.present.slice()
  pushAll(pass, sums)
  const [{ node }] = graph.outputs
  const sweep = { primal: pass, mode: 'forward', model: { partials: 'each pass' }, words: sums.present, seeds } as const
  return {
    tangents: sums.numbers.slice(offset[node], offset[node + 1]),
    present: sums.present.slice(offset[node], offset[node + 1]),
    counts: sumOf(valuesCost(graph), sweepCounts({ ...sweep, passes: 1 })),
  }
}

const known = new Map<string, Graph>()
const MOST_KNOWN = 500

/** The formula as a program, its names inputs of the shape. */
function graphOf(formula: string, names: readonly string[], shape: Shape): Graph {
  const key = `${shape}|${formula}`
  const found = known.get(key)
  if (found) return found
  const value = shape.length === 0 ? '0' : `zeros([${shape.join(', ')}])`
  const source = [...names.map((name) => `${name} = ${value}`), `output p = ${formula}`].join('\n')
  const { graph, diagnostics } = buildGraph(parse(source).program)
  if (!graph) throw new Error(`${source}\n${diagnostics[0]?.message}`)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, graph)
  return graph
}
