import type { Solution } from '../exports/documents/documents.ts'
import { modesOf, passesSoFar } from '../trace/position.ts'
import { countedCosts } from './costs.ts'
import { hidesCounts, hidesResults } from './hiding.ts'
import { languageAtHand } from './languageAtHand.ts'
import { links } from './links.ts'
import { shownSession } from './session.ts'
import { now, type State } from './store.ts'

/** What documents are made of, as the page shows it, but with all passes to their end; null while no program works. */
export function solutionAtHand(state: State): Solution | null {
  const session = shownSession(state)
  if (!session || session.graph.size === 0 || state.compilation.outOfDate) return null
  // Passes could be counted.
  const timeline = hidesCounts(state) ? passesSoFar(session.timeline, state.position) : session.timeline
  return {
    ...{ program: state.compilation.source, language: languageAtHand(state) },
    lists: modesOf(state.shown).map((mode) => timeline[mode]),
    ...{ counts: null, tellsResults: !hidesResults(state), link: null },
  }
}

/** The same with what takes longer to find: the counts of both modes, and the link to the moment. */
export async function wholeSolution(): Promise<Solution | null> {
  const { currentLink } = await links.get()
  const link = new URL(await currentLink(), location.href).href
  const isHidden = hidesCounts(now())
  const { even } = isHidden ? { even: null } : await countedCosts()
  const solution = solutionAtHand(now())
  return solution && { ...solution, counts: even, link }
}
