import type { Mode } from '../../autodiff/pass.ts'
import type { EdgeIndex } from '../../graph/graph.ts'
import type { Direction } from '../../layout/layout.ts'
import { type Curve, pathOf } from './curve.ts'
import { headAt, tailAt } from './head.ts'

interface Props {
  readonly edge: EdgeIndex
  readonly curve: Curve
  readonly side: Mode
  readonly direction: Direction
}

/** An edge with its arrowhead; in reverse mode also the second line and the arrowhead of the way back. */
export function Edge({ edge, curve, side, direction }: Props) {
  const path = pathOf(curve)
  return (
    <g className="edge" data-edge={edge}>
      <path className="line" d={path} />
      {side === 'reverse' && <path className="core" d={path} />}
      <path className="head" d={headAt(curve[curve.length - 1], direction)} />
      {side === 'reverse' && <path className="tail" d={tailAt(curve[0], direction)} />}
    </g>
  )
}
