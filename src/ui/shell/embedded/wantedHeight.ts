import { readingScale } from '../../../picture/fitting.ts'
import { tell } from '../../../state/embedding/host.ts'
import { settled } from '../../../state/settled.ts'
import { now } from '../../../state/store.ts'
import { useArrangement } from '../../graph/arranging/arrangement.ts'
import { paneSize } from '../../graph/camera/viewer.ts'

/** Px that are worth asking for. */
const MOST = 900
/** Px around the picture. */
const MARGIN = 16
/** Milliseconds in which layouts come to rest. */
const RESTS = 150

/** How high the frame would have to be for all of the graph to be seen at reading size; at least as high as it is. */
function wantedHeight(): number {
  const { scene, fits } = useArrangement.getState()
  const pane = paneSize()
  if (!scene || fits) return innerHeight
  const { height } = scene
  const whole = height * readingScale(scene.style.density, pane) + MARGIN
  return Math.round(Math.min(MOST, Math.max(innerHeight, innerHeight - pane.height + whole)))
}

/**
 * Tells the page around this one how high the frame should be: once for each program, modes and width, since another height
 * may have another layout.
 */
export function tellWantedHeight(): () => void {
  let told = ''
  const look = () => {
    const { source, shown } = now()
    const about = `${innerWidth} ${shown} ${source}`
    if (about === told || !useArrangement.getState().scene) return
    told = about
    tell({ type: 'resize', height: wantedHeight() })
  }
  const rests = settled(look, RESTS)
  const listening = new AbortController()
  addEventListener('resize', rests.soon, { signal: listening.signal })
  const stop = useArrangement.subscribe(rests.soon)
  rests.soon()
  return () => {
    listening.abort()
    stop()
    rests.stop()
  }
}
