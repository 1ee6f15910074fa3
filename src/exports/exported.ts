import type { PictureTheme } from '../picture/drawing/colours.ts'
import type { DrawnPicture } from '../picture/drawing/drawing.ts'

/** A file that the user gets. */
export interface ExportedFile {
  readonly name: string
  /** Its media type. */
  readonly type: string
  readonly data: string | Uint8Array<ArrayBuffer>
}

/** A picture of a moment, and what it says of itself. All texts are as the user typed them: each format writes them as text. */
export interface MomentPicture {
  readonly drawing: DrawnPicture
  readonly theme: PictureTheme
  /** Where the pass stands: “Reverse mode, f, step 4 of 7”. */
  readonly title: string
  /** What the step does, in the words of the caption. */
  readonly sentence: string
  readonly program: string
  /** The fragment of the link that opens the moment: `#v=1&program=…`. */
  readonly link: string
}
