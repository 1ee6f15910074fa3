import type { Direction, LayoutMemory } from '../../../layout/layout.ts'
import type { Pane } from '../../../picture/camera.ts'
import { chosenFit, type Fit, LABELLED, placed, stillFits } from '../../../picture/fitting.ts'
import type { Mark } from '../../../picture/marks.ts'
import { sceneOf } from '../../../picture/scene.ts'
import type { DrawnGraph, Structure } from '../../../picture/structure.ts'

/** How a graph is drawn in a pane of the stage. */
export const fitOn = (
  structure: Structure<DrawnGraph>,
  marks: readonly Mark[],
  pane: Pane,
  direction: Direction | null,
): Fit => chosenFit(structure, marks, pane, { direction, form: LABELLED })

/** The same, while vertices come and go: nothing turns or moves apart but where all can be seen then and could not before. */
export function nextFit(
  last: Fit,
  structure: Structure<DrawnGraph>,
  marks: readonly Mark[],
  pane: Pane,
  wish: Direction | null,
): Fit {
  const direction = wish ?? last.style.direction
  if (direction === last.style.direction && stillFits(structure, last, pane)) return last
  const next = fitOn(structure, marks, pane, wish)
  return next.fits ? next : fitOn(structure, marks, pane, direction)
}

/** The graph in its places, and what keeps them in the next. */
export function sceneOn(structure: Structure<DrawnGraph>, fit: Fit, previous: LayoutMemory | null, pane: Pane) {
  const layout = placed(structure, fit, previous, pane)
  return { scene: sceneOf(structure, fit.style, layout), memory: layout.memory }
}
