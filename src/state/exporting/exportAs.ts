import type { ExportedFile } from '../../exports/exported.ts'
import { PICTURE_FORMATS, type PictureFormatName, pictureFile } from '../../exports/picture/formats.ts'
import { now } from '../store.ts'
import { pictureNow, pictureRefused } from './pictures.ts'
import { png } from './png.ts'
import { shownTheme } from './shownTheme.ts'

/** Times the size on the screen. */
const PNG_SCALE = 2

/**
 * The moment on the screen as a file, in the colours of the page.
 *
 * @throws RangeError where it cannot be made: there is no such format, no graph, or it is too large.
 */
export async function exportAs(format: string): Promise<ExportedFile> {
  const refused = pictureRefused(now())
  if (refused) throw new RangeError(refused)
  const picture = await pictureNow(shownTheme())
  if (format === 'png') return png(picture, PNG_SCALE)
  if (!Object.hasOwn(PICTURE_FORMATS, format)) throw new RangeError(`There is no format “${format}”.`)
  return pictureFile(picture, format as PictureFormatName)
}
