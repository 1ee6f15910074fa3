import type { PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import { edgesInto } from '../../../trace/terms.ts'
import { cameraNow } from '../camera/viewer.ts'
import { erase, fitted, shift } from './canvas.ts'
import { paletteAt } from './palette.ts'
import { type DrawnPlaces, drawCells, drawEdges, drawHulls, drawNodes } from './scenery.ts'
import { cellsOfNodes, drawTiles, showsTiles } from './tiles.ts'

/** Steps that are drawn over the last picture, rather than everything anew. */
const MOST_DRAWN_OVER = 64

/** The canvas with everything but the step at hand. */
export function backdrop(canvas: HTMLCanvasElement, scene: Scene) {
  const { size, operand } = scene.structure.graph
  let camera = cameraNow()
  let last: PaneMoment | null = null

  function draw(
    moment: PaneMoment,
    nodes: Iterable<number>,
    edges: Iterable<number>,
    places: DrawnPlaces,
    anew = false,
  ): void {
    const brush = fitted(canvas, camera)
    if (!brush) return
    const palette = paletteAt(canvas, moment.frame.pass.kind === 'primal')
    const view = { scene, places, camera, palette }
    if (anew && places === scene) drawHulls(brush, view)
    if (showsTiles(scene, camera)) drawTiles(brush, view, moment, cellsOfNodes(scene, nodes))
    else {
      if (anew && places === scene) drawCells(brush, view)
      drawEdges(brush, view, moment, edges)
      drawNodes(brush, view, moment, nodes)
    }
    last = moment
  }

  function redraw(moment: PaneMoment, places: DrawnPlaces = scene): void {
    camera = cameraNow()
    shift(canvas, camera, camera)
    erase(canvas)
    draw(moment, upTo(size), upTo(operand.length), places, true)
  }

  return {
    redraw,
    update(moment: PaneMoment): void {
      const nodes = last && camera === cameraNow() ? settledSince(last, moment) : null
      if (nodes)
        draw(
          moment,
          nodes,
          nodes.flatMap((node) => [...edgesInto(moment.frame.pass, node)]),
          scene,
        )
      else redraw(moment)
    },
    look: () => shift(canvas, camera, cameraNow()),
  }
}

function* upTo(count: number): Generator<number> {
  for (let i = 0; i < count; i++) yield i
}

/** The nodes that have settled between two moments, if everything else looks the same. */
function settledSince(before: PaneMoment, after: PaneMoment): number[] | null {
  const { pass, step } = after.frame
  const first = before.frame.step
  if (before.frame.pass !== pass || before.active < 0 || after.active < 0) return null
  if (step < first || step - first > MOST_DRAWN_OVER || step === pass.steps.length) return null
  const nodes = Array.from(pass.steps.subarray(Math.max(0, first - 1), step))
  return nodes.filter((node) => node !== after.active)
}
