import type { ChoiceName } from '../choices/all.ts'
import { KEPT_FIELDS, type KeptProgram } from '../choices/beside.ts'
import { graph, reading } from '../choices/graph.ts'
import { decidedBy, saidOf } from '../choices/inLinks.ts'
import { edit } from '../document.ts'
import { valuesRead, valuesSaid } from '../linkValues.ts'
import { change, now, type State } from '../store.ts'

/** What makes the graph of that state. */
export function keptOf(state: State): KeptProgram {
  const said: Record<string, unknown> = { ...saidOf(state), values: valuesSaid(state) }
  return Object.fromEntries(
    KEPT_FIELDS.filter((field) => said[field] !== undefined).map((field) => [field, said[field]]),
  )
}

const HOW = Object.keys({ ...graph, ...reading }) as readonly ChoiceName[]

/** The choices that make the graph again. */
export function madeBy(kept: KeptProgram): Partial<State> & Pick<State, 'source' | 'point'> {
  const decided = decidedBy(kept, now())
  const how = Object.fromEntries(HOW.map((name) => [name, decided[name]]))
  return { ...how, source: kept.program ?? '', point: valuesRead(kept.values) }
}

/** Keeps the program as it is now beside what becomes of it. */
export const keepBeside = (): void => change({ beside: keptOf(now()) })

/** The program beside becomes that of the page, which stands beside then. */
export function swapBeside(): void {
  const { beside } = now()
  if (!beside) return
  keepBeside()
  const { source, point, ...how } = madeBy(beside)
  change(how)
  edit(source, point)
}

export function toggleBeside(): void {
  const { beside, compilation } = now()
  if (beside) putAway()
  else if (compilation.graph && !compilation.outOfDate) keepBeside()
}

export const putAway = (): void => change({ beside: null })
