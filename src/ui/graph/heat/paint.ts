import type { Entries } from '../../../picture/entries.ts'
import type { Grid } from '../../../picture/heat/grid.ts'
import { heatPaths } from '../../../picture/heat/paths.ts'
import { shadesOf } from '../../../picture/heat/shades.ts'

const painted = new WeakMap<Element, string>()

/** Paints entries into a heat map's element. */
export function paintHeat(element: SVGGElement, grid: Grid, entries: Entries): void {
  const { ground, levels, faintBars, fullBars, crosses } = heatPaths(grid, shadesOf(grid, entries))
  const paths = [ground, ...levels, faintBars, fullBars, crosses]
  // The frame comes first and stays.
  for (const [i, path] of paths.entries()) setPath(element.children[i + 1], path)
}

function setPath(element: Element, path: string): void {
  if ((painted.get(element) ?? '') === path) return
  painted.set(element, path)
  element.setAttribute('d', path)
}
