import { placeAt } from '../../../picture/camera.ts'
import { useShow, zoomer } from '../../../state/show.ts'
import { change, useGradual } from '../../../state/store.ts'
import { nameNear, see } from '../../graph/camera/sight.ts'
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

/** Windows of other sizes enlarge as much, around the same node. */
function zoomBy(factor: number): void {
  const times = (useShow.getState().enlarged?.times ?? 1) * factor
  useShow.setState({ enlarged: { times, at: nameNear(placeAtPointer()) } })
}

/** What was enlarged a moment ago is not in the state yet. */
function asBefore(): void {
  graphViewer.release()
  change({ sight: null })
}

/** Enlarges at the node that the pointer is near; from the next step on the graph is seen as before. Ends when called. */
export function followZoom(): () => void {
  const listening = new AbortController()
  addEventListener('pointermove', followPointer, { capture: true, signal: listening.signal })
  zoomer.by = zoomBy
  let usual = 1
  const stops = [
    useShow.subscribe(({ enlarged }, before) => {
      if (enlarged === before.enlarged) return
      if (before.enlarged === null) usual = graphViewer.zoom()
      if (enlarged) see({ zoom: usual * enlarged.times, at: enlarged.at })
      else asBefore()
    }),
    useGradual.subscribe((state, before) => {
      if (state.position === before.position && state.revealed === before.revealed) return
      useShow.setState({ enlarged: null })
      if (state.sight !== null && state.sight === before.sight) asBefore()
    }),
  ]
  return () => {
    listening.abort()
    zoomer.by = null
    for (const stop of stops) stop()
  }
}
