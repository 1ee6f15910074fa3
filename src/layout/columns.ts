import type { Arrangement } from './arrange.ts'
import type { Room } from './room.ts'

/** The layers along the flow, common to all components. */
export interface Columns {
  /** By layer: where it begins, where the centres of its nodes stand, where it ends. */
  readonly begin: Float64Array
  readonly centre: Float64Array
  readonly end: Float64Array
  readonly length: number
}

/** Steep edges get more, the further they go across the flow, in steps that small edits do not change: px, and parts of the room between layers. */
const STEEP = 50
const STEP = 0.18
const MOST_STEPS = 8

export function layerColumns(
  arrangements: readonly Arrangement[],
  rooms: readonly (readonly Room[])[],
  between: number,
): Columns {
  const depth = arrangements.reduce((most, { skeleton }) => Math.max(most, skeleton.depth), 0)
  const [back, ahead, steep] = [0, 0, 0].map(() => new Float64Array(depth))
  arrangements.forEach(({ skeleton: { layer, tail, head }, across }, c) => {
    rooms[c].forEach((room, v) => {
      back[layer[v]] = Math.max(back[layer[v]], room.back)
      ahead[layer[v]] = Math.max(ahead[layer[v]], room.ahead)
    })
    tail.forEach((a, s) => {
      steep[layer[a]] = Math.max(steep[layer[a]], Math.abs(across[head[s]] - across[a]))
    })
  })
  const [begin, centre, end] = [0, 0, 0].map(() => new Float64Array(depth))
  for (let k = 0; k < depth; k++) {
    begin[k] =
      k === 0 ? 0 : end[k - 1] + between + STEP * between * Math.min(MOST_STEPS, Math.floor(steep[k - 1] / STEEP))
    centre[k] = begin[k] + back[k]
    end[k] = centre[k] + ahead[k]
  }
  return { begin, centre, end, length: depth === 0 ? 0 : end[depth - 1] }
}
