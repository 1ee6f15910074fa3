import type { Camera } from '../../../picture/camera.ts'

export type Brush = CanvasRenderingContext2D

/** The canvas's context, as sharp as the screen, so that drawing in the graph's coordinates shows through the camera. */
export function fitted(canvas: HTMLCanvasElement, camera: Camera): Brush | null {
  const { clientWidth, clientHeight } = canvas
  const ratio = devicePixelRatio
  const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)]
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')
  context?.setTransform(camera.k * ratio, 0, 0, camera.k * ratio, camera.x * ratio, camera.y * ratio)
  return context
}

export function erase(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d')
  context?.setTransform(1, 0, 0, 1, 0, 0)
  context?.clearRect(0, 0, canvas.width, canvas.height)
}

/** Shows what was drawn through an earlier camera as the camera sees it now. */
export function shift(canvas: HTMLCanvasElement, drawn: Camera, { k, x, y }: Camera): void {
  const scale = k / drawn.k
  canvas.style.transform = `translate(${x - drawn.x * scale}px, ${y - drawn.y * scale}px) scale(${scale})`
}
