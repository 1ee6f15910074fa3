import { type PointerEvent, type ReactNode, useMemo } from 'react'
import type { Sparsity } from '../../../../autodiff/sparse/pattern.ts'
import type { Mode } from '../../../../core.ts'
import type { JacobianEntry } from '../../../../state/choices/ledger.ts'
import { type Corner, structurePath, type Tile, tonesOf } from './tones.ts'

/** The colours of columns (forward) or rows (reverse), along their side of the picture. */
export interface ColourStrip {
  readonly mode: Mode
  readonly colourOf: Int32Array
}

interface Props {
  readonly sparsity: Sparsity
  readonly corner: Corner
  /** The larger picture that it stands beside, at whose scale it is drawn. */
  readonly scale?: Corner
  readonly tiles: readonly Tile[]
  readonly strip: ColourStrip | null
  /** What it shows. */
  readonly says: string
  /** The one that is looked at. */
  readonly entry?: JacobianEntry | null
  readonly onPoint?: (entry: JacobianEntry | null) => void
  /** Over the picture. */
  readonly over?: ReactNode
}

/** The side of an entry, and the longest side of the picture, in ems. */
const SIDE = 1.8
const TALLEST = 30
/** No picture is flatter than so many times its height. */
const FLATTEST = 10

/** What a strip takes on its side: room for a number, or in a large picture enough to be seen. */
const stripFor = ({ rows, columns }: Corner): number => Math.max(1.25, 0.04 * Math.max(rows, columns))
const MOST_NUMBERED = 16

export function SparsityGrid({
  sparsity,
  corner,
  scale = corner,
  tiles,
  strip,
  says,
  entry = null,
  onPoint,
  over,
}: Props) {
  const { rows, columns } = corner
  const tones = useMemo(() => tonesOf(tiles), [tiles])
  const structure = useMemo(() => structurePath(sparsity, corner, tiles), [sparsity, corner, tiles])
  const free = stripFor(scale)
  const isNumbered = Math.max(scale.rows, scale.columns) <= MOST_NUMBERED
  const [left, top] = [strip?.mode === 'reverse' ? free : 0, strip?.mode === 'forward' ? free : 0]
  const [width, height] = [columns + left, rows + top]
  const entryAt = ({ currentTarget, clientX, clientY }: PointerEvent): JacobianEntry => {
    const box = currentTarget.getBoundingClientRect()
    const at = (share: number, of: number, before: number) => Math.floor(share * of - before)
    return {
      row: at((clientY - box.top) / box.height, height, top),
      column: at((clientX - box.left) / box.width, width, left),
    }
  }
  const side = Math.min(SIDE, TALLEST / height)
  return (
    <div
      className="picture-grid"
      style={{ width: `${width * side}em`, aspectRatio: `${width} / ${Math.max(height, width / FLATTEST)}` }}
      onPointerMove={(event) => onPoint?.(entryAt(event))}
      onPointerLeave={() => onPoint?.(null)}
    >
      <svg viewBox={`${-left} ${-top} ${width} ${height}`} role="img" aria-label={says}>
        <rect className="picture-frame" width={columns} height={rows} />
        <path className="picture-structure" d={structure} />
        {tones.shades.map(({ by, level, path }) => (
          <path key={`${by} ${level}`} className="picture-shade" data-by={by} d={path} fillOpacity={level} />
        ))}
        <path className="picture-minus" d={tones.minus} />
        <path className="picture-nan" d={tones.nan} />
        {strip && <Colours strip={strip} corner={corner} free={free} isNumbered={isNumbered} />}
        {strip && entry && <SameColour strip={strip} corner={corner} entry={entry} />}
        {entry && (
          <path className="picture-cursor" d={`M0 ${entry.row}h${columns}v1H0zM${entry.column} 0v${rows}h1V0z`} />
        )}
      </svg>
      {over}
    </div>
  )
}

interface StripProps {
  readonly strip: ColourStrip
  readonly corner: Corner
}

interface ColoursProps extends StripProps {
  readonly free: number
  readonly isNumbered: boolean
}

/** A number for each colour, and a tone where there is no room for numbers. */
function Colours({ strip: { mode, colourOf }, corner, free, isNumbered }: ColoursProps) {
  const count = mode === 'forward' ? corner.columns : corner.rows
  const colours = colourOf.reduce((most, colour) => Math.max(most, colour + 1), 1)
  return Array.from(colourOf.subarray(0, count), (colour, i) => {
    const [x, y] = mode === 'forward' ? [i, -free] : [-free, i]
    const [width, height] = mode === 'forward' ? [0.92, free - 0.33] : [free - 0.33, 0.92]
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines stand in a fixed order
      <g key={i} className="picture-colour" data-role={mode}>
        <rect x={x + 0.04} y={y + 0.04} width={width} height={height} fillOpacity={0.15 + (0.6 * colour) / colours} />
        {isNumbered && (
          <text x={x + 0.5} y={y + 0.72} fontSize={0.62}>
            {colour + 1}
          </text>
        )}
      </g>
    )
  })
}

/** The other lines that the same pass computes. */
function SameColour({ strip: { mode, colourOf }, corner, entry }: StripProps & { readonly entry: JacobianEntry }) {
  const own = colourOf[mode === 'forward' ? entry.column : entry.row]
  const count = mode === 'forward' ? corner.columns : corner.rows
  const path = Array.from(colourOf.subarray(0, count))
    .flatMap((colour, i) => (colour === own ? [i] : []))
    .map((i) => (mode === 'forward' ? `M${i} 0v${corner.rows}h1V0z` : `M0 ${i}h${corner.columns}v1H0z`))
    .join('')
  return <path className="picture-same" data-role={mode} d={path} />
}
