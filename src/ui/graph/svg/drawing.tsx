import { memo } from 'react'
import type { Mode } from '../../../autodiff/pass.ts'
import type { EdgeIndex } from '../../../graph/graph.ts'
import { isTitledRight } from '../../../picture/hulls.ts'
import type { Scene } from '../../../picture/scene.ts'
import type { DrawnGraph } from '../../../picture/structure.ts'
import { TEXT_SIZE } from '../../../picture/style.ts'
import { useGradual } from '../../../state/store.ts'
import { edgeByEnds } from '../arranging/drawnElements.ts'
import { Edge } from './edge.tsx'
import { HullGround, HullHead } from './hull.tsx'
import { Node } from './node.tsx'

interface Props {
  readonly scene: Scene<DrawnGraph>
  readonly modes: readonly Mode[]
}

/** Nodes and edges in their places. Rendered once for each structure and layout; numbers and states are painted into it. */
export const Drawing = memo(function Drawing({ scene, modes }: Props) {
  const { structure, style, curveOf, centres, anatomies, hulls } = scene
  const { density, direction, marks } = style
  const keyOf = (edge: EdgeIndex) => edgeByEnds(structure.graph, edge)
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its group is named, and each node
    <svg className="drawing" width={scene.width} height={scene.height} viewBox={`0 0 ${scene.width} ${scene.height}`}>
      <g className="hulls">
        {hulls.map((hull) => (
          <HullGround key={hull.place} hull={hull} />
        ))}
      </g>
      <g className="ghosts" />
      <g className="edges">
        {structure.edges.map((edge) => (
          <Edge key={keyOf(edge)} edge={edge} curve={curveOf(edge)} modes={modes} direction={direction} />
        ))}
      </g>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
      <g aria-hidden="true">
        {structure.edges.map((edge) => (
          <text key={keyOf(edge)} className="partial" fontSize={TEXT_SIZE[density]} />
        ))}
      </g>
      {structure.nodes.map((node) => (
        <Node
          key={structure.figures[node].id}
          figure={structure.figures[node]}
          anatomy={anatomies[node]}
          centre={centres[node]}
          density={density}
          marks={marks}
          modes={modes}
        />
      ))}
      <HullHeads scene={scene} />
    </svg>
  )
})

function HullHeads({ scene: { hulls, style } }: { readonly scene: Scene<DrawnGraph> }) {
  const open = useGradual((state) => state.open)
  const right = isTitledRight(style.direction)
  return hulls.map((hull) => <HullHead key={hull.place} hull={hull} closes={open.has(hull.place)} right={right} />)
}
