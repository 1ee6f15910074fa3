import type { Camera } from '../../../picture/camera.ts'
import { detailAt } from '../../../picture/detail.ts'
import { LEAST_TEXT } from '../../../picture/style.ts'
import { later } from '../../../state/later.ts'
import type { Viewer } from './viewer.ts'

const gestures = later('What moves and enlarges graphs by pointer', () => import('./gestures.ts'))

/** Makes the element a pane of the viewer, which the pointer can drag and zoom; `onSize` hears of every size. */
export function showThrough(viewer: Viewer, element: HTMLElement, onSize: () => void): () => void {
  const measure = () => {
    const { clientWidth: width, clientHeight: height } = element
    if (width === 0 || height === 0) return
    viewer.setPane({ width, height, reading: Number.parseFloat(getComputedStyle(element).fontSize) / LEAST_TEXT })
    onSize()
  }
  measure()
  const observer = new ResizeObserver(measure)
  observer.observe(element)
  const attached = gestures.get().then(({ attachGestures }) => attachGestures(element, viewer))
  return () => {
    observer.disconnect()
    void attached.then((detach) => detach())
  }
}

/** Moves an element as a whole with the camera, with as much detail as can be made out of text of this size in it. */
export function moveWith({ camera, onCamera }: Viewer, { style, dataset }: HTMLElement, textSize: number): () => void {
  const look = ({ x, y, k }: Camera) => {
    style.transform = `translate(${x}px, ${y}px) scale(${k})`
    dataset.detail = detailAt(k * textSize)
    // Rounded, so that most movements of the camera leave all styles alone.
    const enlarge = Number((1 / k).toPrecision(2))
    style.setProperty('--hair', `${enlarge}px`)
    style.setProperty('--enlarge', String(enlarge))
  }
  look(camera())
  return onCamera(look)
}
