import type { Mode } from '../../autodiff/pass.ts'
import { frameOf } from '../../state/position.ts'
import { currentSession } from '../../state/session.ts'
import { useGradual } from '../../state/store.ts'
import { late } from '../late/late.tsx'
import { PaneHeader } from './header.tsx'
import { Picture } from './picture.tsx'
import './drawing.css'
import './graph.css'

/** It comes after the graph, and shows itself only where nodes are small. */
const Glass = late('The glass for small nodes', () => import('./glass/Glass.tsx'), { apart: true })

const NAMES = { forward: 'Forward mode', reverse: 'Reverse mode', second: 'Hessian-vector product' } as const

/** One mode at work: how many passes it takes, and the graph that they go over. */
export function GraphPane({ side }: { readonly side: Mode }) {
  const session = useGradual(currentSession)
  const isSecond = session?.timeline[side].of === 'second'
  const kind = useGradual(({ position }) => isSecond && frameOf(session.timeline, position, side).pass.kind)
  return (
    <section
      className="graph-pane"
      data-side={kind === 'tangent' ? 'forward' : side}
      aria-label={NAMES[isSecond ? 'second' : side]}
      tabIndex={-1}
    >
      {session && <PaneHeader side={side} session={session} />}
      <Picture side={side} />
      <Glass side={side} />
    </section>
  )
}
