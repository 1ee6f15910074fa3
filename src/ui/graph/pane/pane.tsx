import type { Mode } from '../../../autodiff/pass.ts'
import { MODE_TITLES } from '../../../notation/modes.ts'
import { stageOf } from '../../../state/panes.ts'
import { currentSession } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { frameOf } from '../../../trace/position.ts'
import { late } from '../../kit/late/late.tsx'
import { GraphPicture } from './graphPicture.tsx'
import { PaneHeader } from './header.tsx'
import '../svg/drawing.css'
import '../graph.css'

/** It comes after the graph, and shows itself only where nodes are small. */
const Magnifier = late('The glass for small nodes', () => import('../magnifier/Magnifier.tsx'), { apart: true })

/** Captions on the graph, on the first visit. */
const FirstMinute = late('What is said on the first visit', () => import('../firstMinute/FirstMinute.tsx'), {
  apart: true,
})

const NAMES = {
  ...MODE_TITLES,
  ...{ both: 'Both modes', second: 'Hessian-vector product' },
} as const

/** One mode at work, or both on one graph: how many passes each takes, and the graph that they go over. */
export function GraphPane({ modes }: { readonly modes: readonly Mode[] }) {
  const session = useGradual(currentSession)
  const [mode] = modes
  const isSecond = session?.timeline[mode].of === 'second'
  const kind = useGradual(({ position }) => isSecond && frameOf(session.timeline, position, mode).pass.kind)
  // Where each mode has a graph of its own, the first one is captioned.
  const isCaptioned = useGradual((state) => state.firstSteps && stageOf(state).panes[0] === modes)
  const name = isSecond ? 'second' : modes.length > 1 ? 'both' : mode
  return (
    <section
      className="graph-pane"
      data-captioned={isCaptioned || undefined}
      data-mode={kind === 'tangent' ? 'forward' : mode}
      aria-label={NAMES[name]}
      tabIndex={-1}
    >
      <div className="pane-headers">
        {session && modes.map((each) => <PaneHeader key={each} mode={each} session={session} />)}
      </div>
      <GraphPicture modes={modes} />
      <Magnifier modes={modes} />
      {isCaptioned && <FirstMinute modes={modes} />}
    </section>
  )
}
