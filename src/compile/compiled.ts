import type { BuildOptions } from '../graph/build.ts'
import type { Graph, Input } from '../graph/graph.ts'
import type { Diagnostic } from '../language/diagnostic.ts'

/** What a program is written in: the language of formulas, which goes by the page's name, or Python. */
export type ProgramLanguage = 'gradual' | 'python'

/** How a program is looked at. */
export interface CompileOptions extends BuildOptions {
  /** What it is written in; recognised if left out. */
  readonly language?: ProgramLanguage
  /** Whether the whole program is written out as operations between numbers, if there is room for it; what is in `open` is in any case. */
  readonly unrolled?: boolean
  /** Whether data are held: forward mode then takes no passes for their entries, unless there are no other inputs. */
  readonly holdsData?: boolean
}

/** What a program text becomes. */
export interface Compiled {
  /** The computational graph; null if the program has errors. */
  readonly graph: Graph | null
  /** The inputs as the program has them: those of the graph, unless it is unrolled. */
  readonly inputs: readonly Input[]
  /** What there is to say about the program, in order of the text. */
  readonly diagnostics: readonly Diagnostic[]
  /** What it was read as. */
  readonly language: ProgramLanguage
  /** Whether inputs have decided conditions of the text: the graph is that of this point, and at another one may be another. */
  readonly decides?: boolean
}
