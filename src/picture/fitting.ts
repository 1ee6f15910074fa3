import { layOut } from '../layout/index.ts'
import type { Direction, Layout, LayoutMemory, Spacing } from '../layout/layout.ts'
import { boxesOf, estimatedExtent, wiresOf } from './boxes.ts'
import { fittingScale, marginOf, type Pane, type Size } from './camera.ts'
import { ARROWHEAD } from './head.ts'
import type { Mark } from './marks.ts'
import type { Structure } from './structure.ts'
import { DENSITIES, type Density, LEAST_TEXT, type Style, TEXT_SIZE } from './style.ts'

/** Px at 100 % between layers and boxes. Compact nodes stand as close as their arrows allow. */
export const SPACING: Readonly<Record<Density, Readonly<Record<Direction, Spacing>>>> = {
  full: { right: { between: 56, apart: 16, bow: 36 }, up: { between: 56, apart: 16, bow: 64 } },
  compact: { right: { between: 18, apart: 6, bow: 20 }, up: { between: 16, apart: 8, bow: 40 } },
}
/** How much more there may be between them where the pane has room. */
const MOST_ADDED = { between: 60, apart: 40 }

/** A style and the room in it, as chosen for a pane. */
export interface Fit {
  readonly style: Style
  readonly spacing: Spacing
  /** Whether all of it is seen at reading size. */
  readonly fits: boolean
}

/** What the user decided; null is left to the pane. */
export interface Wish {
  readonly direction: Direction | null
}

/** The scale at which the least text of a density is as large on the screen as it may be at least. */
export const readingScale = (density: Density, { reading }: Pick<Pane, 'reading'>): number =>
  (LEAST_TEXT / TEXT_SIZE[density]) * reading

/** Lays the structure out as the fit says; what stays keeps its place as far as it can. */
export const laidOut = (structure: Structure, { style, spacing }: Fit, previous: LayoutMemory | null): Layout =>
  layOut(boxesOf(structure, style), wiresOf(structure), {
    ...{ direction: style.direction, spacing, previous, arrowhead: ARROWHEAD },
  })

/** Larger graphs are estimated, since laying out four times takes too long. */
const MOST_TRIED = 90

/** The largest density in which all of the graph is seen at reading size, in the direction that enlarges it most. */
export function chosenFit(structure: Structure, marks: readonly Mark[], pane: Pane, wish: Wish): Fit {
  let last: Fit | null = null
  for (const density of DENSITIES) {
    const styles = directionsOf(wish).map((direction) => ({ density, direction, marks }))
    const fits = styles.map((style) => measured(structure, style, pane))
    const best = fits.reduce((a, b) => (b.scale > a.scale ? b : a))
    last = best.fit
    if (last.fits) return roomier(structure, last, pane)
  }
  return last as Fit
}

const directionsOf = ({ direction }: Wish): readonly Direction[] => (direction ? [direction] : ['right', 'up'])

/** The same fit, if the graph is still seen whole in it. */
export const stillFits = (structure: Structure, fit: Fit, pane: Pane): boolean =>
  fit.fits && scaleOf(extentIn(structure, fit), pane) >= readingScale(fit.style.density, pane)

function measured(structure: Structure, style: Style, pane: Pane): { readonly fit: Fit; readonly scale: number } {
  const fit = { style, spacing: SPACING[style.density][style.direction], fits: false }
  const scale = scaleOf(extentIn(structure, fit), pane)
  return { fit: { ...fit, fits: scale >= readingScale(style.density, pane) }, scale }
}

const extentIn = (structure: Structure, fit: Fit): Size =>
  structure.nodes.length <= MOST_TRIED ? laidOut(structure, fit, null) : estimatedExtent(structure, fit.style)

/** How large it would be, were there no limit to enlarging. */
const scaleOf = ({ width, height }: Size, pane: Pane): number =>
  Math.min(
    (pane.width - 2 * marginOf(pane)) / Math.max(1, width),
    (pane.height - 2 * marginOf(pane)) / Math.max(1, height),
  )

/** Distances grow with the room that is left one way where the other one sets the scale. */
function roomier(structure: Structure, fit: Fit, pane: Pane): Fit {
  if (structure.nodes.length > MOST_TRIED) return fit
  const { width, height, layers, fullest } = laidOut(structure, fit, null)
  const scale = fittingScale({ width, height }, pane)
  const left = { width: roomLeft(pane.width, pane, width * scale), height: roomLeft(pane.height, pane, height * scale) }
  const isRight = fit.style.direction === 'right'
  const added = (room: number, gaps: number, most: number) => Math.min(most, room / scale / Math.max(1, gaps))
  const { between, apart, bow } = fit.spacing
  return {
    ...fit,
    spacing: {
      between: between + added(isRight ? left.width : left.height, layers - 1, MOST_ADDED.between),
      apart: apart + added(isRight ? left.height : left.width, fullest, MOST_ADDED.apart),
      bow,
    },
  }
}

const roomLeft = (room: number, pane: Pane, taken: number) => Math.max(0, room - 2 * marginOf(pane) - taken)
