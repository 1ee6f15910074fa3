import type { ComponentType } from 'react'
import type { ChainView } from '../../../state/choices/views.ts'
import { resultSession } from '../../../state/masking.ts'
import { change, useGradual } from '../../../state/store.ts'
import { late } from '../../kit/late/late.tsx'
import { NoGraph } from './NoGraph.tsx'
import type { ViewProps } from './view.ts'
import '../../kit/derivative/derivative.css'

interface View {
  readonly view: ChainView
  readonly title: string
  readonly Shown: ComponentType<ViewProps>
}

const VIEWS: readonly View[] = [
  { view: 'paths', title: 'Paths', Shown: late('The view “Paths”', () => import('./paths/Paths.tsx')) },
  { view: 'layers', title: 'Layers', Shown: late('The view “Layers”', () => import('./layers/Layers.tsx')) },
  { view: 'orders', title: 'Orders', Shown: late('The view “Orders”', () => import('./orders/Orders.tsx')) },
  { view: 'patterns', title: 'Patterns', Shown: late('The view “Patterns”', () => import('./patterns/Patterns.tsx')) },
  { view: 'duality', title: 'Duality', Shown: late('The view “Duality”', () => import('./duality/Duality.tsx')) },
  {
    view: 'elimination',
    title: 'Elimination',
    Shown: late('The view “Elimination”', () => import('./elimination/Elimination.tsx')),
  },
]

/** The chain rule of the program on the screen, from six sides. */
export default function ChainPanel() {
  const session = useGradual(resultSession)
  const view = useGradual((state) => state.chainView)
  const { Shown } = VIEWS.find((each) => each.view === view) ?? VIEWS[0]
  return (
    <div className="chain">
      <fieldset className="pills">
        <legend className="visually-hidden">View</legend>
        {VIEWS.map((each) => (
          <label key={each.view}>
            <input
              type="radio"
              name="chain-view"
              checked={each.view === view}
              onChange={() => change({ chainView: each.view })}
            />
            {each.title}
          </label>
        ))}
      </fieldset>
      {session ? <Shown session={session} /> : <NoGraph />}
    </div>
  )
}
