import { type Effort, effortFor, TINY } from './effort.ts'
import { assignLayers } from './layering.ts'
import type { Network } from './network.ts'
import type { Order } from './order/order.ts'
import { polish, searchOrder } from './order/search.ts'
import { placesOf } from './place/place.ts'
import { separationOf } from './place/separation.ts'
import type { Room } from './room.ts'
import { type Skeleton, skeletonOf } from './skeleton.ts'
import { type Former, formerOrder, formerPlaces } from './warm.ts'

/** A component in layers, each item with its place across the flow. */
export interface Arrangement {
  readonly skeleton: Skeleton
  readonly across: Float64Array
}

/** Layers, trunks, order, places: the stages for one connected component. */
export function arrangeComponent(
  network: Network,
  rooms: readonly Room[],
  former: Former | null,
  apart: number,
  late: boolean,
): Arrangement {
  const skeleton = skeletonOf(network, assignLayers(network, late))
  const effort = effortFor(skeleton.tail.length)
  const places = former && network.size > TINY ? formerPlaces(skeleton, former) : null
  const order = orderOf(skeleton, effort, places)
  return { skeleton, across: placesOf(skeleton, order, separationOf(rooms, apart), effort, places) }
}

/** A former order is given up only where a new one saves more than this part of its crossings, and more than so many. */
const HYSTERESIS = 0.25
const FEW = 4
const WARM_EXCHANGES = 10

function orderOf(skeleton: Skeleton, effort: Effort, former: Float64Array | null): Order {
  const fresh = searchOrder(skeleton, effort)
  if (!former || effort.sweeps === 0) return fresh.order
  const warm = formerOrder(skeleton, former)
  const crossings = polish(skeleton, warm, Math.min(WARM_EXCHANGES, 2 * effort.exchanges))
  const saved = crossings - fresh.crossings
  const worthwhile = fresh.crossings === 0 ? saved > 0 : saved > Math.max(FEW, HYSTERESIS * crossings)
  return worthwhile ? fresh.order : warm
}
