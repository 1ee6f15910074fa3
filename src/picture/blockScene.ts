import type { EdgeIndex } from '../graph/graph.ts'
import type { BlockLayout } from '../layout/blocks/blocked.ts'
import { bezier } from '../layout/index.ts'
import type { Area, Point } from '../layout/layout.ts'
import { anatomyOf } from './anatomy.ts'
import type { Grouping } from './blocks.ts'
import { type Hull, hullsOf } from './hulls.ts'
import { type Scene, sceneExtent } from './scene.ts'
import type { Structure } from './structure.ts'
import type { Style } from './style.ts'

/** A structure whose nodes stand in blocks, and their places on the plane. */
export function blockSceneOf(structure: Structure, style: Style, grouping: Grouping, layout: BlockLayout): Scene {
  const { direction, centres, unit, near, cell } = layout
  const { left, top, right, bottom } = sceneExtent(pictureAt({ x: 0, y: 0 }, grouping, layout), layout)
  const begin = { x: -left, y: -top }
  const { areas, trunks, hulls } = pictureAt(begin, grouping, layout)
  const routeOf = routesAt(begin, layout)
  return {
    ...{ structure, style, width: right - left, height: bottom - top, hulls, routeOf },
    anatomies: structure.figures.map((figure) => anatomyOf(figure, style)),
    centres: structure.figures.map((_, node) => ({
      x: centres[2 * node] + begin.x,
      y: centres[2 * node + 1] + begin.y,
    })),
    curveOf: (edge) => bezier(routeOf(edge), direction),
    blocks: {
      alone: structure.figures.flatMap(({ node }) => (grouping.framed[grouping.block[node]] ? [] : [node])),
      unit,
      of: grouping.block,
      areas,
      cell,
      cells: layout.cells.map((area) => moved(area, begin)),
      near,
      trunks,
    },
  }
}

/** The picture of the blocks, where it begins there. */
function pictureAt(begin: Point, { modules, module }: Grouping, { direction, unit, ...layout }: BlockLayout) {
  const areas = layout.areas.map((area) => moved(area, begin))
  const trunks = layout.trunks.map(({ from, to, curve }) => ({
    ...{ from, to },
    curve: curve.map(({ x, y }) => ({ x: x + begin.x, y: y + begin.y })),
  }))
  const hulls: Hull[] = hullsOf({
    ...{ direction, unit, modules, module, rooms: areas, cores: areas },
    ...{ from: trunks.map(({ from }) => from), to: trunks.map(({ to }) => to) },
    curves: trunks.map(({ curve }) => curve),
  })
  return { areas, trunks, hulls }
}

const moved = ({ left, top, right, bottom }: Area, { x, y }: Point): Area => ({
  ...{ left: left + x, top: top + y, right: right + x, bottom: bottom + y },
})

/** Made when asked for: most edges are never looked at. */
const routesAt =
  (begin: Point, { firstBend, bends }: BlockLayout) =>
  (edge: EdgeIndex): Point[] => {
    const route: Point[] = []
    for (let i = firstBend[edge]; i < firstBend[edge + 1]; i += 2)
      route.push({ x: bends[i] + begin.x, y: bends[i + 1] + begin.y })
    return route
  }
