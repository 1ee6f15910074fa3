import { useCallback, useMemo, useState } from 'react'
import type { Link } from '../../../../methods/linear/linearised.ts'
import { tasksOf } from '../../../../methods/linear/tasks.ts'
import type { Pane } from '../../../../picture/camera.ts'
import type { Mark } from '../../../../picture/marks.ts'
import { neighbourhood } from '../../../../picture/neighbours.ts'
import type { DrawnGraph, Structure } from '../../../../picture/structure.ts'
import { change, useGradual } from '../../../../state/store.ts'
import { fitOn } from '../../../graph/arranging/fitOn.ts'
import { useScene } from '../../../graph/arranging/useScene.ts'
import { WholeGraph } from '../../../graph/pane/overview.tsx'
import { ViewerControls } from '../../../graph/pane/viewerControls.tsx'
import { linearOf } from '../linearised/linear.ts'
import type { VertexWords } from '../linearised/paint.ts'
import { StagePicture } from '../linearised/StagePicture.tsx'
import type { ViewProps } from '../view.ts'
import type { Pair } from './pair.ts'
import { usePair } from './usePair.ts'

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
  const { graph, links, arcs, tangents, adjoints } = pair
  const tangent = useMemo(() => linearOf(tangents, arcs), [tangents, arcs])
  const adjoint = useMemo(() => linearOf(adjoints, arcs), [adjoints, arcs])
  const atHand = useMemo(() => neighbourhood(tangent.structure, 0), [tangent])
  const { viewer, scene, fits, onSize: onPane } = useScene(tangent.structure, MARKS, atHand)
  const [both, setBoth] = useState<HTMLDivElement | null>(null)
  const { isStacked, measure } = useStacked(tangent.structure, MARKS, both)
  const onSize = useCallback(() => {
    onPane()
    measure(viewer.pane())
  }, [onPane, measure, viewer])
  const turned = useMemo(() => scene && { ...scene, structure: adjoint.structure }, [scene, adjoint])
  const words = useMemo(() => ({ forward: wordsOf(links, 'forward'), reverse: wordsOf(links, 'reverse') }), [links])
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

/** Whether two graphs stand one above the other: where they fit so and not side by side. `measure` hears of every size. */
function useStacked(structure: Structure<DrawnGraph>, marks: readonly Mark[], both: HTMLElement | null) {
  const [isStacked, stack] = useState(false)
  const direction = useGradual((state) => state.direction)
  const measure = useCallback(
    (pane: Pane) => {
      if (!both) return
      const { clientWidth: width, clientHeight: height } = both
      const caption = (isStacked ? height / 2 : height) - pane.height
      const fits = (room: Omit<Pane, 'reading'>) => fitOn(structure, marks, { ...pane, ...room }, direction).fits
      stack(!fits({ width: width / 2, height: height - caption }) && fits({ width, height: height / 2 - caption }))
    },
    [structure, marks, both, isStacked, direction],
  )
  return { isStacked, measure }
}

/** What flows along the edges, against them in the adjoint graph, and what that makes each vertex do. */
function wordsOf(links: readonly Link[], flow: 'forward' | 'reverse'): VertexWords {
  const tasksAt = tasksOf(links, flow === 'reverse')
  const tasks = (id: number) => tasksAt(id).join(', ')
  return {
    ...{ flow, noteOf: ({ id }) => tasks(id), isPressable: () => false },
    labelOf: ({ id, spoken, says }) => [spoken, says, tasks(id)].filter(Boolean).join(', '),
  }
}
