import type { Entries } from '../../../picture/entries.ts'
import type { HeatGrid } from '../../../picture/heat/grid.ts'
import { framePath, heatPaths, thicknessOf } from '../../../picture/heat/paths.ts'
import { shadesOf } from '../../../picture/heat/shades.ts'
import { LEVELS } from '../../../picture/heat/tiles.ts'
import { mark } from '../svg/elements.ts'

/** Paints entries as a heat map: a path for each shade, and for the signs on them. */
export function paintHeatMap(picture: Element, grid: HeatGrid, entries: Entries): void {
  const { ground, levels, faintBars, fullBars, crosses } = heatPaths(grid, shadesOf(grid, entries))
  const { cell, bar } = thicknessOf(grid)
  const draw = painterOf(picture)
  draw('cells-frame', framePath(grid), {})
  draw('cells-ground', ground, { 'stroke-width': cell })
  levels.forEach((path, level) => {
    draw('cells-level', path, { 'stroke-width': cell, 'stroke-opacity': (level + 1) / LEVELS })
  })
  draw('cells-bar', faintBars, { 'stroke-width': bar })
  draw('cells-bar', fullBars, { 'stroke-width': bar, 'data-full': '' })
  draw('cells-cross', crosses, {})
}

const painted = new WeakMap<Element, string>()

/** Draws one path after the other, in elements that stay. */
function painterOf(picture: Element) {
  let place = 0
  return (className: string, path: string, attributes: Readonly<Record<string, string | number>>) => {
    const element = picture.children[place++] ?? picture.appendChild(document.createElementNS(SVG, 'path'))
    if (painted.get(element) === path) return
    painted.set(element, path)
    mark(element, 'class', className)
    mark(element, 'd', path)
    for (const [name, value] of Object.entries(attributes)) mark(element, name, String(value))
  }
}

const SVG = 'http://www.w3.org/2000/svg'
