import { withMomentInPng } from '../exports/carried/png.ts'
import type { MomentPicture } from '../exports/exported.ts'
import { dot } from '../exports/picture/dot.ts'
import { svg } from '../exports/picture/svg.ts'
import { tikz } from '../exports/picture/tikz.ts'
import { typst } from '../exports/picture/typst.ts'
import { code } from './code.ts'
import { momentData } from './json.ts'
import type { FormatOption } from './options.ts'
import { png, type Raster } from './png.ts'
import { solution } from './solution.ts'
import { traceTable } from './trace.ts'

type Written = string | Uint8Array | Promise<string | Uint8Array>

/** What can be written of a moment: its picture, or something else, by the value of its option. */
type CliFormat =
  | { readonly ending: string; readonly draw: (picture: MomentPicture, raster: Raster) => Written }
  | { readonly endings: Readonly<Record<string, string>>; readonly write: (value: string) => Written }

const ENDINGS = { markdown: 'md', latex: 'tex', csv: 'csv', html: 'html' }

export const FORMATS: Readonly<Record<FormatOption, CliFormat>> = {
  svg: { ending: 'svg', draw: svg },
  png: { ending: 'png', draw: pngOf },
  tikz: { ending: 'tex', draw: tikz },
  typst: { ending: 'typ', draw: typst },
  dot: { ending: 'dot', draw: dot },
  json: { endings: { '': 'json' }, write: momentData },
  trace: { endings: ENDINGS, write: traceTable },
  solution: { endings: ENDINGS, write: solution },
  code: { endings: {}, write: code },
}

async function pngOf(picture: MomentPicture, raster: Raster): Promise<Uint8Array> {
  const { program, link } = picture
  return withMomentInPng(await png(svg(picture), raster), { program, moment: link })
}
