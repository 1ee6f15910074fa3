import type { EmbeddedGraph } from '../../../../exports/snippets/snippet.ts'
import { shorten } from '../../../../language/words.ts'
import type { Moment } from '../../../../state/choices/all.ts'
import type { Theme } from '../../../../state/choices/drawing.ts'
import { NO_LESSON } from '../../../../state/choices/lesson.ts'
import { links } from '../../../../state/links.ts'
import { now } from '../../../../state/store.ts'
import type { Shown } from '../../../../trace/position.ts'

/** What the user decides of an embed. */
export interface EmbedWish {
  /** The moment at hand, or modes from the start on. */
  readonly mode: Shown | 'here'
  readonly theme: Theme | 'reader'
  readonly width: number | null
  readonly height: number
  readonly picture: string | null
}

/** How the one who shares has the page: an embed has none of it. */
const OURS = { present: undefined, alone: undefined, folded: undefined, zoom: undefined, at: undefined }

const FROM_START = { pass: undefined, step: undefined, term: undefined, wrt: undefined, out: undefined }

/** Letters of a program in a title. */
const LONGEST_TITLE = 80

const titleOf = (program: string): string =>
  `Computational graph: ${shorten(program.trim().replace(/\s*\n\s*/g, '; '), LONGEST_TITLE)}`

const whole = (address: string): string => new URL(address, location.href).href

/** The moment on the screen, as it goes into other people’s material. */
export async function embeddedGraph({ mode, theme, ...rest }: EmbedWish): Promise<EmbeddedGraph> {
  const { linkBut } = await links.get()
  const moment: Moment = {
    ...{ ...OURS, ...NO_LESSON, theme: theme === 'reader' ? undefined : theme },
    ...(mode === 'here' ? {} : { ...FROM_START, mode }),
  }
  return {
    ...rest,
    address: whole(await linkBut({ ...moment, tab: undefined, embed: '1' })),
    whole: whole(await linkBut(moment)),
    script: whole('./gradual.js'),
    title: titleOf(now().source),
    program: now().source,
  }
}
