import { layOut } from '../layout/index.ts'
import type { Direction, Layout, LayoutMemory, Spacing } from '../layout/layout.ts'
import { boxesOf, estimatedExtent, wiresOf } from './boxes.ts'
import { fittingScale, marginOf, type Pane, type Size } from './camera.ts'
import { ARROWHEAD } from './head.ts'
import type { Mark } from './marks.ts'
import type { DrawnGraph, Structure } from './structure.ts'
import { type Density, LEAST_TEXT, type Style, TEXT_SIZE } from './style.ts'

/** Px at 100 % between layers and boxes, by the direction of the flow. */
type Spacings = Readonly<Record<Direction, Spacing>>

/** The forms that a picture can take, the largest first; compact nodes can stand as close as their arrows allow. */
export const PICTURE_FORMS: readonly { readonly density: Density; readonly spacings: Spacings }[] = [
  {
    density: 'full',
    spacings: { right: { between: 56, apart: 16, bow: 36 }, up: { between: 56, apart: 16, bow: 64 } },
  },
  {
    density: 'compact',
    spacings: { right: { between: 18, apart: 6, bow: 20 }, up: { between: 16, apart: 8, bow: 40 } },
  },
  {
    density: 'compact',
    spacings: { right: { between: 12, apart: 4, bow: 16 }, up: { between: 10, apart: 4, bow: 32 } },
  },
  {
    density: 'line',
    spacings: { right: { between: 20, apart: 8, bow: 20 }, up: { between: 20, apart: 14, bow: 40 } },
  },
  {
    density: 'compact',
    spacings: { right: { between: 58, apart: 14, bow: 30 }, up: { between: 40, apart: 10, bow: 56 } },
  },
]
const LINE = 3
/** Compact, with room on every edge for a number that must be read. */
export const LABELLED = 4
/** How much more there may be between them where the pane has room. */
const MOST_ADDED = { between: 60, apart: 40 }

/** A style and the room in it, as chosen for a pane. */
export interface Fit {
  readonly style: Style
  readonly spacing: Spacing
  /** Its place among the forms: the larger ones come first. */
  readonly form: number
  /** Whether it is broken into lines, as text is. */
  readonly inRows?: true
  /** Whether all of it is seen at reading size. */
  readonly fits: boolean
}

/** What the user decided; null is left to the pane. */
export interface Wish {
  readonly direction: Direction | null
  /** The only form that the picture takes. */
  readonly form?: number
}

/** The scale at which the least text of a density is as large on the screen as it may be at least. */
export const readingScale = (density: Density, { reading }: Pick<Pane, 'reading'>): number =>
  (LEAST_TEXT / TEXT_SIZE[density]) * reading

/** Lays the structure out as the fit says; what stays keeps its place as far as it can while all that fits is seen. */
export function placed(structure: Structure<DrawnGraph>, fit: Fit, previous: LayoutMemory | null, pane: Pane): Layout {
  const layout = laidOut(structure, fit, previous)
  return fit.fits && previous && !isLegible(layout, fit, pane) ? laidOut(structure, fit, null) : layout
}

const isLegible = (size: Size, { style }: Fit, pane: Pane) => scaleOf(size, pane) >= readingScale(style.density, pane)

/** Lays the structure out as the fit says. */
export const laidOut = (
  structure: Structure<DrawnGraph>,
  { style, spacing }: Fit,
  previous: LayoutMemory | null,
): Layout =>
  layOut(boxesOf(structure, style), wiresOf(structure), {
    ...{ direction: style.direction, spacing, previous, arrowhead: ARROWHEAD },
  })

/** Larger graphs are estimated, since laying them out in every style takes too long. */
export const MOST_TRIED = 90

/**
 * The largest form in which all of the graph is seen at reading size, in the direction that enlarges it most; where there
 * is none, that of compact nodes with some room around them, of which a part is seen.
 */
export function chosenFit(structure: Structure<DrawnGraph>, marks: readonly Mark[], pane: Pane, wish: Wish): Fit {
  let last: Fit | null = null
  for (const form of formsOf(structure, wish)) {
    const best = bestOf(structure, form, stylesOf(PICTURE_FORMS[form].density, marks, wish), pane)
    if (best.fits) return roomier(structure, best, pane)
    if (form !== CLOSEST) last = best
  }
  return last as Fit
}

