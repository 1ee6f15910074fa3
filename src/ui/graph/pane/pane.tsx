import type { Mode } from '../../../autodiff/pass.ts'
import { MODE_TITLES } from '../../../notation/modes.ts'
import { stageOf } from '../../../state/panes.ts'
import { frameOf } from '../../../state/position.ts'
import { currentSession } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { late } from '../../kit/late/late.tsx'
import { PaneHeader } from './header.tsx'
import { Picture } from './graphPicture.tsx'
import '../svg/drawing.css'
import '../graph.css'

/** It comes after the graph, and shows itself only where nodes are small. */
const Glass = late('The glass for small nodes', () => import('../magnifier/Magnifier.tsx'), { apart: true })

/** Captions on the graph, on the first visit. */
const FirstMinute = late('What is said on the first visit', () => import('../firstMinute/FirstMinute.tsx'), {
  apart: true,
})

const NAMES = {
  ...MODE_TITLES,
  ...{ both: 'Both modes', second: 'Hessian-vector product' },
} as const

/** One mode at work, or both on one graph: how many passes each takes, and the graph that they go over. */
export function GraphPane({ sides }: { readonly sides: readonly Mode[] }) {
  const session = useGradual(currentSession)
  const [side] = sides
  const isSecond = session?.timeline[side].of === 'second'
  const kind = useGradual(({ position }) => isSecond && frameOf(session.timeline, position, side).pass.kind)
  // Where each mode has a graph of its own, the first one is captioned.
  const isCaptioned = useGradual((state) => state.firstSteps && stageOf(state).panes[0] === sides)
  const name = isSecond ? 'second' : sides.length > 1 ? 'both' : side
  return (
    <section
      className="graph-pane"
      data-captioned={isCaptioned || undefined}
      data-side={kind === 'tangent' ? 'forward' : side}
      aria-label={NAMES[name]}
      tabIndex={-1}
    >
      <div className="pane-headers">
        {session && sides.map((each) => <PaneHeader key={each} side={each} session={session} />)}
      </div>
      <Picture sides={sides} />
      <Glass sides={sides} />
      {isCaptioned && <FirstMinute sides={sides} />}
    </section>
  )
}
