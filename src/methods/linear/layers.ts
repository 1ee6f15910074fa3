import type { Graph, NodeIndex } from '../../graph/graph.ts'
import { type Linearised, relevant, scoped, verticesOf } from './linearised.ts'
import { addAt, emptyMatrix, type Matrix } from './matrix.ts'

/** The Jacobian of one layer: how the values behind it depend on those before it. */
export interface Layer {
  /** The values before and behind: those that are needed later on. */
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** A row for each value behind. One that only passes through has a row of the identity. */
  readonly matrix: Matrix
  /** The values that the layer computes. */
  readonly computed: readonly number[]
}

/** More layers are not cut, nor wider ones: nobody would read so long a product, or so large a matrix. */
export const MOST_LAYERS = 240
export const MOST_WIDE = 200
/** Entries of all layers, times inputs or outputs: what multiplying them out takes from the right or from the left. */
const MOST_WORK = 40_000_000

/**
 * The program cut into layers by the longest way from the inputs: one at least. A value that skips layers passes through
 * them, so that the Jacobian is the product of the layers' Jacobians, the last one first. Null where they are too many, or
 * one has too many values.
 */
export function layersOf(linear: Linearised): Layer[] | null {
  const { inputs, outputs } = linear
  if (Math.max(inputs.length, outputs.length) > MOST_WIDE) return null
  const needed = relevant(linear)
  const depth = depths(linear, needed)
  const last = outputs.reduce((most, node) => Math.max(most, depth[node]), 1)
  if (last > MOST_LAYERS) return null
  let from = inputs
  let entries = 0
  const layers: Layer[] = []
  for (let level = 1; level <= last; level++) {
    const computed = [...depth.keys()].filter((node) => needed[node] && depth[node] === level)
    const isNeeded = (node: number) =>
      outputs.includes(node) || linear.outOf[node].some(({ consumer }) => needed[consumer] && depth[consumer] > level)
    const to = level === last ? outputs : [...new Set([...from, ...computed])].filter(isNeeded)
    entries += to.length * from.length
    if (to.length > MOST_WIDE || entries * Math.max(inputs.length, outputs.length) > MOST_WORK) return null
    layers.push({ from, to, computed, matrix: matrixOf(linear, from, to, new Set(computed)) })
    from = to
  }
  return layers
}

/** By vertex that is needed: links on the longest way to it. */
function depths({ into, size }: Linearised, needed: Uint8Array): Int32Array {
  const depth = new Int32Array(size)
  for (let node = 0; node < depth.length; node++)
    if (needed[node]) for (const { operand } of into[node]) depth[node] = Math.max(depth[node], depth[operand] + 1)
  return depth
}

function matrixOf(
  { into }: Linearised,
  from: readonly number[],
  to: readonly number[],
  computed: ReadonlySet<number>,
): Matrix {
  const column = new Map(from.map((node, i) => [node, i]))
  const matrix = emptyMatrix(to.length, from.length)
  for (const [row, node] of to.entries()) {
    const addIn = (source: number, partial: number) => {
      const place = column.get(source)
      // No input acts on what no column stands for.
      if (place !== undefined) addAt(matrix, row * from.length + place, partial)
    }
    if (computed.has(node)) for (const { operand, partial } of into[node]) addIn(operand, partial)
    else addIn(node, 1)
  }
  return matrix
}

/** The input and the output, by name, whose entries a Jacobian is about: null is all of them. */
export interface JacobianScope {
  readonly input: string | null
  readonly output: string | null
}

/** Ends that are tried one by one. */
const MOST_TRIED = 12

/** The layers of all inputs and outputs, or else of the first of them for which they are not too wide. */
export function firstLayers(
  linear: Linearised,
  graph: Graph,
  scope: JacobianScope,
): { readonly layers: Layer[]; readonly scope: JacobianScope } | null {
  const tried = (ends: readonly End[], name: string | null) =>
    (name === null ? [null, ...ends.map((end) => end.name)] : [name]).slice(0, MOST_TRIED)
  for (const output of tried(graph.outputs, scope.output))
    for (const input of tried(graph.inputs, scope.input)) {
      const layers = layersOf(within(linear, graph, { input, output }))
      if (layers) return { layers, scope: { input, output } }
    }
  return null
}

type End = { readonly name: string; readonly node: NodeIndex }

function within(linear: Linearised, graph: Graph, { input, output }: JacobianScope): Linearised {
  const of = (ends: readonly End[], name: string | null, all: readonly number[]) => {
    const end = ends.find((candidate) => candidate.name === name)
    return end ? verticesOf(graph, end.node) : all
  }
  return scoped(linear, {
    inputs: of(graph.inputs, input, linear.inputs),
    outputs: of(graph.outputs, output, linear.outputs),
  })
}
