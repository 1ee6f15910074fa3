import type { Mode } from '../../../autodiff/pass.ts'
import type { NodeIndex } from '../../../graph/graph.ts'
import { latexName } from '../../../notation/names.ts'
import { readerName } from '../../../notation/symbols.ts'
import type { Pass } from '../../../trace/pass.ts'
import { passes } from '../../../trace/passes.ts'
import type { LessonQuestion, Move } from '../../lesson.ts'
import type { Draw } from '../draw.ts'
import type { PracticeProgram } from '../practiceProgram.ts'

/** A question of a program, and where it is asked. */
export interface PracticeQuestion {
  /** Fields of the moment’s link besides the program: `mode=reverse&pass=f&step=0`. */
  readonly place: string
  /** What stands above the question, in Markdown. */
  readonly text: string
  readonly ask: LessonQuestion
  /** The move that shows the answer. */
  readonly reveal: Move
}

/** Asks one kind of question of a program; null where it has nothing of that kind. */
export type Asking = (program: PracticeProgram, draw: Draw) => PracticeQuestion | null

export const nameOf = ({ graph }: Pick<PracticeProgram, 'graph'>, node: NodeIndex): string =>
  readerName(graph, node) ?? ''

/** Mathematics within a text: `$x$`, `$\bar x$`. */
export const inMath = (name: string, accent = ''): string => `$${latexName(name, accent)}$`

/** `$\partial f/\partial x$` */
export const inFraction = (of: string, by: string): string => `$\\partial ${latexName(of)}/\\partial ${latexName(by)}$`

/** One of some; undefined of none. */
export const some = <Item>(draw: Draw, items: readonly Item[]): Item | undefined =>
  items.length === 0 ? undefined : draw.of(items)

/** A node’s number in a pass is known after so many steps. */
export const stepsTo = ({ stepOf }: Pass, node: NodeIndex): number => stepOf[node] + 1

/** Where a question of a pass is asked: before its first step, or after some. `hide` are the kinds that are hidden. */
export const placeInPass = ({ kind, seed }: Pick<Pass, 'kind' | 'seed'>, hide: string, step = 0): string =>
  `mode=${kind === 'tangent' ? 'forward' : 'reverse'}&pass=${encodeURIComponent(seed ?? '')}&step=${step}&hide=${hide}`

/** One of the passes of a mode. */
export function somePass({ setting }: PracticeProgram, draw: Draw, mode: Mode): Pass & { readonly seed: string } {
  const list = passes(setting.primal, mode)
  const pass = list.get(1 + draw.below(list.count - 1))
  return { ...pass, seed: pass.seed ?? '' }
}
