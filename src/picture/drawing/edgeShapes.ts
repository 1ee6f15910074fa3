import type { EdgeIndex } from '../../graph/graph.ts'
import type { Point } from '../../layout/layout.ts'
import { type Curve, drawCurve } from '../curve.ts'
import { drawHead, drawTail } from '../head.ts'
import { MODES_APART } from '../marking.ts'
import { stagesOf } from '../moment/edgeStages.ts'
import { type PaneMoment, stageName } from '../moment/paneMoment.ts'
import type { Scene } from '../scene.ts'
import type { Colour } from './colours.ts'
import type { DrawnGroup, DrawnShape } from './drawing.ts'
import { path } from './shapes.ts'

/** An edge with its arrowhead: thin until a pass comes along, then a line for each mode; dotted where no derivative passes. */
export function edgeShapes(
  { curveOf, style, structure }: Scene,
  edge: EdgeIndex,
  moments: readonly PaneMoment[],
  riders: readonly EdgeIndex[],
): DrawnGroup {
  const curve = curveOf(edge)
  const { live, stages } = stagesOf(moments, riders)
  const ways = moments.flatMap((moment, m) => {
    const mode = stageName(moment)
    return mode === 'primal' || stages[m] === 'unknown' ? [] : [{ mode, isActive: stages[m] === 'active', place: m }]
  })
  const isStruck = stages.some((stage, m) => stage === 'active' && stageName(moments[m]) === 'primal')
  const head = (colour: Colour, at: Curve) =>
    path((pen) => drawHead(pen, at[at.length - 1], style.direction), { fill: colour })
  const line = isStruck ? 'ink' : 'outline'
  const width = isStruck ? 2.4 : live ? 1.4 : 2
  const own: DrawnShape[] = [
    path((pen) => drawCurve(pen, curve), { line, width, ...(live || isStruck ? {} : { dashes: [1, 5] }) }),
    head(line, curve),
  ]
  const shapes =
    ways.length === 0
      ? own
      : ways.flatMap(({ mode, isActive, place }) => {
          const by = (place - (moments.length - 1) / 2) * MODES_APART
          const moved = shifted(curve, style.direction === 'right' ? { x: 0, y: by } : { x: by, y: 0 })
          return mode === 'forward'
            ? forwardWay(moved, isActive, head)
            : reverseWay(moved, isActive, (colour) =>
                path((pen) => drawTail(pen, moved[0], style.direction), { fill: colour }),
              )
        })
  const { graph, standsIn } = structure
  const ends = [standsIn[graph.operand[edge]], standsIn[graph.consumer[edge]]] as const
  return { kind: 'group', of: 'edge', index: edge, ends, label: '', shapes }
}

const shifted = (curve: Curve, by: Point): Curve => curve.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }))

/** What a pass has been along is a little fainter than where it is. */
const TRAIL = 75

/** Dashed, with the arrowhead of the way there. */
function forwardWay(curve: Curve, isActive: boolean, head: (colour: Colour, at: Curve) => DrawnShape): DrawnShape[] {
  const colour: Colour = isActive ? 'tangent' : `tangent ${TRAIL}`
  return [
    path((pen) => drawCurve(pen, curve), { line: colour, width: isActive ? 3.2 : 1.8, dashes: [6, 3] }),
    head(colour, curve),
  ]
}

/** Double, with the arrowhead of the way back. */
function reverseWay(curve: Curve, isActive: boolean, tail: (colour: Colour) => DrawnShape): DrawnShape[] {
  const colour: Colour = isActive ? 'adjoint' : `adjoint ${TRAIL}`
  return [
    path((pen) => drawCurve(pen, curve), { line: colour, width: isActive ? 4.6 : 3.2 }),
    path((pen) => drawCurve(pen, curve), { line: 'canvas', width: 1.1 }),
    tail(colour),
  ]
}
