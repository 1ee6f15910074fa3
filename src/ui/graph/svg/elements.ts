import type { NodeIndex } from '../../../graph/graph.ts'
import type { Point } from '../../../layout/layout.ts'
import { type ChipSlot, widthOf } from '../../../picture/figure.ts'
import { BASELINE } from '../../../picture/lettering.ts'
import { CHIP_LINE } from '../../../picture/marking.ts'
import { drawRoundedBox } from '../../../picture/outline.ts'
import { pathData } from '../../../picture/pen.ts'
import type { DrawnGraph, Structure } from '../../../picture/structure.ts'

/** The parts of a drawn node that numbers are painted into; constants have no chips. */
export interface NodeElements {
  readonly node: SVGGElement
  readonly button: SVGGElement
  /** Text of a number, or the heat map of an array. */
  readonly value: SVGTextElement | SVGGElement
  readonly chips: readonly SVGGElement[]
}

export interface EdgeElements {
  readonly edge: SVGGElement
  readonly partial: SVGTextElement
}

/** The elements of the scene, in its order; what fades away stands elsewhere. */
export const NODES = ':scope > .node'
export const EDGES = ':scope > .edges > .edge'
export const HULLS = ':scope > .hulls > .hull'

/** By node; those that are not drawn have none. */
export function nodeElements(
  drawing: SVGSVGElement,
  { nodes }: Structure<DrawnGraph>,
): ReadonlyMap<NodeIndex, NodeElements> {
  const elements = Array.from(drawing.querySelectorAll<SVGGElement>(NODES), (node) => ({
    node,
    button: node.querySelector<SVGGElement>('.target') as SVGGElement,
    value: node.querySelector<SVGTextElement | SVGGElement>('.value') as SVGTextElement | SVGGElement,
    chips: [...node.querySelectorAll<SVGGElement>('.chip')],
  }))
  return new Map(nodes.map((node, i) => [node, elements[i]]))
}

/** In the order of the structure's edges. */
export function edgeElements(drawing: SVGSVGElement): EdgeElements[] {
  const partials = drawing.querySelectorAll<SVGTextElement>(':scope > g > .partial')
  return Array.from(drawing.querySelectorAll<SVGGElement>(EDGES), (edge, i) => ({ edge, partial: partials[i] }))
}

/** Sets an attribute, or takes it away where there is no value. */
export function mark(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name)
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

/** Writes a chip, whose box is as wide as its text; hides it where there is none. */
export function paintChip(chip: SVGGElement, slot: ChipSlot, text: string | null): void {
  mark(chip, 'visibility', text === null ? 'hidden' : null)
  const label = chip.querySelector('.chip-text') as Element
  label.textContent = text
  if (text === null) return
  const width = widthOf(text, slot.size) + 2 * slot.padding
  const left = slot.anchor === 'start' ? 0 : -width / 2
  label.setAttribute('x', String(left + width / 2))
  setBox(chip.querySelector('.chip-box'), slot, left, width, 0)
  setBox(chip.querySelector('.chip-line'), slot, left, width, CHIP_LINE)
}

function setBox(
  element: Element | null,
  { height, corner }: ChipSlot,
  left: number,
  width: number,
  inset: number,
): void {
  const [w, h] = [width - 2 * inset, height - 2 * inset]
  element?.setAttribute(
    'd',
    pathData((pen) => drawRoundedBox(pen, left + inset, -h / 2, w, h, Math.max(1, corner - inset))),
  )
}

/** Writes the label of an edge where it has its place; nothing where it has none. */
export function writeLabel(label: Element, text: string, place: Point | undefined, size: number): void {
  label.textContent = place ? text : ''
  if (!place) return
  label.setAttribute('x', place.x.toFixed(1))
  label.setAttribute('y', (place.y + BASELINE * size).toFixed(1))
}
