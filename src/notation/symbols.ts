import { CONSTANT, type Graph, INPUT, type Input, type NodeIndex, type Value } from '../graph/graph.ts'
import { memo } from '../graph/memo.ts'
import { entryCount, valueAt } from '../graph/nodes.ts'
import { closedAt, isClosed, operationOf } from '../graph/operations.ts'
import { shorten } from '../language/words.ts'
import { displayAdjoint, displayName, displaySecond, displayTangent } from './names.ts'
import { short } from './numbers.ts'
import { spokenNumber } from './spokenNumbers.ts'

/** What the nodes of a graph are called, looked up once. */
interface Directory {
  readonly inputs: ReadonlyMap<NodeIndex, Input>
  readonly outputs: ReadonlyMap<NodeIndex, readonly string[]>
  /** Of v1, v2 …: another letter where the program uses such a name for something else. */
  readonly letter: string
}

const directoryOf = memo((graph: Graph): Directory => {
  const outputs = new Map<NodeIndex, string[]>()
  for (const { node, name } of graph.outputs) {
    const names = outputs.get(node)
    if (names) names.push(name)
    else outputs.set(node, [name])
  }
  const inputs = new Map(graph.inputs.map((input) => [input.node, input]))
  return { inputs, outputs, letter: freeLetter(graph) }
})

function freeLetter(graph: Graph): string {
  const taken = new Set<string>()
  for (const [node, names] of graph.names)
    for (const name of names) {
      const numbered = /^(\D)(\d+)$/.exec(name)
      if (numbered && graph.number[node] !== Number(numbered[2])) taken.add(numbered[1])
    }
  return [...'vwunz'].find((letter) => !taken.has(letter)) ?? 'v_'
}

/** What a node computes, in words: `sine`; the name of a closed module's function; null for inputs and constants. */
export const titleOf = (graph: Graph, node: NodeIndex): string | null =>
  isClosed(graph, node) ? closedAt(graph, node).name : (operationOf(graph, node)?.title ?? null)

/**
 * Its name on the tape, as the program would write it: `x1`, `v3`; null for a constant. By this name nodes are told apart:
 * in the graph, in tables, links and labels, where the reader's name stands beside it.
 */
export function nodeName(graph: Graph, node: NodeIndex): string | null {
  if (graph.op[node] === CONSTANT) return null
  const { inputs, letter } = directoryOf(graph)
  return inputs.get(node)?.name ?? `${letter}${graph.number[node]}`
}

/**
 * The name by which it is spoken of in sentences and formulas: the one that the program gave it, else its name on the tape.
 * A constant number goes by itself: null.
 */
export function readerName(graph: Graph, node: NodeIndex): string | null {
  if (graph.op[node] === CONSTANT && entryCount(graph, node) === 1) return null
  return inputOf(graph, node)?.name ?? graph.names.get(node)?.[0] ?? nodeName(graph, node)
}

/** What it is called away from the graph: the program's name for it, else its name on the tape with its operation, `v7 (exp)`. */
export function tellingName(graph: Graph, node: NodeIndex): string {
  const name = graph.names.get(node)?.[0]
  if (name !== undefined) return name
  if (graph.op[node] === CONSTANT) return 'a constant'
  return `${nodeName(graph, node)} (${(operationOf(graph, node) ?? closedAt(graph, node)).name})`
}

/** A node's symbol where names, and numbers that go by themselves, are written so. */
export function symbolBy(
  graph: Graph,
  node: NodeIndex,
  named: (name: string) => string,
  constant: (value: Value) => string,
): string {
  const name = readerName(graph, node)
  return name === null ? constant(valueAt(graph, node, graph.initial)) : named(name)
}

/** Dots stand for the entries of an array, never its shape for the array. */
const shortConstant = (value: Value): string => {
  const text = short(value)
  return typeof value === 'number' || text.startsWith('[') ? text : '[…]'
}

/** For the screen, by its name on the tape: x₁, v₃; null for a constant. */
export function tapeSymbol(graph: Graph, node: NodeIndex): string | null {
  const name = nodeName(graph, node)
  return name === null ? null : displayName(name)
}

/** v₃ beside the name that the program gave it; null where it goes by that anyway. */
export const numberBeside = (graph: Graph, node: NodeIndex): string | null =>
  graph.op[node] === CONSTANT || readerName(graph, node) === nodeName(graph, node) ? null : tapeSymbol(graph, node)

/** For the screen: x₁, z₁, v₃, or the constant's number. */
export const nodeSymbol = (graph: Graph, node: NodeIndex) => symbolBy(graph, node, displayName, shortConstant)
export const nodeSpoken = (graph: Graph, node: NodeIndex) => symbolBy(graph, node, (name) => name, spokenNumber)

/** v̇₃, v̄₃ and v̄̇₃ for the screen. */
export const tangentSymbol = (graph: Graph, node: NodeIndex) => symbolBy(graph, node, displayTangent, shortConstant)
export const adjointSymbol = (graph: Graph, node: NodeIndex) => symbolBy(graph, node, displayAdjoint, shortConstant)
export const secondSymbol = (graph: Graph, node: NodeIndex) => symbolBy(graph, node, displaySecond, shortConstant)

/** What its circle shows: `sin`, `×`; a closed module's name; the name of an input; the number of a constant. */
export const operationSymbol = (graph: Graph, node: NodeIndex): string =>
  isClosed(graph, node)
    ? shorten(closedAt(graph, node).name, LONGEST_SYMBOL)
    : (operationOf(graph, node)?.symbol ?? nodeSymbol(graph, node))

/** Most characters in a circle, as for the symbols of operations. */
const LONGEST_SYMBOL = 8

/** The input that the node is; undefined for others. */
export const inputOf = (graph: Graph, node: NodeIndex): Input | undefined => directoryOf(graph).inputs.get(node)

/** The names of the outputs that the node is. */
export const outputsOf = (graph: Graph, node: NodeIndex): readonly string[] =>
  directoryOf(graph).outputs.get(node) ?? []

/** The names that definitions give to the node, without the name by which it goes anyway. */
export const definitionsOf = (graph: Graph, node: NodeIndex): readonly string[] =>
  (graph.names.get(node) ?? []).filter((name) => name !== nodeName(graph, node))

/** The node that someone means by `x1`, `v3` or `f`. */
export function nodeNamed(graph: Graph, name: string): NodeIndex | undefined {
  const input = graph.inputs.find((candidate) => candidate.name === name)
  if (input) return input.node
  for (const [node, names] of graph.names) if (names.includes(name)) return node
  const output = graph.outputs.find((candidate) => candidate.name === name)
  if (output) return output.node
  const { letter } = directoryOf(graph)
  const number = name.startsWith(letter) ? Number(name.slice(letter.length)) : 0
  const node = number > 0 ? graph.number.indexOf(number) : -1
  return node >= 0 && graph.op[node] !== INPUT ? node : undefined
}
