import { MODES } from '../../autodiff/pass.ts'
import { total } from '../../costs/counts.ts'
import type { ModeCounts } from '../../costs/modeCounts.ts'
import { count, grouped, listedUpTo } from '../../language/words.ts'
import { MODE_TITLES } from '../../notation/modes.ts'
import { displayName } from '../../notation/names.ts'
import { capitalised } from '../../trace/narration/voice.ts'
import { type Pass, passName, secondPassName } from '../../trace/pass.ts'
import type { PassList } from '../../trace/passes.ts'
import type { DocumentPart } from './writtenDocument.ts'

/** What documents are made of: a program at its point, with the passes of the modes shown, in which what is hidden is NaN. */
export interface Solution {
  readonly program: string
  readonly language: 'gradual' | 'python'
  readonly lists: readonly PassList[]
  /** Of both modes, for the whole Jacobian; null where they are hidden. */
  readonly counts: Readonly<Record<'forward' | 'reverse', ModeCounts>> | null
  /** Whether the derivatives at the end are told. */
  readonly tellsResults: boolean
  readonly link: string | null
  /** The graph as SVG, whose letters are outlines. */
  readonly figure?: string
}

export const graphOf = ({ lists }: Solution) => lists[0].primal.graph

/** “f by x₁ and x₂” */
export function subjectOf(solution: Solution): string {
  const { outputs, inputs } = graphOf(solution)
  const named = (ends: typeof outputs) => listedUpTo(4, ends, ({ name }) => displayName(name)) || 'nothing'
  return `${named(outputs)} by ${named(inputs)}`
}

/** The program, and the picture of its graph where there is one. */
export const programParts = ({ program, language, figure }: Solution): DocumentPart[] => [
  { kind: 'heading', level: 2, text: 'Program' },
  { kind: 'program', text: program, language },
  ...(figure === undefined
    ? []
    : [{ kind: 'figure', svg: figure, says: 'The computational graph; the tables below say the same.' } as const]),
]

/** “Adjoint pass of f” */
function passTitle({ of }: PassList, pass: Pass): string {
  if (pass.kind === 'primal') return 'Primal pass'
  if (of === 'second') return capitalised(secondPassName(pass))
  const name = passName(pass)
  return `${capitalised(pass.kind)} pass${pass.seed === null ? `: ${name}` : ` of ${displayName(name)}`}`
}

/** What each mode takes, by passes and operations. */
export function countsPart({ counts, lists }: Solution): DocumentPart[] {
  if (!counts || lists.some(({ of }) => of !== 'units')) return []
  const said = MODES.map((mode) => {
    const { passes, all, isExact } = counts[mode]
    const operations = `${isExact ? '' : 'about '}${count(total(all), 'operation')}`
    return `${MODE_TITLES[mode]} takes ${count(passes, 'pass', 'passes')} and ${operations}.`
  })
  return [
    { kind: 'heading', level: 2, text: 'What both modes take' },
    {
      kind: 'paragraph',
      text: `${said.join(' ')} The primal pass that comes before them is counted with the operations.`,
    },
  ]
}

/** A pass of a document, and what it is called. */
export interface PassPlan {
  readonly pass: Pass
  readonly title: string
  /** Steps that are written of it. */
  readonly steps: number
}

/** The passes in their order, the primal one once, as far as there is room for their steps. */
export function passPlan({ lists }: Solution, mostSteps: number): { plan: PassPlan[]; omitted: string | null } {
  const plan: PassPlan[] = []
  let room = mostSteps
  let omitted = 0
  for (const [place, list] of inOrder(lists, mostSteps).entries())
    for (let index = place === 0 ? 0 : 1; index < list.count; index++) {
      if (room <= 0) {
        omitted += list.count - index
        break
      }
      const pass = list.get(index)
      const steps = Math.min(room, pass.steps.length)
      if (steps < pass.steps.length) omitted++
      room -= pass.steps.length
      plan.push({ pass, title: passTitle(list, pass), steps })
    }
  const says = `It ends here after ${grouped(mostSteps)} steps: ${count(omitted, 'pass', 'passes')} or parts of them are left out.`
  return { plan, omitted: omitted > 0 ? says : null }
}

/** Where there is no room for all passes, those of the mode that takes fewer come first: they find all derivatives. */
function inOrder(lists: readonly PassList[], mostSteps: number): readonly PassList[] {
  const steps = lists.reduce((sum, { count, primal }) => sum + count * primal.graph.size, 0)
  return steps <= mostSteps ? lists : lists.toSorted((a, b) => a.count - b.count)
}
