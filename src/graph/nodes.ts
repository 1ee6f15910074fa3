import { CONSTANT, INPUT } from './graph.ts'

/** By node: k of v_k, which counts the nodes that are neither inputs nor constants in tape order; 0 for those. */
export function numberNodes(op: Int16Array): Int32Array {
  const number = new Int32Array(op.length)
  let k = 0
  for (let node = 0; node < op.length; node++) if (op[node] !== INPUT && op[node] !== CONSTANT) number[node] = ++k
  return number
}

/** By node: 1 where some input acts on it. */
export function findVaried(op: Int16Array, firstEdge: Int32Array, operand: Int32Array): Uint8Array {
  const varied = new Uint8Array(op.length)
  for (let node = 0; node < op.length; node++) {
    if (op[node] === INPUT) varied[node] = 1
    for (let edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) varied[node] |= varied[operand[edge]]
  }
  return varied
}
