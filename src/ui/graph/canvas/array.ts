import type { Point } from '../../../layout/layout.ts'
import type { Entries } from '../../../picture/entries.ts'
import type { Cells } from '../../../picture/figure.ts'
import { BASELINE } from '../../../picture/lettering.ts'
import { drawBrackets, entrySlots, scaleAt, scaleText, writtenIn } from '../../../picture/written.ts'
import type { Brush } from './canvas.ts'
import { sketchHeat } from './heat.ts'
import type { Palette } from './palette.ts'

/** Draws an array of the node there, in numbers or as a heat map. */
export function sketchArray(
  brush: Brush,
  cells: Cells,
  entries: Entries,
  node: Point,
  color: string,
  palette: Palette,
) {
  const at = { x: node.x + cells.x, y: node.y + cells.y }
  brush.font = `${cells.size}px ${palette.mono}`
  if (cells.isHeat) {
    sketchHeat(brush, cells.grid, entries, at, cells.scale, { ground: palette.canvas, full: color })
    brush.fillStyle = color
    brush.textAlign = 'center'
    brush.fillText(scaleText(entries), at.x, at.y + scaleAt(cells) + BASELINE * cells.size)
    return
  }
  brush.strokeStyle = brush.fillStyle = color
  brush.lineWidth = 1
  brush.beginPath()
  drawBrackets(brush, cells.grid, at)
  brush.stroke()
  brush.textAlign = 'end'
  const slots = entrySlots(cells)
  for (const [entry, { text, end }] of writtenIn(slots, entries).entries())
    brush.fillText(text, at.x + end, at.y + slots[entry].y + BASELINE * cells.size)
}
