import type { Mode } from '../../autodiff/pass.ts'
import type { Direction, Point } from '../../layout/layout.ts'
import { CHIP, chipAt, halfOf, nameAt, RING, sizeIn } from './figure.ts'
import { Shape } from './shape.tsx'
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
    <g className="node" data-kind={kind} transform={`translate(${centre.x} ${centre.y})`}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
      <g aria-hidden="true">
        <Shape figure={figure} grow={edge + OFF} className="mark" />
        {output && <Shape figure={figure} grow={RING} className="ring" />}
        <Shape figure={figure} grow={0} className="body" />
        <Centre figure={figure} />
        <Name figure={figure} side={side} direction={direction} />
        <Chip figure={figure} side={side} direction={direction} />
      </g>
      {/* biome-ignore lint/a11y/useSemanticElements: there is no button element in SVG */}
      <g className="target" role="button" tabIndex={-1} data-id={id} data-node={name || undefined}>
        <Shape figure={figure} grow={edge} className="hit" />
        <Shape figure={figure} grow={edge + OFF + 4} className="focus-ring" />
      </g>
    </g>
  )
}

/** Symbol and value; a constant has only its value. */
function Centre({ figure: { kind, symbol } }: Pick<Props, 'figure'>) {
  const text = shortened(symbol, LONGEST)
  const size = sizeIn(2 * halfOf(kind).x - 14, text, text.length === 1 ? 22 : 18)
  return (
    <>
      {kind !== 'constant' && (
        <text className="symbol" y={-4} fontSize={size}>
          {text}
        </text>
      )}
      <text className="value" y={kind === 'constant' ? 5 : 18} />
    </>
  )
}

function Name({ figure, side, direction }: Omit<Props, 'centre'>) {
  const { kind, definition, variable } = figure
  const { x, y, anchor } = nameAt(figure, side, direction)
  if (kind !== 'primitive' && !definition) return null
  return (
    <text className="name" x={x} y={y + 5} textAnchor={anchor}>
      {kind === 'primitive' && <tspan className="variable">{variable}</tspan>}
      {definition && (
        <tspan className="definition">{`${kind === 'primitive' ? '  ' : ''}${shortened(definition, LONGEST)}`}</tspan>
      )}
    </text>
  )
}

function Chip({ figure, side, direction }: Omit<Props, 'centre'>) {
  if (figure.kind === 'constant') return null
  const { x, y, anchor } = chipAt(figure, side, direction)
  return (
    <g className="chip" data-anchor={anchor} transform={`translate(${x} ${y})`} visibility="hidden">
      <rect className="chip-box" y={-CHIP.height / 2} height={CHIP.height} rx={CHIP.height / 2} />
      {side === 'reverse' && (
        <rect className="chip-line" y={3 - CHIP.height / 2} height={CHIP.height - 6} rx={CHIP.height / 2 - 3} />
      )}
      <text className="chip-text" y={5} />
    </g>
  )
}
