import type { Mode } from '../../../autodiff/pass.ts'
import type { NodeIndex } from '../../../graph/graph.ts'
import { entryName, shapeAt } from '../../../graph/nodes.ts'
import { whereTold } from '../../../notation/asked.ts'
import { short } from '../../../notation/numbers.ts'
import { isEntries, type NodeReading as Shown } from '../../../picture/entries.ts'
import type { Cells } from '../../../picture/figure.ts'
import { entryOf } from '../../../picture/heat/pointed.ts'
import type { Mark } from '../../../picture/marks.ts'
import { faceOf, momentOf } from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import { isStructureOf } from '../../../picture/structure.ts'
import type { Shape } from '../../../primitives/shape.ts'
import { shownSession } from '../../../state/session.ts'
import type { State } from '../../../state/store.ts'

/** What the magnifier shows of a node; its derivatives as far as they are known. */
export interface MagnifierReading extends Partial<Readonly<Record<Mark, string>>> {
  readonly node: NodeIndex
  readonly value: string
}

/** The node that is highlighted: its numbers, of an array the entry of a tile, or how far they reach. */
export function magnifierReading(
  state: State,
  scene: Scene,
  modes: readonly Mode[],
  tile: number | null,
): MagnifierReading | null {
  const { structure, anatomies } = scene
  const session = shownSession(state)
  const node = state.highlight === null ? undefined : structure.nodeOf.get(state.highlight)
  if (!session || node === undefined || !isStructureOf(structure, session.graph)) return null
  const faces = modes.map((mode) => faceOf(momentOf(session, state.position, mode), node))
  const [{ value, reached, isValueTold }] = faces
  const { cells } = anatomies[node]
  const written = (shown: Shown, isTold: boolean) =>
    whereTold(isTold, () => textOf(shown, shapeAt(structure.graph, node), tile === null ? null : cells, tile ?? 0))
  return {
    node,
    value: reached ? written(value, isValueTold) : '',
    ...Object.fromEntries(
      faces.flatMap(({ derivative, mark, isDerivativeTold }) =>
        derivative === null ? [] : [[mark, derivative === 'absent' ? '–' : written(derivative, isDerivativeTold)]],
      ),
    ),
  }
}

/** A number, the entry of a tile with its indices, or how far the numbers of an array reach. */
function textOf(shown: Shown, shape: Shape, cells: Cells | null, tile: number): string {
  if (!isEntries(shown)) return short(shown)
  const { numbers, present } = shown
  const isThere = (entry: number) => present?.[entry] !== 0
  if (!cells) return rangeText(Array.from(numbers).filter((_, entry) => isThere(entry)))
  const entry = entryOf(cells, tile, numbers)
  return `${entryName('', shape, entry)} ${isThere(entry) ? short(numbers[entry]) : '–'}`
}

/** More numbers than these are not written one by one. */
const MOST_WRITTEN = 4

function rangeText(entries: readonly number[]): string {
  if (entries.length <= MOST_WRITTEN) return entries.map((entry) => short(entry)).join(', ')
  const known = entries.filter((entry) => !Number.isNaN(entry))
  if (known.length === 0) return short(Number.NaN)
  const [least, greatest] = [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))]
  return least === greatest ? `all ${short(least)}` : `${short(least)} … ${short(greatest)}`
}
