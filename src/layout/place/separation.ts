import type { Room } from '../room.ts'

/** The least distance across the flow between two neighbours in a layer, from centre to centre. */
export type Separation = (before: number, after: number) => number

/** Free room in px beside a trunk: no more than between two boxes. */
const BESIDE_TRUNK = 14

/** Items beyond the rooms are pieces of trunks, which have no size. */
export const separationOf =
  (rooms: readonly Room[], apart: number): Separation =>
  (before, after) =>
    before < rooms.length && after < rooms.length
      ? rooms[before].after + apart + rooms[after].before
      : (rooms[before]?.after ?? 0) + Math.min(BESIDE_TRUNK, apart) + (rooms[after]?.before ?? 0)
