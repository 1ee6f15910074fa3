import { diagnosticCount, setDiagnostics, type Diagnostic as Underlined } from '@codemirror/lint'
import type { EditorView } from '@codemirror/view'
import type { Diagnostic } from '../../../core.ts'
import { problemsOf } from '../../../state/problems.ts'
import { now, useGradual } from '../../../state/store.ts'
import { applyFix } from './fix.ts'

/** More underlines than anyone reads would make the editor slow. */
const MOST_UNDERLINES = 100

const SEVERITY = { error: 'error', warning: 'warning', note: 'info' } as const

const underlined = (problem: Diagnostic): Underlined => ({
  from: problem.from,
  to: problem.to,
  severity: SEVERITY[problem.severity],
  message: problem.message,
  actions:
    problem.fix && !now().locked.has('program')
      ? [{ name: problem.fix.label, apply: () => applyFix(problem) }]
      : undefined,
})

/** Underlines the problems once they are those of the text on the screen. */
function underline(view: EditorView): void {
  const { compilation, source } = now()
  if (compilation.source !== source) return
  const problems = problemsOf(now()).slice(0, MOST_UNDERLINES)
  if (problems.length > 0 || diagnosticCount(view.state) > 0)
    view.dispatch(setDiagnostics(view.state, problems.map(underlined)))
}

export function followProblems(view: EditorView): () => void {
  underline(view)
  return useGradual.subscribe((state, before) => {
    if (state.compilation !== before.compilation || state.locked !== before.locked) underline(view)
  })
}
