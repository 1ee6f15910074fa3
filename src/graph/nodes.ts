import { stridesOf } from '../primitives/shape.ts'
import { nested, type Value } from '../primitives/value.ts'
import { CONSTANT, type Graph, INPUT, type NodeIndex, type Shape } from './graph.ts'

/** By node: k of v_k, which counts the nodes that are neither inputs nor constants in tape order; 0 for those. */
export function numberNodes(op: Int16Array): Int32Array {
  const number = new Int32Array(op.length)
  let k = 0
  for (let node = 0; node < op.length; node++) if (op[node] !== INPUT && op[node] !== CONSTANT) number[node] = ++k
  return number
}

/** Nodes that compute something, in tape order. */
export const computed = ({ op, size }: Graph): NodeIndex[] =>
  Array.from({ length: size }, (_, node) => node).filter((node) => op[node] !== INPUT && op[node] !== CONSTANT)

/** By node: 1 where some input acts on it. */
export function findVaried(op: Int16Array, firstEdge: Int32Array, operand: Int32Array): Uint8Array {
  const varied = new Uint8Array(op.length)
  for (let node = 0; node < op.length; node++) {
    if (op[node] === INPUT) varied[node] = 1
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) varied[node] |= varied[operand[edge]]
  }
  return varied
}

export const shapeAt = ({ shape, shapes }: Graph, node: NodeIndex): Shape => shapes[shape[node]]

/** The value of a node, as a number or as nested arrays: its part of numbers by entry of the graph. */
export const valueAt = ({ offset, shape, shapes }: Graph, node: NodeIndex, numbers: ArrayLike<number>): Value =>
  nested(shapes[shape[node]], numbers, offset[node])

/** How many entries a node has. */
export const entryCount = ({ offset }: Graph, node: NodeIndex): number => offset[node + 1] - offset[node]

/** Where an entry stands along each axis. */
export const entryIndices = (shape: Shape, entry: number): number[] =>
  stridesOf(shape).map((stride, axis) => Math.floor(entry / stride) % shape[axis])

/** `W[0,1]`: an entry of an array by its indices; a scalar goes by its name. */
export const entryName = (name: string, shape: Shape, entry: number): string =>
  shape.length === 0 ? name : `${name}[${entryIndices(shape, entry).join(',')}]`

/** What `entryName` has named, or who writes `W[0, 1]` means: the array and the indices of the entry; null for the name of a scalar. */
export function entryNamed(name: string): { readonly array: string; readonly indices: readonly number[] } | null {
  const [, array, indices] = /^(.+?)\[\s*(\d{1,7}(?:\s*,\s*\d{1,7})*)\s*\]$/.exec(name) ?? []
  return array === undefined ? null : { array, indices: indices.split(',').map(Number) }
}

/** Which entry of an array stands at the indices; null where they lead out of it. */
export function entryAt(shape: Shape, indices: readonly number[]): number | null {
  if (indices.length !== shape.length || indices.some((index, axis) => index >= shape[axis])) return null
  return stridesOf(shape).reduce((entry, stride, axis) => entry + indices[axis] * stride, 0)
}
