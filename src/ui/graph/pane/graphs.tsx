import { useEffect } from 'react'
import { stageOf } from '../../../state/panes.ts'
import { useGradual } from '../../../state/store.ts'
import { late } from '../../kit/late/late.tsx'
import { Region } from '../../kit/late/Region.tsx'
import { keepStepInView } from '../camera/keepInView.ts'
import { GraphPane } from './pane.tsx'

/** They come after the graph; their place is kept. */
const CameraControls = late('The buttons beside the graph', () => import('./controls.tsx'), {
  meanwhile: () => <div className="camera-controls" />,
  apart: true,
})

const Beside = late('The program beside', () => import('../beside/BesidePane.tsx'), { apart: true })

/** The graph, or one for each mode, and the buttons for how it is seen. */
export function Graphs() {
  useEffect(keepStepInView, [])
  const { panes, stacked } = useGradual(stageOf)
  const isCompared = useGradual((state) => state.beside !== null)
  return (
    <div className="graphs">
      <div className="panes" data-stacked={stacked || undefined}>
        {isCompared && <Beside />}
        {panes.map((modes) => (
          <Region key={modes.join()} name="The graph">
            <GraphPane modes={modes} />
          </Region>
        ))}
      </div>
      <CameraControls />
    </div>
  )
}
