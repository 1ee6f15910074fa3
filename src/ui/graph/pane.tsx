import type { Mode } from '../../autodiff/pass.ts'
import { currentSession } from '../../state/session.ts'
import { useGradual } from '../../state/store.ts'
import { PaneHeader } from './header.tsx'
import { Picture } from './picture.tsx'
import './drawing.css'
import './graph.css'

const NAMES: Readonly<Record<Mode, string>> = { forward: 'Forward mode', reverse: 'Reverse mode' }

/** One mode at work: how many passes it takes, and the graph that they go over. */
export function GraphPane({ side }: { readonly side: Mode }) {
  const session = useGradual(currentSession)
  return (
    <section className="graph-pane" data-side={side} aria-label={NAMES[side]} tabIndex={-1}>
      {session && <PaneHeader side={side} session={session} />}
      <Picture side={side} />
    </section>
  )
}
