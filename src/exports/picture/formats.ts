import type { ExportedFile, MomentPicture } from '../exported.ts'
import { dot } from './dot.ts'
import { svg } from './svg.ts'
import { tikz } from './tikz.ts'
import { typst } from './typst.ts'

/** A format of pictures that is a text. */
interface PictureFormat {
  readonly title: string
  readonly extension: string
  readonly type: string
  /** What it is good for, in a sentence. */
  readonly says: string
  readonly write: (picture: MomentPicture) => string
}

export const PICTURE_FORMATS = {
  svg: {
    ...{ title: 'SVG', extension: 'svg', type: 'image/svg+xml', write: svg },
    says: 'For pages and vector programs. Letters are outlines; opened here, it is the live moment again.',
  },
  tikz: {
    ...{ title: 'TikZ', extension: 'tex', type: 'application/x-tex', write: tikz },
    says: 'A LaTeX document of its own, in the fonts of the paper; copy its tikzpicture into yours.',
  },
  typst: {
    ...{ title: 'Typst', extension: 'typ', type: 'text/vnd.typst', write: typst },
    says: 'A Typst document of one page.',
  },
  dot: {
    ...{ title: 'DOT', extension: 'dot', type: 'text/vnd.graphviz', write: dot },
    says: 'The graph for Graphviz, which lays it out anew; neato -n keeps its places.',
  },
} as const satisfies Readonly<Record<string, PictureFormat>>

export type PictureFormatName = keyof typeof PICTURE_FORMATS

/** The picture in a format, as a file. */
export function pictureFile(picture: MomentPicture, name: PictureFormatName): ExportedFile {
  const { extension, type, write } = PICTURE_FORMATS[name]
  return { name: fileName(picture.title, extension), type, data: write(picture) }
}

/** Letters of a name at most. */
const LONGEST = 60

/** A name for files that every system takes: letters of English, digits and hyphens. */
export function fileName(title: string, extension: string): string {
  const name = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
  return `gradual-${name.replace(/^-+|-+$/g, '') || 'graph'}.${extension}`
}
