import { TINY } from './effort.ts'
import { groupSize } from './groups.ts'
import type { Network } from './network.ts'

/** Rounds of sliding; two or three suffice in practice. */
const ROUNDS = 8

/**
 * The layer of each node: its longest path from a node without operands; leaves stand beside their first consumer,
 * and interior nodes slide towards theirs where that makes the wires shorter. Where `late`, nodes that read leaves only do
 * in any case: each step of a recurrence has its own product of an input beside it.
 */
export function assignLayers(network: Network, late = false): Int32Array {
  const layer = longestPaths(network)
  const follows = followersOf(network)
  const waits = Uint8Array.from({ length: network.size }, (_, v) => (late && readsLeaves(network, v) ? 1 : 0))
  for (let round = 0; round < ROUNDS && slide(network, follows, waits, layer); round++);
  return layer
}

function readsLeaves({ from, operands }: Network, v: number): boolean {
  const wires = operands.member.subarray(operands.first[v], operands.first[v + 1])
  return wires.every((wire) => groupSize(operands, from[wire]) === 0)
}

/** Nodes that follow their only consumer at no cost, since nothing else reads them or what they are made of. */
function followersOf({ size, from, operands, consumers, topological }: Network): Uint8Array {
  const follows = new Uint8Array(size)
  for (const v of topological) {
    follows[v] = groupSize(consumers, v) === 1 ? 1 : 0
    for (let i = operands.first[v]; i < operands.first[v + 1]; i++) follows[v] &= follows[from[operands.member[i]]]
  }
  return follows
}

function longestPaths({ size, from, operands, topological }: Network): Int32Array {
  const layer = new Int32Array(size)
  for (const v of topological)
    for (let i = operands.first[v]; i < operands.first[v + 1]; i++)
      layer[v] = Math.max(layer[v], layer[from[operands.member[i]]] + 1)
  return layer
}

function slide(network: Network, follows: Uint8Array, waits: Uint8Array, layer: Int32Array): boolean {
  const { size, to, operands, consumers, topological } = network
  const reach = reachesOf(network, layer)
  // At equal cost sliding saves crossings; in a tiny graph, equal parts of a program rather stand in one column.
  const ties = size > TINY ? 1 : 0
  let moved = false
  for (let k = size - 1; k >= 0; k--) {
    const v = topological[k]
    if (groupSize(consumers, v) === 0) continue
    let latest = Number.POSITIVE_INFINITY
    for (let i = consumers.first[v]; i < consumers.first[v + 1]; i++)
      latest = Math.min(latest, layer[to[consumers.member[i]]] - 1)
    const gain = latest - layer[v]
    if (gain === 0) continue
    const isFree = waits[v] === 1 || groupSize(operands, v) === 0
    if (!isFree && addedLength(network, follows, reach, layer, v, latest) >= gain + ties) continue
    layer[v] = latest
    extend(network, reach, v, latest)
    moved = true
  }
  return moved
}

/** By node: the layer of its furthest consumer, which that is, and the furthest layer of all others. */
interface Reaches {
  readonly furthest: Int32Array
  readonly by: Int32Array
  readonly second: Int32Array
}

function reachesOf(network: Network, layer: Int32Array): Reaches {
  const { size } = network
  const reach = { furthest: layer.slice(), by: new Int32Array(size).fill(-1), second: layer.slice() }
  for (let v = 0; v < size; v++) extend(network, reach, v, layer[v])
  return reach
}

/** Tells the operands of v that it stands in this layer. */
function extend({ from, operands }: Network, { furthest, by, second }: Reaches, v: number, layer: number): void {
  for (let i = operands.first[v]; i < operands.first[v + 1]; i++) {
    const u = from[operands.member[i]]
    if (by[u] === v) furthest[u] = layer
    else if (layer > furthest[u]) {
      second[u] = furthest[u]
      furthest[u] = layer
      by[u] = v
    } else second[u] = Math.max(second[u], layer)
  }
}

/** How much longer the trunks of v's operands become where v moves to the layer. */
function addedLength(
  { from, operands }: Network,
  follows: Uint8Array,
  reach: Reaches,
  layer: Int32Array,
  v: number,
  latest: number,
): number {
  let added = 0
  for (let i = operands.first[v]; i < operands.first[v + 1]; i++) {
    const u = from[operands.member[i]]
    if (follows[u]) continue
    const others = reach.by[u] === v ? reach.second[u] : reach.furthest[u]
    added += Math.max(0, latest - Math.max(others, layer[v]))
  }
  return added
}
