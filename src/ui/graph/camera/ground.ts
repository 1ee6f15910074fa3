import type { Point } from '../../../layout/layout.ts'

/** Whether an event happens on the ground of a pane, between all that can be pressed. */
export const isGround = ({ target }: Event, pane: Element): boolean =>
  target instanceof Element && pane.contains(target) && target.closest('[data-id], .toggle, button') === null

/** Where in the pane it happens. */
export function placeIn(pane: Element, { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): Point {
  const { left, top } = pane.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}