/** Where every node is drawn; of a picture of which a part is seen, the closest form is not worth it. */
const BY_NODE = [0, 1, 2]
export const CLOSEST = 2

const formsOf = ({ whole }: Structure<DrawnGraph>, { form }: Wish) =>
  form === undefined ? (whole ? [LINE] : BY_NODE) : [form]

/** In each direction, and where the flow goes up with numbers in two columns and in one: such pictures are wide. */
export function stylesOf(density: Density, marks: readonly Mark[], { direction }: Wish): readonly Style[] {
  const directions: readonly Direction[] = direction ? [direction] : ['right', 'up']
  return directions.flatMap((to): Style[] => {
    const style: Style = { density, direction: to, marks }
    return to === 'up' && density === 'compact' && marks.length > 1 ? [style, { ...style, columns: 1 }] : [style]
  })
}

/** A fit, and how large the picture would be in it, were there no limit to enlarging. */
interface Measured {
  readonly fit: Fit
  readonly scale: number
}

const bestOf = (structure: Structure<DrawnGraph>, form: number, styles: readonly Style[], pane: Pane): Fit =>
  largest(styles.map((style) => measured(structure, unfitted(form, style), pane))).fit

export const largest = (fits: readonly Measured[]): Measured => fits.reduce((a, b) => (b.scale > a.scale ? b : a))

/** The form in a style, at its least distances. */
export const unfitted = (form: number, style: Style): Fit => ({
  ...{ style, form, spacing: PICTURE_FORMS[form].spacings[style.direction], fits: false },
})

/** How a fit does in a pane, where its picture takes so much room. */
export function measured(
  structure: Structure<DrawnGraph>,
  fit: Fit,
  pane: Pane,
  extent = extentIn(structure, fit),
): Measured {
  const scale = scaleOf(extent, pane)
  return { fit: { ...fit, fits: scale >= readingScale(fit.style.density, pane) }, scale }
}

/** The same fit, if the graph is still seen whole in it. */
export const stillFits = (structure: Structure<DrawnGraph>, fit: Fit, pane: Pane): boolean =>
  fit.fits && isLegible(extentIn(structure, fit), fit, pane)

const extentIn = (structure: Structure<DrawnGraph>, fit: Fit): Size =>
  structure.nodes.length <= MOST_TRIED ? laidOut(structure, fit, null) : estimatedExtent(structure, fit.style)

/** How large it would be, were there no limit to enlarging. */
const scaleOf = ({ width, height }: Size, pane: Pane): number =>
  Math.min(
    (pane.width - 2 * marginOf(pane)) / Math.max(1, width),
    (pane.height - 2 * marginOf(pane)) / Math.max(1, height),
  )

/** Parts of the room that is left over, for distances: steep edges can make more of it than there is. */
const PARTS = [1, 0.5, 0.25]
/** A picture that becomes smaller by it is as large as before, if no less than this. */
const AS_LARGE = 0.97

/** Distances grow with the room that is left one way where the other one sets the scale. */
function roomier(structure: Structure<DrawnGraph>, fit: Fit, pane: Pane): Fit {
  if (structure.nodes.length > MOST_TRIED) return fit
  const layout = laidOut(structure, fit, null)
  const scale = fittingScale(layout, pane)
  for (const part of PARTS) {
    const wider = { ...fit, spacing: widened(fit, layout, scale, part, pane) }
    if (fittingScale(laidOut(structure, wider, null), pane) >= AS_LARGE * scale && stillFits(structure, wider, pane))
      return wider
  }
  return fit
}

function widened({ style, spacing }: Fit, layout: Layout, scale: number, part: number, pane: Pane): Spacing {
  const { width, height, layers, fullest } = layout
  const left = { width: roomLeft(pane.width, pane, width * scale), height: roomLeft(pane.height, pane, height * scale) }
  const isRight = style.direction === 'right'
  const added = (room: number, gaps: number, most: number) => Math.min(most, (part * room) / scale / Math.max(1, gaps))
  const { between, apart, bow } = spacing
  return {
    between: between + added(isRight ? left.width : left.height, layers - 1, MOST_ADDED.between),
    apart: apart + added(isRight ? left.height : left.width, fullest, MOST_ADDED.apart),
    bow,
  }
}

const roomLeft = (room: number, pane: Pane, taken: number) => Math.max(0, room - 2 * marginOf(pane) - taken)
