import type { Graph } from '../graph/graph.ts'
import type { Direction } from '../layout/layout.ts'
import type { Pane } from './camera.ts'
import { chosenFit, placed } from './fitting.ts'
import { inLines, inRows, laidOutInRows, tells } from './larger.ts'
import type { Mark } from './marks.ts'
import { type Scene, sceneOf } from './scene.ts'
import { type Constants, type Structure, structureApart } from './structure.ts'

interface Wishes {
  readonly direction?: Direction | null
  readonly constants?: Constants
}

/**
 * The scene of a graph in a pane, where nobody has chosen a form: node by node as large as it fits, in rows if need be,
 * else each definition as a line if that fits, else node by node at reading size, larger than the pane.
 */
export function sceneFor(graph: Graph, marks: readonly Mark[], pane: Pane, wishes: Wishes = {}): Scene {
  const whole = structureApart(graph, wishes.constants)
  const wish = { direction: wishes.direction ?? null }
  const byNode = fitted(whole, marks, pane, wish)
  if (byNode.fit.fits) return sceneIn(byNode, pane)
  const lines = inLines(whole, new Set())
  const lined = tells(lines) ? fitted(lines, marks, pane, wish) : null
  return sceneIn(lined?.fit.fits ? lined : byNode, pane)
}

/** Larger graphs take too long to be tried in rows. */
const MOST_IN_ROWS = 200

function fitted(
  structure: Structure,
  marks: readonly Mark[],
  pane: Pane,
  wish: { readonly direction: Direction | null },
) {
  const fit = chosenFit(structure, marks, pane, wish)
  const isTried = fit.fits || structure.nodes.length > MOST_IN_ROWS
  return { structure, fit: isTried ? fit : inRows(structure, fit, marks, pane, wish) }
}

const sceneIn = ({ structure, fit }: ReturnType<typeof fitted>, pane: Pane): Scene =>
  sceneOf(structure, fit.style, (fit.inRows ? laidOutInRows : placed)(structure, fit, null, pane))
