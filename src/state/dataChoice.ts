import type { Graph } from '../core.ts'
import { tensorOf } from '../primitives/value.ts'
import { bind, isProblem, shapeOf } from '../training/binding.ts'
import type { DataSet } from '../training/dataSet.ts'
import { dataSets } from '../training/dataSets.ts'
import { ownData } from '../training/ownData.ts'
import type { CompileAt } from '../training/task.ts'

/** The name of a built-in data set, or one of these. */
export type DataChoice = string
/** What the program’s own data inputs hold. */
export const OWN = 'own'
/** Pasted rows. */
export const PASTED = 'pasted'

/** A built-in data set, and what the program would need for it. */
export interface Offer {
  readonly name: DataChoice
  readonly about: string
  /** Null where it fits. */
  readonly problem: string | null
}

export const offersFor = (graph: Graph): Offer[] =>
  dataSets.map(({ name, about, make }) => {
    const binding = bind(graph, make(1))
    return { name, about, problem: isProblem(binding) ? binding.problem : null }
  })

/** The choice that was made, where it fits; else the program’s own data. */
export function chosenFrom(offers: readonly Offer[], wish: DataChoice | null): DataChoice {
  const isThere = wish === PASTED || offers.some(({ name, problem }) => name === wish && problem === null)
  return wish !== null && isThere ? wish : OWN
}

/** Those that show most come first. */
const FAVOURITES: readonly DataChoice[] = ['line', 'two moons', 'three blobs']

/** A data set to propose in place of placeholders such as `zeros(8)`; null where the program has data that differ. */
export function insteadOf(offers: readonly Offer[], graph: Graph): DataChoice | null {
  const fitting = offers.filter(({ problem }) => problem === null).map(({ name }) => name)
  if (!holdPlaces(graph)) return null
  return FAVOURITES.find((name) => fitting.includes(name)) ?? fitting[0] ?? null
}

/** Whether all data inputs are placeholders: one number over and over, in one array at least. */
function holdPlaces({ inputs }: Graph): boolean {
  const data = inputs.flatMap(({ role, value }) => (role === 'data' ? [tensorOf(value)?.entries ?? []] : []))
  return data.some(({ length }) => length > 1) && data.every((entries) => entries.every((x) => x === entries[0]))
}

/** As many samples as the program’s own arrays have rows for; one where it is written for one sample. */
export function rowsIn(compileAt: CompileAt, dataSet: DataSet | null): number {
  const { graph } = compileAt({})
  const data = dataSet ?? ownData(compileAt)
  const binding = graph && data && bind(graph, data)
  if (!binding || isProblem(binding) || binding.perSample) return 1
  const first = graph.inputs.find(({ name }) => name === binding.placements[0].input)
  return first ? shapeOf(graph, first.node)[0] : 1
}
