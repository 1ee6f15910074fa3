import { placeAt } from '../../../picture/camera.ts'
import { zoomer } from '../../../state/show.ts'
import { change, useGradual } from '../../../state/store.ts'
import { graphViewer } from '../../graph/index.ts'

const pointer = { x: -1, y: -1 }

const followPointer = ({ clientX, clientY }: PointerEvent) => Object.assign(pointer, { x: clientX, y: clientY })

/** What of the picture is under the pointer; its middle where the pointer is elsewhere. */
function placeAtPointer() {
  const pane = document.elementsFromPoint(pointer.x, pointer.y).find((each) => each.matches('.picture'))
  if (!pane) return graphViewer.middle()
  const { left, top } = pane.getBoundingClientRect()
  return placeAt(graphViewer.camera(), { x: pointer.x - left, y: pointer.y - top })
}

const zoomBy = (factor: number) => graphViewer.see(graphViewer.zoom() * factor, placeAtPointer())

/** Enlarges at the pointer; from the next step on the graph is seen as before. Ends when called. */
export function followZoom(): () => void {
  const listening = new AbortController()
  addEventListener('pointermove', followPointer, { capture: true, signal: listening.signal })
  zoomer.by = zoomBy
  const stop = useGradual.subscribe((state, before) => {
    if (state.position !== before.position && state.sight !== null && state.sight === before.sight)
      change({ sight: null })
  })
  return () => {
    listening.abort()
    zoomer.by = null
    stop()
  }
}
