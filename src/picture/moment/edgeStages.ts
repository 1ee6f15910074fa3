import type { EdgeIndex } from '../../graph/graph.ts'
import type { Structure } from '../structure.ts'
import { edgeStage, isLiveIn, type PaneMoment, type PassStage } from './paneMoment.ts'

/** By the place of a drawn edge: all that run along it. */
export function ridersOf({ edges, runsAlong }: Structure): readonly (readonly EdgeIndex[])[] {
  const place = new Map(edges.map((edge, i) => [edge, i]))
  const riders: EdgeIndex[][] = edges.map(() => [])
  Array.from(runsAlong, (along, edge) => riders[place.get(along) ?? -1]?.push(edge))
  return riders
}

export const furthest = (stages: readonly PassStage[]): PassStage =>
  (['active', 'done'] as const).find((stage) => stages.includes(stage)) ?? 'unknown'

/** How far each moment's pass has come with what runs along a drawn edge, and whether a derivative can pass along it. */
export const stagesOf = (moments: readonly PaneMoment[], riders: readonly EdgeIndex[]) => ({
  live: riders.some((rider) => isLiveIn(moments[0], rider)),
  stages: moments.map((moment) => furthest(riders.map((rider) => edgeStage(moment, rider)))),
})
