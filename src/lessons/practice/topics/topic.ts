import type { Asking } from '../asking/asking.ts'
import type { Draw } from '../draw.ts'
import type { PracticeProgram } from '../practiceProgram.ts'
import type { PracticeRound } from '../roundName.ts'

/** What can be practised. */
export interface PracticeTopic {
  /** In links. */
  readonly name: string
  readonly title: string
  readonly gist: string
  /** A random program’s text, which may turn out unfit. */
  readonly write: (draw: Draw, level: PracticeRound['level']) => string
  readonly outputs: number
  /** Whether the program is about the topic. */
  readonly shows?: (program: PracticeProgram) => boolean
  /** What is asked, by turns. */
  readonly asks: readonly Asking[]
  /** At some levels, what is asked besides. */
  readonly asksBesides?: { readonly [L in PracticeRound['level']]?: readonly Asking[] }
}
