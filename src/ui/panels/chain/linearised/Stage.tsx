import { resultSession } from '../../../../state/masking.ts'
import { useGradual } from '../../../../state/store.ts'
import { late } from '../../../kit/late/late.tsx'
import { NoGraph } from '../NoGraph.tsx'
import './stage.css'

const STAGES = {
  duality: late('The stage of duality', () => import('../duality/DualityStage.tsx')),
  elimination: late('The stage of elimination', () => import('../elimination/EliminationStage.tsx')),
}

/** The views of the chain rule that draw a graph of their own, in the place of the graph. */
export default function Stage() {
  const session = useGradual(resultSession)
  const view = useGradual((state) => state.chainView)
  if (!(view in STAGES)) return null
  const Shown = STAGES[view as keyof typeof STAGES]
  return (
    <section className="stage graphs" aria-label="Stage" tabIndex={-1}>
      {session ? <Shown session={session} /> : <NoGraph />}
    </section>
  )
}
