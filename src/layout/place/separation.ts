import type { Room } from '../room.ts'

/** The least distance across the flow between two neighbours in a layer, from centre to centre. */
export type Separation = (before: number, after: number) => number

/** Free room in px: between two boxes, beside a trunk. */
const BETWEEN_BOXES = 16
const BESIDE_TRUNK = 14

/** Items beyond the rooms are pieces of trunks, which have no size. */
export const separationOf =
  (rooms: readonly Room[]): Separation =>
  (before, after) =>
    before < rooms.length && after < rooms.length
      ? rooms[before].after + BETWEEN_BOXES + rooms[after].before
      : (rooms[before]?.after ?? 0) + BESIDE_TRUNK + (rooms[after]?.before ?? 0)
