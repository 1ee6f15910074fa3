import { useCallback, useMemo, useState } from 'react'
import { neighbourhood } from '../../../../picture/neighbours.ts'
import { change, useGradual } from '../../../../state/store.ts'
import { WholeGraph } from '../../../graph/pane/overview.tsx'
import { ViewerControls } from '../../../graph/pane/viewerControls.tsx'
import { type Arc, linearOf } from '../stage/linear.ts'
import type { Words } from '../stage/paint.ts'
import { StagePicture } from '../stage/StagePicture.tsx'
import { useScene } from '../stage/useScene.ts'
import type { ViewProps } from '../view.ts'
import { type Pair, tasksOf } from './pair.ts'
import { usePair } from './usePair.ts'
import { useStacked } from './useStacked.ts'

/** The linearised graph and the adjoint graph side by side. */
export default function DualityStage({ session }: ViewProps) {
  const pair = usePair(session)
  return typeof pair === 'string' ? <p className="stage-message">{pair}</p> : <SideBySide pair={pair} />
}

/** Room for an adjoint at each vertex, in both graphs: they stand in the same places. */
const MARKS = ['reverse'] as const

function SideBySide({ pair }: { readonly pair: Pair }) {
  const isTurned = useGradual((state) => state.dualityTurned)
  const [lit, light] = useState<number | null>(null)
  const { graph, arcs, tangents, adjoints } = pair
  const tangent = useMemo(() => linearOf(graph, tangents, arcs), [graph, tangents, arcs])
  const adjoint = useMemo(() => linearOf(graph, adjoints, arcs), [graph, adjoints, arcs])
  const atHand = useMemo(() => neighbourhood(tangent.structure, 0), [tangent])
  const { viewer, scene, fits, onSize: onPane } = useScene(tangent.structure, MARKS, atHand)
  const [both, setBoth] = useState<HTMLDivElement | null>(null)
  const { isStacked, measure } = useStacked(tangent.structure, MARKS, both)
  const onSize = useCallback(() => {
    onPane()
    measure(viewer.pane())
  }, [onPane, measure, viewer])
  const turned = useMemo(() => scene && { ...scene, structure: adjoint.structure }, [scene, adjoint])
  const words = useMemo(() => ({ forward: wordsOf(arcs, 'forward'), reverse: wordsOf(arcs, 'reverse') }), [arcs])
  const onLight = useCallback(
    (id: number | null) => {
      light(id)
      change({ highlight: id === null ? null : graph.id[id] })
    },
    [graph],
  )
  const shared = { viewer, onSize, lit, onLight }
  const linearised = { ...shared, scene, linear: tangent, words: words.forward }
  return (
    <>
      <div className="stage-pair" ref={setBoth} data-stacked={isStacked || undefined}>
        <figure>
          <figcaption>Linearised graph</figcaption>
          <StagePicture name="Linearised graph" {...linearised} />
        </figure>
        <figure>
          <figcaption>
            {isTurned ? 'Adjoint graph' : 'The same graph again'}
            <button type="button" className="button" onClick={() => change({ dualityTurned: !isTurned })}>
              {isTurned ? 'Turn back' : 'Turn round'}
            </button>
          </figcaption>
          {isTurned ? (
            <StagePicture name="Adjoint graph" {...shared} scene={turned} linear={adjoint} words={words.reverse} />
          ) : (
            <StagePicture name="Linearised graph again" {...linearised} />
          )}
        </figure>
      </div>
      <ViewerControls viewer={viewer} name="View of the stage">
        {scene && !fits && <WholeGraph {...{ scene, viewer }} />}
      </ViewerControls>
    </>
  )
}

/** What flows along the edges, against them in the adjoint graph, and what that makes each vertex do. */
function wordsOf(arcs: readonly Arc[], flow: 'forward' | 'reverse'): Words {
  const tasks = tasksOf(arcs, flow === 'reverse')
  return {
    ...{ flow, noteOf: ({ id }) => tasks(id), isPressable: () => false },
    labelOf: ({ id, spoken, says }) => [spoken, says, tasks(id)].filter(Boolean).join(', '),
  }
}
