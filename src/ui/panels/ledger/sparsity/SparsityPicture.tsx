import { useMemo, useState } from 'react'
import type { Sparsity } from '../../../../autodiff/sparse/pattern.ts'
import type { Mode, Primal } from '../../../../core.ts'
import { grouped } from '../../../../language/words.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import type { JacobianEntry } from '../../../../state/choices/ledger.ts'
import type { CompressedPattern } from '../../../../state/compression.ts'
import { hidesCounts } from '../../../../state/hiding.ts'
import type { Session } from '../../../../state/session.ts'
import { change, now, useGradual } from '../../../../state/store.ts'
import { dependenceOf, NO_PATH } from '../../../../trace/dependence.ts'
import { passes } from '../../../../trace/passes.ts'
import { CompressedGrid } from './CompressedGrid.tsx'
import { Compression } from './Compression.tsx'
import { EntrySlider, inCorner } from './EntrySlider.tsx'
import { type ColourStrip, SparsityGrid } from './SparsityGrid.tsx'
import { type Corner, jacobianTiles, type Tile } from './tones.ts'
import { useEntryLight } from './useEntryLight.ts'
import './sparsity.css'

/** Rows and columns that are drawn. */
const MOST_LINES = 128

interface Props {
  readonly session: Session
  readonly pattern: CompressedPattern
}

/** The Jacobian as a picture: where it can differ from 0, and what the passes have computed there so far. */
export default function SparsityPicture({ session, pattern }: Props) {
  const { primal, timeline } = session
  const { sparsity } = pattern
  const shown = useGradual((state) => state.shown)
  const position = useGradual((state) => state.position)
  const coloured = useGradual((state) => state.jacobianColoured) ?? cheaper(pattern)
  const [pointed, point] = useState<JacobianEntry | null>(null)
  const cursor = useGradual((state) => state.jacobianEntry)
  const [isFocused, focus] = useState(false)
  const corner = useMemo(() => cornerOf(sparsity), [sparsity])
  const tiles = useMemo(
    () => jacobianTiles({ primal, timeline, position, shown }, sparsity, corner),
    [primal, timeline, position, shown, sparsity, corner],
  )
  const at = inCorner(cursor, corner) ?? { row: 0, column: 0 }
  const entry = inCorner(pointed ?? (isFocused ? at : null), corner)
  useEntryLight(primal, entry)
  const isHidden = useGradual(hidesCounts)
  const said = entry
    ? reading(primal, pattern, tiles, entry) + colourOf(pattern, coloured, entry)
    : overview(pattern, isHidden)
  const { colouring, passes } = pattern[coloured]
  const strip: ColourStrip | null = passes && { mode: coloured, colourOf: colouring.colourOf }
  return (
    <figure className="jacobian-picture">
      <p className="picture-reading">{said}</p>
      {corner.rows > 0 && corner.columns > 0 && (
        <div className="picture-grids" data-mode={coloured}>
          <SparsityGrid
            {...{ sparsity, corner, tiles, strip, entry }}
            says={`The Jacobian. ${overview(pattern, isHidden)}`}
            onPoint={(under) => point(inCorner(under, corner))}
            over={
              <EntrySlider
                at={at}
                corner={corner}
                says={said}
                onMove={(move) => change({ jacobianEntry: move(now().jacobianEntry) })}
                onFocus={focus}
              />
            }
          />
          <CompressedGrid pattern={pattern} mode={coloured} corner={corner} />
        </div>
      )}
      <LeftOut sparsity={sparsity} corner={corner} />
      <Compression {...{ session, pattern, coloured, onColour: (jacobianColoured) => change({ jacobianColoured }) }} />
    </figure>
  )
}

/** What is not drawn. */
function LeftOut({ sparsity, corner }: { readonly sparsity: Sparsity; readonly corner: Corner }) {
  const parts = (['rows', 'columns'] as const)
    .filter((lines) => corner[lines] < sparsity[lines].length)
    .map((lines) => `${corner[lines]} of ${sparsity[lines].length} ${lines}`)
  return parts.length > 0 && <p className="jacobian-legend">Drawn are the first {parts.join(' and ')}.</p>
}

const cornerOf = ({ rows, columns }: Sparsity): Corner => ({
  rows: Math.min(rows.length, MOST_LINES),
  columns: Math.min(columns.length, MOST_LINES),
})

const cheaper = ({ forward, reverse }: CompressedPattern): Mode =>
  forward.passes && (!reverse.passes || forward.colouring.colours <= reverse.colouring.colours) ? 'forward' : 'reverse'

/** “∂f3/∂x7 = −0.25” */
function reading(
  primal: Primal,
  { sparsity }: CompressedPattern,
  tiles: readonly Tile[],
  { row, column }: JacobianEntry,
): string {
  const name = `∂${sparsity.rows[row].name}/∂${sparsity.columns[column].name}`
  if (!sparsity.present[row].includes(column)) return `${name}: ${whyZero(primal, sparsity, { row, column })}`
  const tile = tiles.find((each) => each.row === row && each.column === column)
  return tile ? `${name} = ${short(tile.value)}` : `${name}: not yet computed`
}

function whyZero(primal: Primal, { columns }: Sparsity, { row, column }: JacobianEntry): string {
  const { node, entry } = columns[column]
  const pass = passes(primal, 'reverse').get(row + 1)
  const dependence = dependenceOf(pass, node, primal.graph.offset[node] + entry)
  return dependence === 'none' ? `${NO_PATH}, 0 by structure` : '0, since no derivative gets there at this point'
}

function colourOf(pattern: CompressedPattern, mode: Mode, { row, column }: JacobianEntry): string {
  const { colouring, passes } = pattern[mode]
  return passes ? `; colour ${colouring.colourOf[mode === 'forward' ? column : row] + 1}` : ''
}

function overview({ sparsity: { rows, columns, present } }: CompressedPattern, isHidden: boolean): string {
  if (isHidden) return '? of ? entries can differ from 0.'
  const count = present.reduce((sum, { length }) => sum + length, 0)
  const size = rows.length * columns.length
  const share = size === 0 ? '' : ` (${exact(Number(((100 * count) / size).toPrecision(3)))} %)`
  return `${grouped(count)} of ${grouped(size)} entries${share} can differ from 0.`
}
