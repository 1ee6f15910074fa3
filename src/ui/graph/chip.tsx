import type { Mode } from '../../autodiff/pass.ts'
import type { Direction } from '../../layout/layout.ts'
import { CHIP, CHIP_PADDING, CHIP_SCALE, CHIP_SIGN, chipAt, chipExtent, type Drawn, gridIn } from './figure.ts'
import type { Grid } from './heat/grid.ts'
import { Heat } from './heat/Heat.tsx'
import { type Mark, markAt } from './marks.ts'

interface Props {
  readonly figure: Drawn
  readonly side: Mode
  readonly direction: Direction
}

/** The places of a node's derivatives: one for a tangent or an adjoint, or a stack of v̇, v̄ and v̄̇. */
export function Chips({ figure, ...props }: Props) {
  const { kind, chips = 1 } = figure
  if (kind === 'constant') return null
  return Array.from({ length: chips }, (_, place) => place).map((place) => (
    <Chip key={place} {...props} figure={figure} place={place} mark={markAt(props.side, chips, place)} />
  ))
}

interface ChipProps extends Props {
  readonly place: number
  readonly mark: Mark
}

/** A number's is as wide as its text, an array's has the grid of its value. */
function Chip({ figure, side, direction, place, mark }: ChipProps) {
  const { x, y, anchor } = chipAt(figure, side, direction, place)
  const grid = gridIn(figure)
  const { width, height } = chipExtent(figure)
  const left = anchor === 'start' ? 0 : -width / 2
  const box = grid ? { x: left, width } : {}
  const line = grid ? { x: left + 3, width: width - 6 } : {}
  const corner = grid ? ARRAY_CORNER : CHIP.height / 2
  return (
    <g className="chip" data-of={mark} data-anchor={anchor} transform={`translate(${x} ${y})`} visibility="hidden">
      <rect className="chip-box" {...box} y={-height / 2} height={height} rx={corner} />
      {mark !== 'forward' && (
        <rect className="chip-line" {...line} y={3 - height / 2} height={height - 6} rx={corner - 3} />
      )}
      {grid ? <ChipArray grid={grid} left={left} /> : <text className="chip-text" y={5} />}
    </g>
  )
}

const ARRAY_CORNER = 9

const ChipArray = ({ grid, left }: { readonly grid: Grid; readonly left: number }) => (
  <>
    <text className="chip-text" x={left + CHIP_PADDING + CHIP_SIGN / 2 - 1} y={5} fontSize={14} />
    <Heat grid={grid} x={left + CHIP_PADDING + CHIP_SIGN + (grid.width * CHIP_SCALE) / 2} scale={CHIP_SCALE} />
  </>
)
