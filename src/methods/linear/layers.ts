import type { NodeIndex } from '../../graph/graph.ts'
import { type Linearised, relevantNodes } from './linearised.ts'

/** Numbers row by row. Where nothing depends on anything there is none, not a 0 that could meet an infinity. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly numbers: Float64Array
  readonly present: Uint8Array
}

function emptyMatrix(rows: number, columns: number): Matrix {
  return { rows, columns, numbers: new Float64Array(rows * columns), present: new Uint8Array(rows * columns) }
}

function addAt({ numbers, present }: Matrix, place: number, term: number): void {
  numbers[place] = present[place] ? numbers[place] + term : term
  present[place] = 1
}

/** The Jacobian of one layer: how the values behind it depend on those before it. */
export interface Layer {
  /** The values before and behind: those that are needed later on. */
  readonly from: readonly NodeIndex[]
  readonly to: readonly NodeIndex[]
  /** A row for each value behind. One that only passes through has a row of the identity. */
  readonly matrix: Matrix
  /** The nodes that the layer computes. */
  readonly computed: readonly NodeIndex[]
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
  const { graph } = linear.primal
  const inputs = graph.inputs.map(({ node }) => node)
  const outputs = graph.outputs.map(({ node }) => node)
  if (Math.max(inputs.length, outputs.length) > MOST_WIDE) return null
  const needed = relevantNodes(linear)
  const depth = depths(linear, needed)
  const last = outputs.reduce((most, node) => Math.max(most, depth[node]), 1)
  if (last > MOST_LAYERS) return null
  let from = inputs
  let entries = 0
  const layers: Layer[] = []
  for (let level = 1; level <= last; level++) {
    const computed = [...depth.keys()].filter((node) => needed[node] && depth[node] === level)
    const isNeeded = (node: NodeIndex) =>
      outputs.includes(node) || linear.outOf[node].some(({ consumer }) => needed[consumer] && depth[consumer] > level)
    const to = level === last ? outputs : [...new Set([...from, ...computed])].filter(isNeeded)
    entries += to.length * from.length
    if (to.length > MOST_WIDE || entries * Math.max(inputs.length, outputs.length) > MOST_WORK) return null
    layers.push({ from, to, computed, matrix: matrixOf(linear, from, to, new Set(computed)) })
    from = to
  }
  return layers
}

/** By node that is needed: links on the longest way to it. */
function depths({ into, primal }: Linearised, needed: Uint8Array): Int32Array {
  const depth = new Int32Array(primal.graph.size)
  for (let node = 0; node < depth.length; node++)
    if (needed[node]) for (const { operand } of into[node]) depth[node] = Math.max(depth[node], depth[operand] + 1)
  return depth
}

function matrixOf(
  { into }: Linearised,
  from: readonly NodeIndex[],
  to: readonly NodeIndex[],
  computed: ReadonlySet<NodeIndex>,
): Matrix {
  const column = new Map(from.map((node, i) => [node, i]))
  const matrix = emptyMatrix(to.length, from.length)
  for (const [row, node] of to.entries()) {
    const addIn = (source: NodeIndex, partial: number) => {
      const place = column.get(source)
      // No input acts on what no column stands for.
      if (place !== undefined) addAt(matrix, row * from.length + place, partial)
    }
    if (computed.has(node)) for (const { operand, partial } of into[node]) addIn(operand, partial)
    else addIn(node, 1)
  }
  return matrix
}

/** A way to multiply layers' Jacobians: one of them, or the product of two ways. */
export type Bracketing = number | readonly [left: Bracketing, right: Bracketing]

/** The Jacobian, output rows by input columns, and what the bracketing costs: m·k·n for each product of matrices. */
export interface Product {
  readonly matrix: Matrix
  readonly multiplications: number
}

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, layer) => layer)

/** The right factor first: each input's direction goes through the layers, as forward mode does. */
export const fromTheRight = (count: number): Bracketing =>
  numbersTo(count).reduce((product: Bracketing | null, layer) => (product === null ? layer : [layer, product]), null) ??
  0

/** The left factor first: each output's weights go back through the layers, as reverse mode does. */
export const fromTheLeft = (count: number): Bracketing =>
  numbersTo(count).reduceRight(
    (product: Bracketing | null, layer) => (product === null ? layer : [product, layer]),
    null,
  ) ?? 0

/** The bracketing that takes the fewest multiplications, by dynamic programming (Godbole 1973). */
export function cheapest(layers: readonly Layer[]): Bracketing {
  const sizes = [layers[0]?.from.length ?? 0, ...layers.map(({ to }) => to.length)]
  const best: { cost: number; way: Bracketing }[][] = layers.map(() => [])
  for (let length = 1; length <= layers.length; length++)
    for (let first = 0; first + length <= layers.length; first++) {
      const last = first + length - 1
      if (length === 1) best[first][last] = { cost: 0, way: first }
      for (let cut = first; cut < last; cut++) {
        const [right, left] = [best[first][cut], best[cut + 1][last]]
        const cost = left.cost + right.cost + sizes[last + 1] * sizes[cut + 1] * sizes[first]
        const known = best[first][last]
        if (!known || cost < known.cost) best[first][last] = { cost, way: [left.way, right.way] }
      }
    }
  return best[0]?.[layers.length - 1]?.way ?? 0
}

/** Every bracketing of so many layers: the Catalan numbers count them, so that few layers have many. */
export function allBracketings(first: number, last: number): Bracketing[] {
  if (first === last) return [first]
  const ways: Bracketing[] = []
  for (let cut = first; cut < last; cut++)
    for (const left of allBracketings(cut + 1, last))
      for (const right of allBracketings(first, cut)) ways.push([left, right])
  return ways
}

/** Multiplies the layers as the bracketing says. */
export function multiplied(layers: readonly Layer[], bracketing: Bracketing): Product {
  if (typeof bracketing === 'number') return { matrix: layers[bracketing].matrix, multiplications: 0 }
  const left = multiplied(layers, bracketing[0])
  const right = multiplied(layers, bracketing[1])
  const own = left.matrix.rows * left.matrix.columns * right.matrix.columns
  return {
    matrix: productOf(left.matrix, right.matrix),
    multiplications: own + left.multiplications + right.multiplications,
  }
}

function productOf(left: Matrix, right: Matrix): Matrix {
  const product = emptyMatrix(left.rows, right.columns)
  for (let i = 0; i < left.rows; i++)
    for (let k = 0; k < left.columns; k++) {
      const a = i * left.columns + k
      if (!left.present[a]) continue
      for (let j = 0; j < right.columns; j++) {
        const b = k * right.columns + j
        if (right.present[b]) addAt(product, i * right.columns + j, left.numbers[a] * right.numbers[b])
      }
    }
  return product
}
