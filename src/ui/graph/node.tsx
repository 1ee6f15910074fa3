import type { Mode } from '../../autodiff/pass.ts'
import type { Direction, Point } from '../../layout/layout.ts'
import { blockNote } from './blockNote.ts'
import { Chips } from './chip.tsx'
import { gridIn, gridMiddle, halfOf, nameAt, RING, sizeIn } from './figure.ts'
import { Heat } from './heat/Heat.tsx'
import { Opener } from './opener.tsx'
import { RoleMark } from './role.tsx'
import { Shape } from './shape.tsx'
import { shapeLabel } from './shapeLabel.ts'
import { shortened } from './shortened.ts'
import type { Figure } from './structure.ts'

interface Props {
  readonly figure: Figure
  readonly centre: Point
  readonly side: Mode
  readonly direction: Direction
}

/** How far the ring that marks a node stands off its border. */
const OFF = 5
const LONGEST = 12

/**
 * A node without its numbers: those are painted into it. What is seen, with its symbols, lies beside the button, whose
 * label says the same in words.
 */
export function Node({ figure, centre, side, direction }: Props) {
  const { kind, output, name, id } = figure
  const edge = output ? RING : 0
  return (
    <g
      className="node"
      data-kind={kind}
      data-array={figure.shape.length > 0 || undefined}
      transform={`translate(${centre.x} ${centre.y})`}
    >
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
      <g aria-hidden="true">
        {kind === 'module' && <Shape figure={figure} grow={0} className="under" />}
        <Shape figure={figure} grow={edge + OFF} className="mark" />
        {output && <Shape figure={figure} grow={RING} className="ring" />}
        <Shape figure={figure} grow={0} className="body" />
        <RoleMark figure={figure} />
        <Centre figure={figure} />
        <Name figure={figure} side={side} direction={direction} />
        <Chips figure={figure} side={side} direction={direction} />
      </g>
      {/* biome-ignore lint/a11y/useSemanticElements: there is no button element in SVG */}
      <g className="target" role="button" tabIndex={-1} data-id={id} data-node={name || undefined}>
        <Title figure={figure} />
        <Shape figure={figure} grow={edge} className="hit" />
        <Shape figure={figure} grow={edge + OFF + 4} className="focus-ring" />
      </g>
      <Opener figure={figure} />
    </g>
  )
}

/** What a heat map says when the pointer rests on it. */
function Title({ figure }: Pick<Props, 'figure'>) {
  const note = blockNote(figure)
  return note && <title>{note}</title>
}

/** Symbol and value; a constant has only its value. */
function Centre({ figure }: Pick<Props, 'figure'>) {
  const { kind, symbol } = figure
  const text = shortened(symbol, LONGEST)
  const grid = gridIn(figure)
  const isLeaf = kind === 'input' || kind === 'data' || kind === 'param'
  const room = 2 * halfOf(figure).x - (grid ? SLOPE : 14)
  const y = grid ? gridMiddle(figure) - grid.height / 2 - 7 : -4
  return (
    <>
      {kind !== 'constant' && (
        <text className="symbol" y={y} fontSize={sizeIn(room, text, text.length === 1 && !(grid && isLeaf) ? 22 : 18)}>
          {text}
        </text>
      )}
      {grid ? (
        <g className="value">
          <Heat grid={grid} y={gridMiddle(figure)} />
        </g>
      ) : (
        <text className="value" y={kind === 'constant' ? 5 : 18} />
      )}
    </>
  )
}

/** Above a heat map a round node is narrower, by so many px. */
const SLOPE = 36

function Name({ figure, side, direction }: Omit<Props, 'centre'>) {
  const { kind, definition, variable, shape } = figure
  const { x, y, anchor } = nameAt(figure, side, direction)
  const isComputed = kind === 'primitive' || kind === 'module'
  const parts = [
    { className: 'variable', text: isComputed ? variable : '' },
    { className: 'definition', text: shortened(definition, LONGEST) },
    { className: 'shape', text: kind === 'constant' ? '' : shapeLabel(shape) },
  ].filter(({ text }) => text)
  if (parts.length === 0) return null
  return (
    <text className="name" x={x} y={y + 5} textAnchor={anchor}>
      {parts.map(({ className, text }, i) => (
        <tspan key={className} className={className}>
          {i === 0 ? text : `  ${text}`}
        </tspan>
      ))}
    </text>
  )
}
