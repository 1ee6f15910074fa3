import { useLayoutEffect, useState } from 'react'
import type { Mode } from '../../autodiff/pass.ts'
import type { Graph } from '../../graph/graph.ts'
import { MOST_UNROLLED, sizeInNumbers } from '../../graph/unrolling.ts'
import { useGradual } from '../../state/store.ts'
import { arrange, MOST_DRAWN, useArrangement } from './arrangement.ts'
import { graphViewer } from './camera.ts'
import { LargePicture } from './largePicture.ts'
import { SmallPicture } from './small.tsx'
import { MOST_ELEMENTS } from './structure.ts'
import { showThrough } from './viewed.ts'

/** The graph as the mode's passes go over it. */
export function Picture({ side }: { readonly side: Mode }) {
  const [group, setGroup] = useState<HTMLDivElement | null>(null)
  const [dot, setDot] = useState<HTMLSpanElement | null>(null)
  const scene = useArrangement((arrangement) => arrangement.scene)
  const tooLarge = useArrangement((arrangement) => arrangement.tooLarge)
  const outOfDate = useGradual((state) => state.compilation.outOfDate)
  const unrolled = useGradual((state) => state.unrolled)
  const isBroken = useGradual((state) => state.compilation.outOfDate && state.compilation.graph === null)

  useLayoutEffect(() => (group ? showThrough(graphViewer, group, arrange) : undefined), [group])

  const isEmpty = scene?.structure.figures.length === 0
  const Drawn = scene && scene.structure.figures.length > MOST_ELEMENTS ? LargePicture : SmallPicture
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; this groups the nodes of a graph
    <div className="picture" role="group" aria-label="Graph" ref={setGroup} data-out-of-date={outOfDate || undefined}>
      {group && dot && scene && !isEmpty && tooLarge === null && (
        <Drawn scene={scene} side={side} group={group} dot={dot} />
      )}
      <span className="pulse" ref={setDot} hidden />
      {outOfDate && scene && <p className="picture-badge">Out of date: the last graph that worked</p>}
      {unrolled && !outOfDate && scene?.structure.hasArrays && <TooManyNumbers graph={scene.structure.graph} />}
      {isBroken && <p className="picture-message">No graph yet: the problems under the program say what is missing.</p>}
      {isEmpty && (
        <p className="picture-message">Type a program, such as f = sin(x1) + x1*x2: its graph appears here.</p>
      )}
      {tooLarge && <TooLarge {...tooLarge} />}
    </div>
  )
}

/** Why arrays that were to be written out are not. */
function TooManyNumbers({ graph }: { readonly graph: Graph }) {
  const size = sizeInNumbers(graph)
  if (size <= MOST_UNROLLED) return null
  return (
    <p className="picture-badge long">
      Written out, this would be {size.toLocaleString('en')} nodes; up to {MOST_UNROLLED.toLocaleString('en')} are
      drawn. Make its arrays smaller, or open single operations.
    </p>
  )
}

const TooLarge = ({ size, most }: { readonly size: number; readonly most: number }) => (
  <p className="picture-message">
    This graph has {size.toLocaleString('en')} nodes. Up to {most.toLocaleString('en')} are drawn
    {most < MOST_DRAWN && ' while the worker that lays out large graphs does not run'}; the passes run all the same, and
    the tab Trace shows them.
  </p>
)
