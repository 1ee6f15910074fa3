import type { Area, Point } from '../layout/layout.ts'
import { type Anatomy, borderOf, type ChipSlot, type Slot } from './figure.ts'

/** A part of a node and the room that it may fill. */
export interface Part {
  readonly what: 'figure' | 'name' | 'value' | 'chip'
  readonly area: Area
}

/** A line is about so many times as high as its letters. */
const LINE = 1.32

/** Everything of a node that lies beside each other, about its centre. What stands in the figure is part of it. */
export function partsOf(anatomy: Anatomy, { x, y }: Point): Part[] {
  const { x: across, y: down } = borderOf(anatomy)
  const figure: Area = { left: x - across, right: x + across, top: y - down, bottom: y + down }
  const parts: Part[] = [{ what: 'figure', area: figure }]
  const { name, value, chips } = anatomy
  const isBeside = (slot: Slot | null): slot is Slot =>
    slot !== null && (Math.abs(slot.x) >= across || Math.abs(slot.y) >= down)
  if (isBeside(name)) parts.push({ what: 'name', area: areaOf(name, x, y) })
  if (isBeside(value)) parts.push({ what: 'value', area: areaOf(value, x, y) })
  for (const chip of chips) if (isBeside(chip)) parts.push({ what: 'chip', area: chipArea(chip, x, y) })
  return parts
}

function areaOf(slot: Slot, x: number, y: number, height = slot.size * LINE): Area {
  const left = x + slot.x - (slot.anchor === 'start' ? 0 : slot.room / 2)
  return { left, right: left + slot.room, top: y + slot.y - height / 2, bottom: y + slot.y + height / 2 }
}

const chipArea = (chip: ChipSlot, x: number, y: number): Area =>
  areaOf({ ...chip, room: chip.cells ? chip.room : chip.room + 2 * chip.padding }, x, y, chip.height)
