import { stageOf } from '../../state/panes.ts'
import { useGradual } from '../../state/store.ts'
import { Region } from '../late/Region.tsx'
import { CameraControls } from './controls.tsx'
import { GraphPane } from './pane.tsx'

/** The graph, or one for each mode, and the buttons for how it is seen. */
export function Graphs() {
  const { panes, stacked } = useGradual(stageOf)
  return (
    <div className="graphs">
      <div className="panes" data-stacked={stacked || undefined}>
        {panes.map((sides) => (
          <Region key={sides.join()} name="The graph">
            <GraphPane sides={sides} />
          </Region>
        ))}
      </div>
      <CameraControls />
    </div>
  )
}
