import { select, zoom, zoomIdentity } from 'd3'
import { type Camera, EXTENT } from '../../../picture/camera.ts'
import { isEmbedded } from '../../../state/embedded.ts'
import type { Viewer } from './viewer.ts'

const isWheel = ({ type }: Event) => type === 'wheel'

/** Lets the pointer drag and zoom what is seen in this element. In an embed the wheel scrolls the page around it, but with Ctrl. Loaded when the graph is drawn. */
export function attachGestures(element: HTMLElement, { camera, hold, lookAt, onCamera }: Viewer): () => void {
  const moving = (on: boolean) => element.classList.toggle('moving', on)
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([...EXTENT])
    .clickDistance(4)
    .filter((event: MouseEvent) => !event.button && (event.ctrlKey ? isWheel(event) : !(isEmbedded && isWheel(event))))
    .on('start', (event) => event.sourceEvent && moving(true))
    .on('end', () => moving(false))
    .on('zoom', ({ sourceEvent, transform: { k, x, y } }) => sourceEvent && lookAt({ k, x, y }))
  const selection = select(element).call(behaviour).on('dblclick.zoom', null)
  for (const gesture of ['pointerdown', 'wheel'])
    element.addEventListener(gesture, hold, { capture: true, passive: true })
  const follow = ({ k, x, y }: Camera) => selection.property('__zoom', zoomIdentity.translate(x, y).scale(k))
  follow(camera())
  const stop = onCamera(follow)
  return () => {
    stop()
    selection.on('.zoom', null)
  }
}
