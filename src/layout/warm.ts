import { number, type Order } from './order/order.ts'
import type { Skeleton } from './skeleton.ts'

/** What is left of the layout before, across the flow, for a component. */
export interface Former {
  /** By node: its place, NaN for a new one. */
  readonly nodes: Float64Array
  /** By node: the places of its trunk's pieces. */
  readonly trunks: readonly (readonly number[] | undefined)[]
}

/** By item: its former place; NaN for new nodes, and for pieces of trunks that were not there. */
export function formerPlaces({ network, firstPiece, count }: Skeleton, { nodes, trunks }: Former): Float64Array {
  const places = new Float64Array(count).fill(Number.NaN)
  places.set(nodes)
  for (let v = 0; v < network.size; v++) {
    const trunk = trunks[v]
    if (!trunk || trunk.length === 0) continue
    for (let piece = firstPiece[v]; piece < firstPiece[v + 1]; piece++)
      places[piece] = trunk[Math.min(piece - firstPiece[v], trunk.length - 1)]
  }
  return places
}

/** Room in px that a new operand takes beside the others. */
const STEP = 20

/** Former places, completed: what is new is expected amid its neighbours, a new trunk amid the ends of its wires. */
function expectedPlaces(skeleton: Skeleton, former: Float64Array): Float64Array {
  const { network, firstPiece, layer } = skeleton
  const { size, from, to, operands, consumers, topological } = network
  const places = former.slice()
  const amid = (v: number) => {
    let [sum, count] = [0, 0]
    const add = (place: number) => {
      if (Number.isNaN(place)) return
      sum += place
      count += 1
    }
    for (let i = operands.first[v]; i < operands.first[v + 1]; i++) add(places[from[operands.member[i]]])
    for (let i = consumers.first[v]; i < consumers.first[v + 1]; i++) {
      const wire = consumers.member[i]
      add(places[to[wire]] + slotOf(skeleton, wire) * STEP)
    }
    return count > 0 ? sum / count : Number.NaN
  }
  for (const v of topological) if (Number.isNaN(places[v])) places[v] = amid(v)
  for (const v of topological.slice().reverse()) if (Number.isNaN(places[v])) places[v] = amid(v)
  for (let v = 0; v < size; v++)
    for (let piece = firstPiece[v]; piece < firstPiece[v + 1]; piece++) {
      if (!Number.isNaN(places[piece])) continue
      let [sum, count] = [places[v], 1]
      for (let i = consumers.first[v]; i < consumers.first[v + 1]; i++) {
        const consumer = to[consumers.member[i]]
        if (layer[consumer] <= layer[piece] || Number.isNaN(places[consumer])) continue
        sum += places[consumer]
        count += 1
      }
      places[piece] = sum / count
    }
  return places
}

/** A wire's slot at its consumer, from −1 (first) to 1 (last). */
function slotOf({ network: { to, operands } }: Skeleton, wire: number): number {
  const [first, end] = [operands.first[to[wire]], operands.first[to[wire] + 1]]
  const slot = operands.member.indexOf(wire, first) - first
  return end - first > 1 ? (2 * slot) / (end - first - 1) - 1 : 0
}

/** The order of the former places; where nothing is known, items come last. */
export function formerOrder(skeleton: Skeleton, former: Float64Array): Order {
  const places = expectedPlaces(skeleton, former)
  const layers: number[][] = Array.from({ length: skeleton.depth }, () => [])
  for (let item = 0; item < skeleton.count; item++) layers[skeleton.layer[item]].push(item)
  const order = { layers, rank: new Int32Array(skeleton.count) }
  const place = (item: number) => (Number.isNaN(places[item]) ? Number.POSITIVE_INFINITY : places[item])
  layers.forEach((items, k) => {
    items.sort((a, b) => (place(a) === place(b) ? a - b : place(a) - place(b)))
    number(order, k)
  })
  return order
}
