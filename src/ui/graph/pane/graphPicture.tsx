import { useLayoutEffect, useMemo, useState } from 'react'
import type { Mode } from '../../../autodiff/pass.ts'
import type { Graph } from '../../../graph/graph.ts'
import { MOST_UNROLLED, sizeInNumbers } from '../../../graph/unroll/unrolling.ts'
import { grouped } from '../../../language/words.ts'
import { marksIn } from '../../../picture/marks.ts'
import { restyled } from '../../../picture/scene.ts'
import { MOST_ELEMENTS } from '../../../picture/structure.ts'
import { useGradual } from '../../../state/store.ts'
import { arrange, MOST_DRAWN, useArrangement } from '../arranging/arrangement.ts'
import { graphViewer } from '../camera/viewer.ts'
import { showThrough } from '../camera/viewerPane.ts'
import { LargePicture } from '../canvas/largePicture.ts'
import { SvgPicture } from '../svg/svgPicture.tsx'

/** The graph as the passes of these modes go over it. */
export function GraphPicture({ modes }: { readonly modes: readonly Mode[] }) {
  const [group, setGroup] = useState<HTMLDivElement | null>(null)
  const [dots, setDots] = useState<readonly HTMLElement[]>([])
  const laidOut = useArrangement((arrangement) => arrangement.scene)
  const tooLarge = useArrangement((arrangement) => arrangement.tooLarge)
  const outOfDate = useGradual((state) => state.compilation.outOfDate)
  const isAwaited = useGradual(({ compilation, source }) => compilation.source !== source)
  const unrolled = useGradual((state) => state.unrolled)
  const isBroken = useGradual((state) => state.compilation.outOfDate && state.compilation.graph === null)

  useLayoutEffect(() => {
    if (!group) return
    setDots([...group.querySelectorAll<HTMLElement>(':scope > .pulse')])
    return showThrough(graphViewer, group, arrange)
  }, [group])

  // Where each mode has a graph of its own, its chips stand on its own side.
  const scene = useMemo(
    () => laidOut && restyled(laidOut, { ...laidOut.style, marks: marksIn(laidOut.style.marks, modes) }),
    [laidOut, modes],
  )
  const isEmpty = scene?.structure.figures.length === 0
  const isReady = scene && !isEmpty && tooLarge === null && group && dots.length === modes.length
  const Drawn = scene && scene.structure.figures.length > MOST_ELEMENTS ? LargePicture : SvgPicture
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; this groups the nodes of a graph
    <div className="picture" role="group" aria-label="Graph" ref={setGroup} data-out-of-date={outOfDate || undefined}>
      {isReady && <Drawn scene={scene} modes={modes} group={group} dots={dots} />}
      {modes.map((mode) => (
        <span key={mode} className="pulse" data-of={mode} hidden />
      ))}
      {outOfDate && scene && <p className="picture-badge">Out of date: the last graph that worked</p>}
      {isAwaited && !outOfDate && (
        <p className={`picture-${scene ? 'badge' : 'message'} awaited`}>
          {scene && 'Out of date: '}The program is being read
        </p>
      )}
      {unrolled && !outOfDate && scene?.structure.hasArrays && <TooManyNumbers graph={scene.structure.graph} />}
      {isBroken && <p className="picture-message">No graph yet: the problems under the program say what is missing.</p>}
      {isEmpty && (
        <p className="picture-message">Type a program, such as f = sin(x1) + x1*x2: its graph appears here.</p>
      )}
      {tooLarge && <TooLarge {...tooLarge} />}
    </div>
  )
}

/** Why arrays are not written out although the user asked for it. */
function TooManyNumbers({ graph }: { readonly graph: Graph }) {
  const size = sizeInNumbers(graph)
  if (size <= MOST_UNROLLED) return null
  return (
    <p className="picture-badge long">
      Written out, this would be {grouped(size)} nodes; up to {grouped(MOST_UNROLLED)} are drawn. Make its arrays
      smaller, or open single operations.
    </p>
  )
}

const TooLarge = ({ size, most }: { readonly size: number; readonly most: number }) => (
  <p className="picture-message">
    This graph has {grouped(size)} nodes. Up to {grouped(most)} are drawn
    {most < MOST_DRAWN && ' while the worker that lays out large graphs does not run'}; the passes run all the same, and
    the tab Trace shows them.
  </p>
)
