import { withMomentInPng } from '../../exports/carried/png.ts'
import type { ExportedFile, MomentPicture } from '../../exports/exported.ts'
import { moved } from '../../exports/momentPicture.ts'
import { fileName } from '../../exports/picture/formats.ts'
import { MARGIN } from '../../exports/picture/svg.ts'
import { paintOn } from '../../exports/raster/paint.ts'
import { hexOf } from '../../picture/drawing/colours.ts'

/** Px of a side at most: browsers differ in how much they can paint. */
const LARGEST = 16_000

/**
 * The picture as a PNG, so many times as large as on the screen, which carries its program and moment.
 *
 * @throws RangeError where it would be larger than browsers can paint.
 */
export async function png(
  { drawing, theme, title, program, link }: MomentPicture,
  scale: number,
): Promise<ExportedFile> {
  const [width, height] = [drawing.width, drawing.height].map((side) => Math.ceil(scale * (side + 2 * MARGIN)))
  if (Math.max(width, height) > LARGEST)
    throw new RangeError(
      `The picture would be ${width} × ${height} pixels; browsers paint up to ${LARGEST}. Take a smaller size.`,
    )
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new RangeError('This browser does not paint pictures of that size.')
  context.fillStyle = hexOf('canvas', theme)
  context.fillRect(0, 0, width, height)
  paintOn(context, { ...drawing, shapes: drawing.shapes.map((shape) => moved(shape, MARGIN, MARGIN)) }, theme, scale)
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
  return { name: fileName(title, 'png'), type: 'image/png', data: withMomentInPng(bytes, { program, moment: link }) }
}
