import { withMomentInPng } from '../exports/carried/png.ts'
import type { MomentPicture } from '../exports/exported.ts'
import { dot } from '../exports/picture/dot.ts'
import { svg } from '../exports/picture/svg.ts'
import { tikz } from '../exports/picture/tikz.ts'
import { typst } from '../exports/picture/typst.ts'
import { momentData } from './json.ts'
import type { FormatOption } from './options.ts'
import { png, type Raster } from './png.ts'

/** What can be written of a moment. */
interface CliFormat {
  /** Of the files of all steps. */
  readonly ending: string
  readonly write: (picture: MomentPicture, raster: Raster) => string | Promise<string | Uint8Array>
}

export const FORMATS: Readonly<Record<FormatOption, CliFormat>> = {
  svg: { ending: 'svg', write: svg },
  png: { ending: 'png', write: pngOf },
  tikz: { ending: 'tex', write: tikz },
  typst: { ending: 'typ', write: typst },
  dot: { ending: 'dot', write: dot },
  json: { ending: 'json', write: momentData },
}

async function pngOf(picture: MomentPicture, raster: Raster): Promise<Uint8Array> {
  const { program, link } = picture
  return withMomentInPng(await png(svg(picture), raster), { program, moment: link })
}
