import type { Entries } from '../../../picture/entries.ts'
import type { Cells } from '../../../picture/figure.ts'
import { entrySlots, scaleText, writtenIn } from '../../../picture/written.ts'
import { later } from '../../../state/later.ts'
import { isMissing } from '../../../state/missing.ts'
import { mark } from '../svg/elements.ts'

const heatMap = later('What draws large arrays', () => import('./heatMap.ts'))

/** The first graph has none. Where it does not load, it is the reader who tries again, not each step. */
const heatMapOnce = (): typeof heatMap.here => (isMissing(heatMap) ? heatMap.here : heatMap.get())

/** Paints entries into the picture of their array. */
export function paintArray(picture: Element, cells: Cells, entries: Entries): void {
  if (!cells.isHeat) {
    write(picture, cells, entries)
    return
  }
  const [map, scale] = picture.children
  scale.textContent = scaleText(entries)
  void heatMapOnce().then(({ paintHeatMap }) => paintHeatMap(map, cells.grid, entries))
}

function write(picture: Element, cells: Cells, entries: Entries): void {
  const places = picture.querySelectorAll('text')
  for (const [entry, { text, end }] of writtenIn(entrySlots(cells), entries).entries()) {
    places[entry].textContent = text
    mark(places[entry], 'x', end.toFixed(1))
  }
}
