import type { Point } from '../../../layout/layout.ts'
import { asked } from '../../../notation/asked.ts'
import type { Entries } from '../../../picture/entries.ts'
import type { HeatGrid } from '../../../picture/heat/grid.ts'
import { barBox, gapIn } from '../../../picture/heat/paths.ts'
import { shadesOf } from '../../../picture/heat/shades.ts'
import type { Brush } from './canvas.ts'

interface Colors {
  readonly ground: string
  readonly full: string
}

/** Draws a heat map about a point. */
export function sketchHeat(
  brush: Brush,
  grid: HeatGrid,
  entries: Entries,
  at: Point,
  scale: number,
  colors: Colors,
): void {
  const { numbers, shades, present } = shadesOf(grid, entries)
  brush.save()
  brush.translate(at.x, at.y)
  brush.scale(scale, scale)
  for (const [i, cell] of grid.cells.entries()) {
    if (!present[i]) continue
    const gap = gapIn(cell)
    const box = [cell.x + gap, cell.y + gap, cell.width - 2 * gap, cell.height - 2 * gap] as const
    brush.fillStyle = colors.ground
    brush.fillRect(...box)
    brush.fillStyle = colors.full
    brush.globalAlpha = shades[i]
    brush.fillRect(...box)
    brush.globalAlpha = 1
    if (Number.isNaN(numbers[i])) brush.fillText(asked.isOn ? '?' : '×', cell.x + cell.width / 2, cell.y + cell.height)
    if (!(numbers[i] < 0)) continue
    const bar = barBox(cell)
    brush.fillStyle = shades[i] > 0.5 ? colors.ground : colors.full
    brush.fillRect(bar.x, bar.y, bar.width, bar.height)
  }
  brush.restore()
}

/** From afar: one tile for the whole array, as dark as its cells are on average. */
export function sketchAverage(
  brush: Brush,
  grid: HeatGrid,
  entries: Entries,
  at: Point,
  half: number,
  color: string,
): void {
  const { shades } = shadesOf(grid, entries)
  brush.fillStyle = color
  brush.globalAlpha = shades.reduce((sum, shade) => sum + shade, 0) / shades.length
  brush.fillRect(at.x - half, at.y - half, 2 * half, 2 * half)
  brush.globalAlpha = 1
}
