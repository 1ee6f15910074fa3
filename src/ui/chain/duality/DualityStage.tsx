import { useMemo, useState } from 'react'
import type { Size } from '../../../picture/camera.ts'
import { change, useGradual } from '../../../state/store.ts'
import { ViewerControls } from '../../graph/viewerControls.tsx'
import { Drawing } from '../stage/Drawing.tsx'
import { directionFor } from '../stage/fitting.ts'
import { planeOf, turnedRound, type Vertex } from '../stage/plane.ts'
import { Room } from '../stage/Room.tsx'
import { useViewer } from '../stage/useViewer.ts'
import type { ViewProps } from '../view.ts'
import { type Pair, tasksOf } from './pair.ts'
import { usePair } from './usePair.ts'

/** The linearised graph and the adjoint graph side by side. */
export default function DualityStage({ session }: ViewProps) {
  const pair = usePair(session)
  return typeof pair === 'string' ? <p className="stage-message">{pair}</p> : <SideBySide pair={pair} />
}

function SideBySide({ pair }: { readonly pair: Pair }) {
  const [size, setSize] = useState<Size | null>(null)
  const isTurned = useGradual((state) => state.turned)
  const [lit, light] = useState<number | null>(null)
  const planes = useMemo(
    () => ({ right: planeOf(pair.tangents, pair.arcs, 'right'), up: planeOf(pair.tangents, pair.arcs, 'up') }),
    [pair],
  )
  const plane = size ? planes[directionFor(planes, size)] : planes.right
  const turned = useMemo(() => turnedRound(plane), [plane])
  const viewer = useViewer(plane)
  const shared = {
    ...{ viewer, arcs: pair.arcs, lit },
    onLight: (id: number | null) => {
      light(id)
      change({ highlight: id === null ? null : pair.graph.id[id] })
    },
  }
  return (
    <div className="stage-pair">
      <figure>
        <figcaption>Linearised graph</figcaption>
        <Room viewer={viewer} onSize={setSize}>
          {size && <Half {...shared} name="Linearised graph" plane={plane} vertices={pair.tangents} />}
        </Room>
      </figure>
      <figure>
        <figcaption>
          {isTurned ? 'Adjoint graph' : 'The same graph again'}
          <button type="button" className="button" onClick={() => change({ turned: !isTurned })}>
            {isTurned ? 'Turn back' : 'Turn round'}
          </button>
        </figcaption>
        <Room viewer={viewer} onSize={setSize}>
          {size && (
            <Half
              {...shared}
              name={isTurned ? 'Adjoint graph' : 'Linearised graph again'}
              plane={isTurned ? turned : plane}
              vertices={isTurned ? pair.adjoints : pair.tangents}
            />
          )}
        </Room>
        <ViewerControls viewer={viewer} name="View of the stage" />
      </figure>
    </div>
  )
}

function Half(props: Omit<Parameters<typeof Drawing>[0], 'labelOf' | 'noteOf' | 'press'>) {
  const { arcs, plane } = props
  const tasks = useMemo(() => tasksOf(arcs, plane.isTurned), [arcs, plane])
  const labelOf = ({ id, spoken, operation }: Vertex) => [spoken, operation, tasks(id)].filter(Boolean).join(', ')
  return <Drawing {...props} flow={plane.isTurned ? 'adjoint' : 'tangent'} labelOf={labelOf} noteOf={tasks} />
}
