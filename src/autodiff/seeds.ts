import type { Graph, Input, NodeIndex, Output } from '../graph/graph.ts'
import { entryAt, entryCount, entryName, entryNamed, shapeAt } from '../graph/nodes.ts'
import { sizeOf } from '../primitives/shape.ts'
import { nested, type Value } from '../primitives/value.ts'
import type { Mode, Numbers, Primal } from './pass.ts'
import { eachNamed, record } from './point.ts'
import { noSums, type Sums } from './sweep.ts'

/** What a pass is seeded with: one entry of an input (forward) or output (reverse). */
export interface Seed {
  /** `x`, or `W[0,1]` for an entry of an array. */
  readonly name: string
  /** Of the input or output. */
  readonly of: string
  readonly node: NodeIndex
  /** Within the node's entries. */
  readonly entry: number
}

/** How many passes a mode takes: one for each entry of its outputs, or of the inputs that it differentiates by. */
export const passCount = (graph: Graph, mode: Mode): number =>
  countOf(graph, mode === 'forward' ? differentiatedInputs(graph) : graph.outputs)

/** How many seeds there are: those of the passes, and after them those of data that no pass is seeded with. */
export const seedCount = (graph: Graph, mode: Mode): number => countOf(graph, endsOf(graph, mode))

const countOf = (graph: Graph, ends: readonly Output[]): number =>
  ends.reduce((count, { node }) => count + entryCount(graph, node), 0)

/** The inputs that forward mode takes passes for: data are none of them where the graph holds them, unless all are data. */
export function differentiatedInputs({ inputs, holdsData }: Graph): readonly Input[] {
  const varied = holdsData ? inputs.filter(({ role }) => role !== 'data') : inputs
  return varied.length > 0 ? varied : inputs
}

/** The seed of a mode's pass: the first pass has the index 0. */
export function seedAt(graph: Graph, mode: Mode, index: number): Seed {
  let left = index
  for (const { name, node } of endsOf(graph, mode)) {
    const shape = shapeAt(graph, node)
    if (left < sizeOf(shape)) return { name: entryName(name, shape, left), of: name, node, entry: left }
    left -= sizeOf(shape)
  }
  throw new RangeError(`${mode} mode has no pass ${index}`)
}

/** The index of the pass with that seed; −1 if there is none. An array's own name means its first entry. */
export function seedIndex(graph: Graph, mode: Mode, name: string): number {
  const named = entryNamed(name)
  let found = -1
  let before = 0
  for (const { name: of, node } of endsOf(graph, mode)) {
    const shape = shapeAt(graph, node)
    // An item of a list has the name of an entry, `params[0]`.
    if (name === of) return before
    const entry = named?.array === of ? entryAt(shape, named.indices) : null
    if (entry !== null && found < 0) found = before + entry
    before += sizeOf(shape)
  }
  return found
}

/** By place in the program, the index of each input's or output's first seed. */
export function firstSeeds(graph: Graph, mode: Mode): number[] {
  let next = 0
  const firsts = new Map<string, number>()
  for (const { name, node } of endsOf(graph, mode)) {
    firsts.set(name, next)
    next += entryCount(graph, node)
  }
  return (mode === 'forward' ? graph.inputs : graph.outputs).map(({ name }) => firsts.get(name) as number)
}

/** A seed vector of a single 1. */
export function unitSeed(graph: Graph, { of, node, entry }: Seed): Numbers {
  const shape = shapeAt(graph, node)
  if (shape.length === 0) return record<Value>([[of, 1]])
  const entries = new Float64Array(sizeOf(shape))
  entries[entry] = 1
  return record([[of, nested(shape, entries)]])
}

/**
 * The sums that a pass begins with: a seed at entries of inputs (forward) or outputs. What it leaves out, or gives as 0, is
 * absent; outputs that are one node add up. A name that is none of them throws, and so does a value of another shape.
 */
export function seeded(primal: Primal, mode: Mode, seed: Readonly<Numbers>): Sums {
  const sums = noSums(primal)
  const { graph } = primal
  const [ends, end] = mode === 'forward' ? [graph.inputs, 'input'] : [graph.outputs, 'output']
  eachNamed(seed, ends, end, graph, (entry, value) => {
    if (value === 0) return
    sums.numbers[entry] += value
    sums.present[entry] = 1
  })
  return sums
}

/** What a mode can be seeded at: first what its passes are for. */
function endsOf(graph: Graph, mode: Mode): readonly Output[] {
  if (mode === 'reverse') return graph.outputs
  const differentiated = differentiatedInputs(graph)
  if (differentiated.length === graph.inputs.length) return graph.inputs
  return [...differentiated, ...graph.inputs.filter((input) => !differentiated.includes(input))]
}
