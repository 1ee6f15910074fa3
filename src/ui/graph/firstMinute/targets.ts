import type { NodeIndex } from '../../../graph/graph.ts'
import type { Area, Point } from '../../../layout/layout.ts'
import { grown } from '../../../picture/callouts.ts'
import { type Camera, seenAt } from '../../../picture/camera.ts'
import { sampled } from '../../../picture/curve.ts'
import { type Slot, textWidth } from '../../../picture/figure.ts'
import { labelPlaces } from '../../../picture/labels.ts'
import type { Mark } from '../../../picture/marks.ts'
import { type Part, partsOf } from '../../../picture/parts.ts'
import type { Scene } from '../../../picture/scene.ts'
import { TEXT_SIZE } from '../../../picture/style.ts'

/** What a caption of the first minute names. */
export type Named = 'value' | 'partial' | 'tangent' | 'adjoint'

const MARKS: Partial<Readonly<Record<Named, Mark>>> = { tangent: 'forward', adjoint: 'reverse' }
/** As long as local partials mostly are, where they are not written yet. */
const PARTIAL = '0.9093'
/** Around an edge, on which pulses run, in px on the screen. */
const AROUND_EDGE = 7
const SAMPLES = 24
/** How wide a sign and a number of many figures are, and of few, relative to their size. */
const CHIP = 7
const SHORT_CHIP = 3
/** How far these rings reach, in px. */
const MARKS_OFF = 9
/** How far the corners of a circle's box lie off it, relative to its width. */
const CORNER = 0.13

/** The things in the pane that can be named so, the best first, and all that no caption may cover. */
export function targetsIn(scene: Scene, camera: Camera) {
  const { structure, style, curveOf } = scene
  const { nodes, edges, figures } = structure
  const seen = (area: Area) => seenArea(area, camera)
  const parts = nodes.map((node) => tightParts(scene, node))
  const labels = labelAreas(scene)
  const size = TEXT_SIZE[style.density]
  const chipsOf = (mark: Mark | undefined) => {
    const place = mark ? style.marks.indexOf(mark) : -1
    const chips = parts.flatMap((each) => each.filter(({ what }) => what === 'chip').slice(place, place + 1))
    return chips.map((chip) => narrowed(chip, SHORT_CHIP * size))
  }
  const values = nodes.flatMap((node, i) =>
    figures[node].kind === 'primitive' ? [parts[i].find(({ what }) => what === 'value') ?? innerPart(parts[i][0])] : [],
  )
  const areas = (chosen: readonly Part[]) => chosen.map(({ area }) => area)
  return {
    obstacles: [
      ...areas(parts.flatMap(withMarks)).map(seen),
      ...labels.map(seen),
      ...edges.flatMap((edge) => sampled(curveOf(edge), SAMPLES).map((at) => grown(seen(pointArea(at)), AROUND_EDGE))),
    ],
    of: (named: Named): Area[] =>
      (named === 'value' ? areas(values) : named === 'partial' ? labels : areas(chipsOf(MARKS[named]))).map(seen),
  }
}

const pointArea = ({ x, y }: Point): Area => ({
  left: x,
  right: x,
  top: y,
  bottom: y,
})

/** Parts no wider than what is written in them: names and derivatives are shorter than their places. */
function tightParts({ structure, anatomies, centres, style }: Scene, node: NodeIndex): Part[] {
  const size = TEXT_SIZE[style.density]
  const name = textWidth(structure.figures[node].titleInFull, size)
  const { chips, name: slot } = anatomies[node]
  return partsOf(anatomies[node], centres[node]).map((part) => {
    if (part.what === 'name') return narrowed(part, name, slot?.anchor)
    return part.what === 'chip' && !chips[0].cells ? narrowed(part, CHIP * size, chips[0].anchor) : part
  })
}

function narrowed({ what, area }: Part, width: number, anchor: Slot['anchor'] = 'middle'): Part {
  const spare = Math.max(0, area.right - area.left - width)
  const before = anchor === 'start' ? 0 : spare / 2
  return { what, area: { ...area, left: area.left + before, right: area.right - (spare - before) } }
}

/** With the rings that mark the step at hand. */
const withMarks = (parts: readonly Part[]): Part[] =>
  parts.map(({ what, area }) => ({ what, area: what === 'figure' ? grown(area, MARKS_OFF) : area }))

/** What is surely within a round figure. */
function innerPart({ what, area }: Part): Part {
  return { what, area: grown(area, (area.left - area.right) * CORNER) }
}

function labelAreas(scene: Scene): Area[] {
  const size = TEXT_SIZE[scene.style.density]
  const [x, y] = [textWidth(PARTIAL, size) / 2, size * 0.6]
  const places = labelPlaces(scene, scene.structure.edges, () => PARTIAL)
  return [...places.values()].map((place) => ({
    ...{ left: place.x - x, right: place.x + x, top: place.y - y, bottom: place.y + y },
  }))
}

function seenArea({ left, top, right, bottom }: Area, camera: Camera): Area {
  const start = seenAt(camera, { x: left, y: top })
  const end = seenAt(camera, { x: right, y: bottom })
  return { left: start.x, top: start.y, right: end.x, bottom: end.y }
}
