import { drawCurve } from '../curve.ts'
import { type Hull, isTitledRight } from '../hulls.ts'
import { HULL_HEAD, hullTitle } from '../marking.ts'
import { edgeLabel, placedLabels } from '../moment/edgeLabels.ts'
import { ridersOf } from '../moment/edgeStages.ts'
import type { EdgeFormulas } from '../moment/edgeText.ts'
import { edgeStage, type PaneMoment } from '../moment/paneMoment.ts'
import { drawRoundedBox } from '../outline.ts'
import type { Scene } from '../scene.ts'
import { TEXT_SIZE } from '../style.ts'
import type { DrawnGroup, DrawnPicture, DrawnShape } from './drawing.ts'
import { edgeShapes } from './edgeShapes.ts'
import { nodeShapes } from './nodeShapes.ts'
import { path, text } from './shapes.ts'

/**
 * The whole picture of a scene at these moments, one for each mode that it shows, as it stands on the screen: what was
 * opened lies behind its nodes, edges run between them, and everything that a step has made known is written where it is.
 */
export function drawingOf(scene: Scene, moments: readonly PaneMoment[], formulas: EdgeFormulas): DrawnPicture {
  const { structure, hulls, width, height } = scene
  const riders = ridersOf(structure)
  return {
    ...{ width, height },
    shapes: [
      ...hulls.map((hull, i) => hullShapes(scene, hull, i)),
      ...structure.edges.map((edge, i) => edgeShapes(scene, edge, moments, riders[i])),
      ...labelShapes(scene, moments, formulas),
      ...structure.nodes.map((node) => nodeShapes(scene, node, moments)),
    ],
  }
}

const HULL = { way: 30, rim: 1.5 }

/** The ground of what was opened in place, with one rim around its areas and the ways between them, and its title. */
function hullShapes({ style }: Scene, { name, depth, corner, rooms, round, links }: Hull, index: number): DrawnGroup {
  const right = isTitledRight(style.direction)
  const ground = depth % 2 === 1 ? 'ink 8' : 'ink 4'
  const areas = (grow: number) => (pen: Parameters<typeof drawRoundedBox>[0]) => {
    for (const { left, top, right: end, bottom } of rooms)
      drawRoundedBox(
        ...([pen, left - grow, top - grow, end - left + 2 * grow, bottom - top + 2 * grow] as const),
        round + grow,
      )
  }
  const ways = (width: number, line: 'line' | typeof ground) =>
    links.map((link) => path((pen) => drawCurve(pen, link), { line, width }))
  const title = { x: corner.x + (right ? -HULL_HEAD : HULL_HEAD), y: corner.y + HULL_HEAD, size: 14 }
  return {
    ...{ kind: 'group', of: 'hull', index, label: name },
    shapes: [
      ...ways(HULL.way + 2 * HULL.rim, 'line'),
      path(areas(HULL.rim), { fill: 'line' }),
      ...ways(HULL.way, ground),
      path(areas(0), { fill: ground }),
      text(hullTitle(name), { ...title, anchor: 'start' }, 'soft', { weight: 600, anchor: right ? 'end' : 'start' }),
    ],
  }
}

/** Letters on edges, with a rim of the ground’s colour around them, so that they can be read across lines. */
function labelShapes(scene: Scene, moments: readonly PaneMoment[], formulas: EdgeFormulas): DrawnShape[] {
  const { edges } = scene.structure
  const labels = new Map(edges.map((edge) => [edge, edgeLabel(scene, moments, edge, formulas)]))
  const places = placedLabels(scene, moments, (edge) => labels.get(edge) ?? '')
  const size = TEXT_SIZE[scene.style.density]
  return edges.flatMap((edge) => {
    const place = places.get(edge)
    if (!place) return []
    const isActive = moments.some((moment) => edgeStage(moment, edge) === 'active')
    const letters = { italic: true, halo: 'canvas', weight: isActive ? 600 : 400 } as const
    return [text(labels.get(edge) ?? '', { ...place, size, anchor: 'middle' }, isActive ? 'ink' : 'partial', letters)]
  })
}
