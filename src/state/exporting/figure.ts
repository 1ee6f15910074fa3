import type { BlankKind, Solution } from '../../exports/documents/documents.ts'
import { svg } from '../../exports/picture/svg.ts'
import { outsideRace, START } from '../../trace/position.ts'
import { now } from '../store.ts'
import { pictureAt } from './pictures.ts'

/** Nodes of a graph whose picture a document has. */
const MOST_DRAWN = 300

/**
 * The solution with its graph as it stands on the screen; with what is left blank, as it stands before any pass, unless
 * it would tell values even so.
 */
export async function withFigure(solution: Solution, blank: ReadonlySet<BlankKind> | null): Promise<Solution> {
  if (solution.lists[0].primal.graph.size > MOST_DRAWN || blank?.has('values')) return solution
  return { ...solution, figure: svg(await pictureAt(blank ? START : outsideRace(now().position), 'light')) }
}
