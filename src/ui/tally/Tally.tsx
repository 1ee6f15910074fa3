import type { Mode } from '../../autodiff/pass.ts'
import { passesDone, sidesOf } from '../../state/position.ts'
import { currentSession } from '../../state/session.ts'
import { useGradual } from '../../state/store.ts'
import './tally.css'

const TITLE = { forward: 'Forward mode', reverse: 'Reverse mode' } as const

function Needed({ mode }: { readonly mode: Mode }) {
  const passes = useGradual((state) => (currentSession(state)?.timeline[mode].count ?? 1) - 1)
  return (
    <span className="tally-needed" data-role={mode}>
      {TITLE[mode]}: <data value={passes}>{passes}</data> {passes === 1 ? 'pass' : 'passes'}.
    </span>
  )
}

/** A mode that is not shown has done nothing. */
function Done({ mode }: { readonly mode: Mode }) {
  const done = useGradual((state) => {
    const session = currentSession(state)
    if (!session || !sidesOf(state.shown).includes(mode)) return null
    return passesDone(session.timeline, state.position, mode)
  })
  if (done === null) return null
  return (
    <span className="tally-done" data-role={mode}>
      <span aria-hidden>{mode === 'forward' ? '▸' : '◂'}</span>{' '}
      <span className="visually-hidden">{TITLE[mode]}, done: </span>
      <data value={done}>{done}</data> done
    </span>
  )
}

/** Passes that the Jacobian needs after one primal pass: d tangent passes or c adjoint passes. What is done stands beside it. */
export function Tally() {
  return (
    <section className="tally" aria-label="Passes">
      <p role="status" aria-live="off" aria-label="Tally">
        <Needed mode="forward" /> <Needed mode="reverse" />
      </p>
      <p>
        <Done mode="forward" /> <Done mode="reverse" />
      </p>
    </section>
  )
}
