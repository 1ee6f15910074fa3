import { type Groups, groupBy } from './groups.ts'
import type { Network } from './network.ts'

/**
 * The graph cut into layers. Its items are the nodes, then the pieces of trunks: a value that is read further away
 * than in the next layer has one trunk, with one piece in each layer that it crosses, from which all its consumers
 * branch off. Segments join items of neighbouring layers.
 */
export interface Skeleton {
  readonly network: Network
  readonly count: number
  /** By item. */
  readonly layer: Int32Array
  readonly depth: number
  /** By node, one more at the end: its pieces, from the layer after it on. */
  readonly firstPiece: Int32Array
  /** By segment: the item that it leaves, and the one in the next layer that it enters. */
  readonly tail: Int32Array
  readonly head: Int32Array
  /** By segment: where it arrives at a node, between −½ and ½ in slot order; 0 at a piece. */
  readonly slot: Float64Array
  /** Segments by the item that they enter, by the item that they leave, and by the layer that they leave. */
  readonly entering: Groups
  readonly leaving: Groups
  readonly between: Groups
}

/** More pieces would cost more than they show: the longest trunks then go straight to their consumers. */
const MOST_PIECES = 150_000

export function skeletonOf(network: Network, nodeLayer: Int32Array): Skeleton {
  const { size } = network
  const firstPiece = piecesOf(network, nodeLayer)
  const count = firstPiece[size]
  const layer = new Int32Array(count)
  layer.set(nodeLayer)
  for (let v = 0; v < size; v++)
    for (let piece = firstPiece[v]; piece < firstPiece[v + 1]; piece++)
      layer[piece] = nodeLayer[v] + 1 + piece - firstPiece[v]
  const depth = layer.reduce((most, l) => Math.max(most, l + 1), 0)
  const { tail, head, slot } = segmentsOf(network, nodeLayer, firstPiece)
  const between = groupBy(
    depth,
    Int32Array.from(tail, (item) => layer[item]),
  )
  const [entering, leaving] = [groupBy(count, head), groupBy(count, tail)]
  return { network, count, layer, depth, firstPiece, tail, head, slot, entering, leaving, between }
}

/** The item that carries a node's value in a layer; -1 where its trunk was too long to be cut. */
export function carrier({ layer, firstPiece }: Pick<Skeleton, 'layer' | 'firstPiece'>, v: number, at: number): number {
  if (at === layer[v]) return v
  const piece = firstPiece[v] + at - layer[v] - 1
  return piece < firstPiece[v + 1] ? piece : -1
}

function piecesOf(network: Network, layer: Int32Array): Int32Array {
  const { size, from, to } = network
  const length = new Int32Array(size)
  for (let wire = 0; wire < from.length; wire++)
    length[from[wire]] = Math.max(length[from[wire]], layer[to[wire]] - layer[from[wire]] - 1)
  const longest = longestWithin(length)
  const first = new Int32Array(size + 1).fill(size)
  for (let v = 0; v < size; v++) first[v + 1] = first[v] + (length[v] <= longest ? length[v] : 0)
  return first
}

/** The greatest length such that all trunks up to it have no more pieces together than allowed. */
function longestWithin(lengths: Int32Array): number {
  let pieces = 0
  for (const length of lengths.slice().sort()) {
    pieces += length
    if (pieces > MOST_PIECES) return length - 1
  }
  return Number.POSITIVE_INFINITY
}

function segmentsOf(network: Network, layer: Int32Array, firstPiece: Int32Array) {
  const { size, from, operands } = network
  const [tail, head, slot]: [number[], number[], number[]] = [[], [], []]
  const join = (a: number, b: number, at: number) => {
    tail.push(a)
    head.push(b)
    slot.push(at)
  }
  for (let v = 0; v < size; v++)
    for (let piece = firstPiece[v]; piece < firstPiece[v + 1]; piece++)
      join(piece === firstPiece[v] ? v : piece - 1, piece, 0)
  for (let v = 0; v < size; v++) {
    const count = operands.first[v + 1] - operands.first[v]
    for (let k = 0; k < count; k++) {
      const item = carrier({ layer, firstPiece }, from[operands.member[operands.first[v] + k]], layer[v] - 1)
      if (item >= 0) join(item, v, (k + 1) / (count + 1) - 0.5)
    }
  }
  return { tail: Int32Array.from(tail), head: Int32Array.from(head), slot: Float64Array.from(slot) }
}
