import type { Diagnostic, Fix } from '../language/diagnostic.ts'
import { parse } from '../language/parse.ts'
import { nested } from '../primitives/value.ts'
import { type BuildOptions, buildGraph } from './build.ts'
import { CONSTANT, type Graph, INPUT, type NodeIndex } from './graph.ts'
import { shapeAt } from './nodes.ts'
import { closedAt, operationOf } from './operations.ts'

/** For tests: text to graph, with what is said about it. */
export function build(source: string, options?: BuildOptions): { graph: Graph | null; diagnostics: Diagnostic[] } {
  const { program, diagnostics } = parse(source)
  const built = buildGraph(program, options)
  return { ...built, diagnostics: [...diagnostics, ...built.diagnostics] }
}

export function graphOf(source: string, options?: BuildOptions): Graph {
  const { graph, diagnostics } = build(source, options)
  if (!graph) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return graph
}

/** A node in words: an input's name, a constant's value, or v with its number. */
function nodeName(graph: Graph, node: NodeIndex): string {
  const input = graph.inputs.find((candidate) => candidate.node === node)
  if (input) return input.name
  if (graph.op[node] !== CONSTANT) return `v${graph.number[node]}`
  const value = nested(shapeAt(graph, node), graph.initial, graph.offset[node])
  return typeof value === 'number' ? shown(value) : JSON.stringify(value)
}

const shown = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

/** The tape line by line: `x1`, `2`, `v1 = sin(x1)`. */
export function tapeOf(graph: Graph): string[] {
  return [...graph.op].map((op, node) => {
    if (op === INPUT || op === CONSTANT) return nodeName(graph, node)
    const operands = [...graph.operand.subarray(graph.firstEdge[node], graph.firstEdge[node + 1])]
    const { name } = operationOf(graph, node) ?? closedAt(graph, node)
    return `v${graph.number[node]} = ${name}(${operands.map((n) => nodeName(graph, n)).join(', ')})`
  })
}

/** Ids by name: those of the nodes that definitions name. */
export function idOf(graph: Graph, name: string): number {
  for (const [node, names] of graph.names) if (names.includes(name)) return graph.id[node]
  throw new Error(`no node is named ${name}`)
}

export const outputNames = (graph: Graph): string[] => graph.outputs.map(({ name }) => name)

/** The text after a fix. */
export function mend(source: string, fix: Fix | undefined): string {
  if (!fix) throw new Error('there is no fix')
  return [...fix.changes]
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), source)
}
