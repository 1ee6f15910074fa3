import type { Point } from '../../layout/layout.ts'
import { whereTold } from '../../notation/asked.ts'
import { isEntries } from '../entries.ts'
import { type ChipSlot, widthOf } from '../figure.ts'
import { numberIn } from '../lettering.ts'
import { CHIP_LINE, CHIP_SIGN } from '../marking.ts'
import { type Mark, SIGNS } from '../marks.ts'
import { chipSign, chipText, type DerivativeReading } from '../moment/paneMoment.ts'
import { drawRoundedBox } from '../outline.ts'
import type { Density } from '../style.ts'
import { arrayShapes } from './arrayShapes.ts'
import type { ThemeColour } from './colours.ts'
import type { DrawnShape } from './drawing.ts'
import { path, text } from './shapes.ts'

/** What a chip shows at a moment. */
export interface ChipFace {
  readonly derivative: NonNullable<DerivativeReading>
  readonly isTold: boolean
  /** Its step is at hand; some of its terms are still to come. */
  readonly isActive: boolean
  readonly partly: boolean
}

const ROLES: Readonly<Record<Mark, ThemeColour>> = { forward: 'tangent', reverse: 'adjoint', second: 'adjoint' }
const WASHES: Readonly<Record<Mark, ThemeColour>> = {
  forward: 'tangentWash',
  reverse: 'adjointWash',
  second: 'adjointWash',
}
const DASHES = [4, 3]

/** A derivative at a node: in full in a framed box, else only with a ground while its step is at hand. */
export function chipShapes(slot: ChipSlot, mark: Mark, face: ChipFace, node: Point, density: Density): DrawnShape[] {
  const { derivative, isActive, partly } = face
  const isHeat = slot.cells?.isHeat ?? false
  const isFilled = isActive && !isHeat
  const gap = density === 'full' ? ' ' : ''
  const number = (x: number) => whereTold(face.isTold, () => numberIn(slot, x, SIGNS[mark].length + gap.length))
  const words = isEntries(derivative)
    ? chipSign(mark, partly)
    : chipText(mark, derivative, number, partly && derivative !== 'absent', gap)
  const width = slot.cells ? slot.room : widthOf(words, slot.size) + 2 * slot.padding
  const left = node.x + slot.x - (slot.anchor === 'start' ? 0 : width / 2)
  const at = {
    ...slot,
    x: slot.cells ? left + slot.padding + CHIP_SIGN * slot.size : left + width / 2,
    y: node.y + slot.y,
  }
  const colour = isFilled ? 'canvas' : ROLES[mark]
  const weight = isFilled ? 600 : 400
  const hasBox = derivative !== 'absent' && (density === 'full' || isFilled)
  const box = { left, top: node.y + slot.y - slot.height / 2, width, height: slot.height, corner: slot.corner }
  return [
    ...(hasBox ? boxShapes(box, mark, isActive, isHeat, density) : []),
    text(words, { ...at, anchor: 'middle' }, colour, { font: 'mono', weight }),
    ...(isEntries(derivative) && slot.cells
      ? whereTold(face.isTold, () =>
          arrayShapes(
            slot.cells as NonNullable<ChipSlot['cells']>,
            derivative,
            node,
            { numbers: colour, brackets: colour, tiles: ROLES[mark] },
            weight,
          ),
        )
      : []),
  ]
}

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly corner: number
}

/** Dashed for what is a tangent, with a second line for what is an adjoint: hue is never alone. */
function boxShapes(box: Box, mark: Mark, isActive: boolean, isHeat: boolean, density: Density): DrawnShape[] {
  const isFilled = isActive && !isHeat
  const isDashed = mark !== 'reverse' && !isFilled
  const rounded = (inset: number) => (pen: Parameters<typeof drawRoundedBox>[0]) =>
    drawRoundedBox(
      ...([pen, box.left + inset, box.top + inset, box.width - 2 * inset, box.height - 2 * inset] as const),
      Math.max(1, box.corner - inset),
    )
  const hasLine = mark !== 'forward' && density === 'full' && !(isHeat && isActive)
  return [
    path(rounded(0), {
      ...{ fill: isFilled ? ROLES[mark] : WASHES[mark], line: ROLES[mark], width: isHeat && isActive ? 3 : 1 },
      ...(isDashed && !isActive ? { dashes: DASHES } : {}),
    }),
    ...(hasLine ? [path(rounded(CHIP_LINE), { line: isFilled ? 'canvas' : ROLES[mark] })] : []),
  ]
}
