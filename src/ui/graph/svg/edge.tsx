import type { Mode } from '../../../autodiff/pass.ts'
import type { EdgeIndex } from '../../../graph/graph.ts'
import type { Direction } from '../../../layout/layout.ts'
import { type Curve, pathOf } from '../../../picture/curve.ts'
import { drawHead, drawTail } from '../../../picture/head.ts'
import { MODES_APART } from '../../../picture/marking.ts'
import { pathData } from '../../../picture/pen.ts'

interface Props {
  readonly edge: EdgeIndex
  readonly curve: Curve
  /** The modes whose passes run along it. */
  readonly modes: readonly Mode[]
  readonly direction: Direction
}

/** An edge with its arrowhead, and a line for each mode: the reverse one double, with the arrowhead of the way back. */
export function Edge({ edge, curve, modes, direction }: Props) {
  const path = pathOf(curve)
  return (
    <g className="edge" data-edge={edge}>
      <path className="line" d={path} />
      <path className="head" d={pathData((pen) => drawHead(pen, curve[curve.length - 1], direction))} />
      {modes.map((mode, i) => {
        const by = (i - (modes.length - 1) / 2) * MODES_APART
        return (
          <g
            key={mode}
            className="way"
            data-of={mode}
            transform={by === 0 ? undefined : direction === 'right' ? `translate(0 ${by})` : `translate(${by} 0)`}
          >
            <path className="line" d={path} />
            {mode === 'reverse' && <path className="core" d={path} />}
            {mode === 'forward' ? (
              <path className="head" d={pathData((pen) => drawHead(pen, curve[curve.length - 1], direction))} />
            ) : (
              <path className="tail" d={pathData((pen) => drawTail(pen, curve[0], direction))} />
            )}
          </g>
        )
      })}
    </g>
  )
}
