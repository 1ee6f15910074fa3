import type { Layout, LayoutMemory } from '../layout/layout.ts'
import { layOutInRows } from '../layout/rows/rows.ts'
import { boxesOf, wiresOf } from './boxes.ts'
import { marginOf, type Pane } from './camera.ts'
import {
  CLOSEST,
  type Fit,
  largest,
  MOST_TRIED,
  measured,
  PICTURE_FORMS,
  stylesOf,
  unfitted,
  type Wish,
} from './fitting.ts'
import { ARROWHEAD } from './head.ts'
import type { Mark } from './marks.ts'
import type { Structure } from './structure.ts'

export { inLines, tells } from './lines.ts'

/** Px at 100 % between rows, beside them, and between edges that turn. */
const ROWS = { between: 44, beside: 30, lane: 4 } as const

/** Lays the structure out as the fit says, in as many rows as make it largest in the pane. */
export function laidOutInRows(structure: Structure, fit: Fit, previous: LayoutMemory | null, pane: Pane): Layout {
  const { style, spacing } = fit
  const margins = 2 * marginOf(pane)
  return layOutInRows(boxesOf(structure, style), wiresOf(structure), {
    ...{ direction: style.direction, spacing, previous, arrowhead: ARROWHEAD, rows: ROWS },
    ...{ ratio: (pane.width - margins) / (pane.height - margins) },
    groups: structure.nodes.map((node) => structure.group[node]),
  })
}

/** A graph broken into rows is worth the turns of its edges where that makes it so much larger. */
const WORTH = 1.4

/** The fit with which a graph that does not fit is seen best: in rows where these use the pane better. */
export function inRows(structure: Structure, flat: Fit, marks: readonly Mark[], pane: Pane, wish: Wish): Fit {
  const form = structure.whole ? flat.form : CLOSEST
  const styles = structure.nodes.length > MOST_TRIED ? [flat.style] : stylesOf(PICTURE_FORMS[form].density, marks, wish)
  const tried = styles.map((style): ReturnType<typeof measured> => {
    const fit: Fit = { ...unfitted(form, style), inRows: true }
    return measured(structure, fit, pane, laidOutInRows(structure, fit, null, pane))
  })
  const rows = largest(tried)
  return rows.fit.fits || rows.scale > WORTH * measured(structure, flat, pane).scale ? rows.fit : flat
}
