import type { PaintedFrame } from '../../../exports/film/frame.ts'
import { paintOn } from '../../../exports/raster/paint.ts'
import type { Size } from '../../../picture/camera.ts'
import type { PictureTheme } from '../../../picture/drawing/colours.ts'
import type { DrawnPicture } from '../../../picture/drawing/drawing.ts'

/** Px of a side: larger ones some browsers have no memory for. */
const MOST = 4096

/** Paints one frame after the other, all on one canvas. */
export function painter({ width, height }: Size): (drawing: DrawnPicture, theme: PictureTheme) => PaintedFrame {
  if (width > MOST || height > MOST) throw new Error(`A film can be ${MOST} pixels wide and high.`)
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true })
  if (!context) throw new Error('This browser has no canvas to paint on.')
  return (drawing, theme) => {
    paintOn(context, drawing, theme, 1)
    return { width, height, pixels: context.getImageData(0, 0, width, height).data as PaintedFrame['pixels'] }
  }
}
