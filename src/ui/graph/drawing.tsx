import { memo } from 'react'
import type { Mode } from '../../autodiff/pass.ts'
import { edgeKey } from '../../state/chain.ts'
import { useGradual } from '../../state/store.ts'
import { Edge } from './edge.tsx'
import { HullGround, HullHead } from './hull.tsx'
import { isTitledRight } from './hulls.ts'
import { labelPlace } from './labels.ts'
import { Node } from './node.tsx'
import type { Scene } from './scene.ts'

/** Nodes and edges in their places. Rendered once for each structure and layout; numbers and states are painted into it. */
export const Drawing = memo(function Drawing({ scene, side }: { readonly scene: Scene; readonly side: Mode }) {
  const { structure, direction, curveOf, centres, hulls } = scene
  const keys = edgeKeys(structure.graph)
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its group is named, and each node
    <svg className="drawing" width={scene.width} height={scene.height}>
      <g className="hulls">
        {hulls.map((hull) => (
          <HullGround key={hull.place} hull={hull} />
        ))}
      </g>
      <g className="ghosts" />
      <g className="edges">
        {keys.map((key, edge) => (
          <Edge key={key} edge={edge} curve={curveOf(edge)} side={side} direction={direction} />
        ))}
      </g>
      <g>
        {keys.map((key, edge) => (
          <text key={key} className="partial" {...labelPlace(scene, edge)} />
        ))}
      </g>
      {structure.figures.map((figure, node) => (
        <Node key={figure.id} figure={figure} centre={centres[node]} side={side} direction={direction} />
      ))}
      <HullHeads scene={scene} />
    </svg>
  )
})

function HullHeads({ scene: { hulls, direction } }: { readonly scene: Scene }) {
  const open = useGradual((state) => state.open)
  const right = isTitledRight(direction)
  return hulls.map((hull) => <HullHead key={hull.place} hull={hull} closes={open.has(hull.place)} right={right} />)
}

/** An edge is its consumer and slot: it keeps its element while these stay. */
const edgeKeys = ({ consumer, firstEdge, id }: Scene['structure']['graph']): string[] =>
  Array.from(consumer, (node, edge) => edgeKey(id[node], edge - firstEdge[node]))
