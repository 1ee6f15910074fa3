import { groupSize } from '../groups.ts'
import type { Order } from '../order/order.ts'
import type { Skeleton } from '../skeleton.ts'
import { heaviestChain } from './heaviestChain.ts'

/** How much a straight segment is worth: those inside a trunk first, then those that a drawing by hand keeps straight. */
const TRUNK = 16
const TRUNK_START = 8
const ONLY_LINK = 5
const SPINE = 4
const UNARY = 3
const OWN_LEAF = 2

/** Nodes with more operands stand amid all of them, in line with none. */
const MANY = 8

/** By item: the item of the layer before that it stands in line with, or -1, by segments admitted. Lines never cross. */
export function alignment(skeleton: Skeleton, order: Order, admits: (segment: number) => boolean): Int32Array {
  const { between, tail, head, depth, count } = skeleton
  const inLine = new Int32Array(count).fill(-1)
  for (let k = 0; k < depth; k++) {
    const candidates: { tail: number; head: number; worth: number }[] = []
    for (let i = between.first[k]; i < between.first[k + 1]; i++) {
      const s = between.member[i]
      const worth = admits(s) ? worthOf(skeleton, s) : 0
      if (worth > 0) candidates.push({ tail: order.rank[tail[s]], head: order.rank[head[s]], worth })
    }
    for (const chosen of heaviestChain(candidates, order.layers[k + 1]?.length ?? 0))
      inLine[order.layers[k + 1][chosen.head]] = order.layers[k][chosen.tail]
  }
  return inLine
}

function worthOf(skeleton: Skeleton, segment: number): number {
  const { network, tail, head } = skeleton
  const { size, operands, consumers } = network
  const [a, b] = [tail[segment], head[segment]]
  if (b >= size) return a >= size ? TRUNK : TRUNK_START
  if (groupSize(operands, b) > MANY) return 0
  const wires = operandsOf(skeleton, b)
  const u = wires.find((v) => a === v || (a >= skeleton.firstPiece[v] && a < skeleton.firstPiece[v + 1])) ?? a
  const own = (v: number) => groupSize(consumers, v) === 1
  const leaf = (v: number) => groupSize(operands, v) === 0
  if (wires.every((v) => v === u)) return own(u) || a >= size ? ONLY_LINK : onlyUnary(skeleton, u, b) ? UNARY : 0
  if (!own(u)) return 0
  const interior = wires.filter((v) => own(v) && !leaf(v))
  if (interior.length > 0) return interior.length === 1 && interior[0] === u ? SPINE : 0
  return wires.filter(own).length === 1 ? OWN_LEAF : 0
}

function operandsOf({ network: { from, operands } }: Skeleton, v: number): number[] {
  return Array.from(operands.member.subarray(operands.first[v], operands.first[v + 1]), (wire) => from[wire])
}

/** Whether b is the only consumer of u in the next layer that reads nothing else. */
function onlyUnary({ network, layer }: Skeleton, u: number, b: number): boolean {
  const { to, from, operands, consumers } = network
  for (let i = consumers.first[u]; i < consumers.first[u + 1]; i++) {
    const other = to[consumers.member[i]]
    if (other === b || layer[other] !== layer[b]) continue
    let alone = true
    for (let k = operands.first[other]; k < operands.first[other + 1]; k++) alone &&= from[operands.member[k]] === u
    if (alone) return false
  }
  return true
}
