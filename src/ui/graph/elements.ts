import { CHIP, sizeIn, widthOf } from './figure.ts'

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

export const nodeElements = (drawing: SVGSVGElement): NodeElements[] =>
  Array.from(drawing.querySelectorAll<SVGGElement>(NODES), (node) => ({
    node,
    button: node.querySelector<SVGGElement>('.target') as SVGGElement,
    value: node.querySelector<SVGTextElement | SVGGElement>('.value') as SVGTextElement | SVGGElement,
    chips: [...node.querySelectorAll<SVGGElement>('.chip')],
  }))

export function edgeElements(drawing: SVGSVGElement): EdgeElements[] {
  const partials = drawing.querySelectorAll<SVGTextElement>(':scope > g > .partial')
  return Array.from(drawing.querySelectorAll<SVGGElement>(EDGES), (edge, i) => ({ edge, partial: partials[i] }))
}

/** Sets an attribute, or takes it away where there is no value. */
export function mark(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name)
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

/** Writes text that never outgrows its room. */
export function write(element: Element, text: string, room: number, size: number): void {
  element.textContent = text
  element.setAttribute('font-size', sizeIn(room, text, size).toFixed(1))
}

const PADDING = 9
const SIZE = 14

/** Writes a chip, which is as wide as its text; hides it where there is none. */
export function paintChip(chip: SVGGElement, text: string | null): void {
  mark(chip, 'visibility', text === null ? 'hidden' : null)
  if (text === null) return
  const label = chip.querySelector('.chip-text') as Element
  const room = CHIP.room - 2 * PADDING
  write(label, text, room, SIZE)
  const width = Math.min(room, widthOf(text, SIZE)) + 2 * PADDING
  const left = chip.dataset.anchor === 'start' ? 0 : -width / 2
  label.setAttribute('x', String(left + width / 2))
  place(chip.querySelector('.chip-box'), left, width)
  place(chip.querySelector('.chip-line'), left + 3, width - 6)
}

function place(rect: Element | null, x: number, width: number): void {
  rect?.setAttribute('x', x.toFixed(1))
  rect?.setAttribute('width', width.toFixed(1))
}
