import { buildGraph } from '../../graph/build.ts'
import type { Graph } from '../../graph/graph.ts'
import { parse } from '../../language/parse.ts'
import { readFormula } from '../../primitives/formula.ts'
import { isFunctionName } from '../../primitives/index.ts'
import { type Shape, sizeOf } from '../../primitives/shape.ts'
import { nested } from '../../primitives/value.ts'

const RESULT = 'written_out'

/** By formula and shapes: those that were built. */
const known = new Map<string, Graph>()
const MOST_KNOWN = 2000

/** The graph of a formula of the records, of names with shapes, which are its inputs. */
export function formulaGraph(text: string, shapes: Readonly<Record<string, Shape>>): Graph {
  const reads = readFormula(text).reads.filter((name) => name in shapes)
  const key = `${text} ${reads.map((name) => `${name}:${shapes[name]}`).join(' ')}`
  const graph = known.get(key) ?? built(text, Object.fromEntries(reads.map((name) => [name, shapes[name]])))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, graph)
  return graph
}

function built(text: string, shapes: Readonly<Record<string, Shape>>): Graph {
  const at = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, nested(shape, new Float64Array(sizeOf(shape)).fill(0.5))]),
  )
  const lines = [...Object.keys(at).map((name) => `${name} = 0.5`), `output ${RESULT} = ${text}`]
  const { program } = parse(lines.join('\n'), isFunctionName)
  const { graph, diagnostics } = buildGraph(program, { at })
  if (!graph) throw new Error(`Not a formula: ${text}: ${diagnostics[0]?.message}`)
  return graph
}
