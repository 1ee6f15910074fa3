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

/** Former places, completed: what is new is expected amid its neighbours, a new trunk amid the ends that it leads to. */
function expectedPlaces(skeleton: Skeleton, former: Float64Array): Float64Array {
  const { topological } = skeleton.network
  const places = former.slice()
  const lean = leanings(skeleton)
  const expect = (v: number) => {
    if (Number.isNaN(places[v])) places[v] = amid(skeleton, places, lean, v)
  }
  topological.forEach(expect)
  topological.slice().reverse().forEach(expect)
  for (let v = 0; v < skeleton.network.size; v++) expectTrunk(skeleton, places, v)
  return places
}

/** By wire: where in px its slot stands in the row of its consumer's slots. */
function leanings({ network: { size, from, operands } }: Skeleton): Float64Array {
  const lean = new Float64Array(from.length)
  for (let v = 0; v < size; v++) {
    const [first, end] = [operands.first[v], operands.first[v + 1]]
    for (let i = first; i < end; i++)
      if (end - first > 1) lean[operands.member[i]] = STEP * ((2 * (i - first)) / (end - first - 1) - 1)
  }
  return lean
}

function amid({ network }: Skeleton, places: Float64Array, lean: Float64Array, v: number): number {
  const { from, to, operands, consumers } = network
  let [sum, count] = [0, 0]
  const add = (place: number) => {
    if (Number.isNaN(place)) return
    sum += place
    count += 1
  }
  for (let i = operands.first[v]; i < operands.first[v + 1]; i++) add(places[from[operands.member[i]]])
  for (let i = consumers.first[v]; i < consumers.first[v + 1]; i++)
    add(places[to[consumers.member[i]]] + lean[consumers.member[i]])
  return count > 0 ? sum / count : Number.NaN
}

/** Each piece amid its node and the consumers that lie beyond it. */
function expectTrunk({ network, firstPiece, layer }: Skeleton, places: Float64Array, v: number): void {
  const { to, consumers } = network
  const length = firstPiece[v + 1] - firstPiece[v]
  if (length === 0) return
  const sums = new Float64Array(length)
  const counts = new Float64Array(length)
  for (let i = consumers.first[v]; i < consumers.first[v + 1]; i++) {
    const consumer = to[consumers.member[i]]
    const last = layer[consumer] - layer[v] - 2
    if (last < 0 || Number.isNaN(places[consumer])) continue
    sums[last] += places[consumer]
    counts[last] += 1
  }
  let [sum, count] = [places[v], 1]
  for (let k = length - 1; k >= 0; k--) {
    sum += sums[k]
    count += counts[k]
    if (Number.isNaN(places[firstPiece[v] + k])) places[firstPiece[v] + k] = sum / count
  }
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
