import type { Mode } from '../../../autodiff/pass.ts'
import type { NodeIndex } from '../../../graph/graph.ts'
import { entryName, shapeAt } from '../../../graph/nodes.ts'
import { short } from '../../../notation/numbers.ts'
import { isArray, type Reading as Shown } from '../../../picture/entries.ts'
import { entryOf } from '../../../picture/heat/pointed.ts'
import type { Scene } from '../../../picture/scene.ts'
import { isStructureOf } from '../../../picture/structure.ts'
import { currentSession } from '../../../state/session.ts'
import type { State } from '../../../state/store.ts'
import { chipSign, faceOf, momentOf } from '../moment.ts'

/** What the glass shows of a node. */
export interface Reading {
  readonly node: NodeIndex
  readonly value: string
  /** Its tangent or adjoint with their signs; empty while none is known. */
  readonly derivatives: string
}

/** The node that is highlighted: its numbers, of an array the entry of a tile, or how far they reach. */
export function readingOf(state: State, scene: Scene, sides: readonly Mode[], tile: number | null): Reading | null {
  const { structure, anatomies } = scene
  const session = currentSession(state)
  const node = state.highlight === null ? undefined : structure.nodeOf.get(state.highlight)
  if (!session || node === undefined || !isStructureOf(structure, session.graph)) return null
  const faces = sides.map((side) => faceOf(momentOf(session, state.position, side), node))
  const [{ value, reached }] = faces
  const { cells } = anatomies[node]
  const entryIn = ({ numbers }: { readonly numbers: ArrayLike<number> }) =>
    cells && tile !== null ? entryOf(cells, tile, numbers) : null
  const written = (shown: Shown) => {
    if (!isArray(shown)) return short(shown)
    const entry = entryIn(shown)
    return entry === null
      ? rangeText(Array.from(shown.numbers).filter((_, i) => shown.present?.[i] !== 0))
      : `${entryName('', shapeAt(structure.graph, node), entry)} ${shown.present?.[entry] === 0 ? '–' : short(shown.numbers[entry])}`
  }
  return {
    node,
    value: reached ? written(value) : '',
    derivatives: faces
      .filter(({ derivative }) => derivative !== null)
      .map(
        ({ derivative, mark }) => `${chipSign(mark)} ${derivative === 'absent' ? '–' : written(derivative as Shown)}`,
      )
      .join('  '),
  }
}

/** More numbers than these are not written one by one. */
const MOST = 4

function rangeText(entries: readonly number[]): string {
  if (entries.length <= MOST) return entries.map((entry) => short(entry)).join(', ')
  const known = entries.filter((entry) => !Number.isNaN(entry))
  if (known.length === 0) return short(Number.NaN)
  const [least, greatest] = [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))]
  return least === greatest ? `all ${short(least)}` : `${short(least)} … ${short(greatest)}`
}
