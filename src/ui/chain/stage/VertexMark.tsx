import { memo } from 'react'
import type { Direction, Point } from '../../../layout/layout.ts'
import { translated } from './moving.ts'
import { RADIUS, sizeIn, type Vertex } from './plane.ts'

interface Props {
  readonly vertex: Vertex
  readonly centre: Point
  readonly direction: Direction
  /** The vertex in words. */
  readonly label: string
  /** What stands beside it: words with a comma between them. */
  readonly note: string
  readonly isLit: boolean
  /** Whether an edge joins it to the vertex that is lit. */
  readonly isNear: boolean
  readonly isStop: boolean
  readonly isPressable: boolean
}

/** A vertex as it is seen, and as it is heard and pressed. */
export const VertexMark = memo(function VertexMark({ vertex, centre, label, isLit, isNear, ...more }: Props) {
  return (
    <g
      className="vertex"
      data-vertex={vertex.id}
      data-kind={vertex.kind}
      data-lit={isLit || undefined}
      data-near={isNear || undefined}
      data-pressable={more.isPressable || undefined}
      transform={translated(centre)}
    >
      <Shape vertex={vertex} direction={more.direction} note={more.note} />
      <g
        className="vertex-target"
        role={more.isPressable ? 'button' : 'img'}
        aria-label={label}
        tabIndex={more.isStop ? 0 : -1}
      >
        <circle className="vertex-hit" r={RADIUS} />
        <circle className="vertex-focus" r={RADIUS + 7} />
      </g>
    </g>
  )
})

/** What is seen of a vertex; its label says the same in words. */
const Shape = ({ vertex: { kind, name, operation }, ...beside }: Pick<Props, 'vertex' | 'direction' | 'note'>) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
  <g aria-hidden="true">
    {kind === 'output' && <circle className="vertex-ring" r={RADIUS} />}
    {kind === 'input' ? (
      <rect className="vertex-body" x={-26} y={-26} width={52} height={52} rx={12} />
    ) : (
      <circle className="vertex-body" r={kind === 'output' ? RADIUS - 5 : RADIUS} />
    )}
    <text className="vertex-name" y={operation ? -2 : 6} fontSize={sizeIn(46, name, 18)}>
      {name}
    </text>
    <text className="vertex-operation" y={15} fontSize={sizeIn(42, operation || ' ', 14)}>
      {operation}
    </text>
    <Note {...beside} />
  </g>
)

/** Words clear of the edges: above the vertex in one line where the flow goes right, else at its side, a line each. */
function Note({ note, direction }: Pick<Props, 'note' | 'direction'>) {
  if (direction === 'right')
    return (
      <text className="vertex-note" y={-RADIUS - 7}>
        {note}
      </text>
    )
  const words = note.split(', ')
  return words.map((word, line) => (
    <text
      key={word}
      className="vertex-note"
      data-direction="up"
      x={RADIUS + 5}
      y={5 + 17 * (line - (words.length - 1) / 2)}
    >
      {word}
    </text>
  ))
}
