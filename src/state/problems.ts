import type { Primal } from '../autodiff/pass.ts'
import { valueWarnings } from '../autodiff/warnings.ts'
import type { Diagnostic } from '../core.ts'
import { memo } from '../graph/memo.ts'
import { currentSession } from './session.ts'
import type { State } from './store.ts'

const warningsOf = memo((primal: Primal) => valueWarnings(primal))

/** Problems of the text, then what its values give rise to. */
export function problemsOf(state: State): readonly Diagnostic[] {
  const { diagnostics, outOfDate } = state.compilation
  const session = currentSession(state)
  return session && !outOfDate ? [...diagnostics, ...warningsOf(session.primal)] : diagnostics
}
