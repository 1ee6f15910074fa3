import { lazy, Suspense } from 'react'
import { currentSession } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { NoGraph } from '../NoGraph.tsx'
import './stage.css'

const STAGES = {
  duality: lazy(() => import('../duality/DualityStage.tsx')),
  elimination: lazy(() => import('../elimination/EliminationStage.tsx')),
}

/** The views of the chain rule that draw a graph of their own, in the place of the graph. */
export default function Stage() {
  const session = useGradual(currentSession)
  const view = useGradual((state) => state.view)
  if (!(view in STAGES)) return null
  const Shown = STAGES[view as keyof typeof STAGES]
  return (
    <section className="stage" aria-label="Stage">
      <Suspense>{session ? <Shown session={session} /> : <NoGraph />}</Suspense>
    </section>
  )
}
