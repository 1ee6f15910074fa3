import { furthest, ridersOf, stagesOf } from '../../../picture/moment/edgeStages.ts'
import { type PaneMoment, stageName } from '../../../picture/moment/paneMoment.ts'
import type { Structure } from '../../../picture/structure.ts'
import { type EdgeElements, mark } from './elements.ts'

/** Paints how far passes have come with the edges, by their places in the structure, and touches only those that change. */
export function edgePainter(drawn: readonly EdgeElements[], structure: Structure) {
  const riders = ridersOf(structure)
  const painted: string[] = []

  return (moments: readonly PaneMoment[], i: number, lit: boolean, tone: string | null): void => {
    const { live, stages } = stagesOf(moments, riders[i])
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
