import type { EdgeIndex } from '../../../graph/graph.ts'
import { edgeStage, isLiveIn, type PaneMoment, type PassStage, stageName } from '../../../picture/moment/paneMoment.ts'
import type { Structure } from '../../../picture/structure.ts'
import { type EdgeElements, mark } from './elements.ts'

/** By the place of a drawn edge: all that run along it. */
function ridersOf({ edges, runsAlong }: Structure): readonly (readonly EdgeIndex[])[] {
  const place = new Map(edges.map((edge, i) => [edge, i]))
  const riders: EdgeIndex[][] = edges.map(() => [])
  Array.from(runsAlong, (along, edge) => riders[place.get(along) ?? -1]?.push(edge))
  return riders
}

const furthest = (stages: readonly PassStage[]): PassStage =>
  (['active', 'done'] as const).find((stage) => stages.includes(stage)) ?? 'unknown'

/** Paints how far passes have come with the edges, by their places in the structure, and touches only those that change. */
export function edgePainter(drawn: readonly EdgeElements[], structure: Structure) {
  const riders = ridersOf(structure)
  const painted: string[] = []

  return (moments: readonly PaneMoment[], i: number, lit: boolean, tone: string | null): void => {
    const live = riders[i].some((rider) => isLiveIn(moments[0], rider))
    const stages = moments.map((moment) => furthest(riders[i].map((rider) => edgeStage(moment, rider))))
    const key = `${moments.map(stageName)} ${stages} ${live} ${lit} ${tone}`
    if (painted[i] === key) return
    painted[i] = key
    const { edge, partial } = drawn[i]
    const stage = furthest(stages)
    mark(partial, 'data-stage', stage === 'active' ? stage : null)
    mark(partial, 'data-tone', tone)
    mark(edge, 'data-tone', tone)
    mark(edge, 'data-live', live ? '' : null)
    mark(edge, 'data-lit', lit ? '' : null)
    mark(edge, 'data-stage', stage)
    for (const name of ['forward', 'reverse', 'primal']) mark(edge, `data-${name}`, null)
    for (const [m, moment] of moments.entries()) mark(edge, `data-${stageName(moment)}`, stages[m])
  }
}
